import type { Company } from '@avow/contract'
import { type JsonObject, transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { writeAudit } from '../audit/index.ts'
import { changeCompany, readCompany } from './company.ts'

export const companyHandlers: Handlers<'readCompany' | 'changeCompany'> = {
  readCompany: ({ access: { workspace } }, { store }) => transaction(store, { workspace }, readCompany),

  changeCompany: ({ access: { workspace, actor, person }, body }, { store }) =>
    transaction(store, { workspace }, async (tx) => {
      const { before, after } = await changeCompany(tx, body)
      const data = { before: audited(before), after: audited(after) }
      if (JSON.stringify(data.before) !== JSON.stringify(data.after))
        writeAudit(tx, { action: 'company.changed', actor, person, data })
      return after
    }),
}

function audited({ name, languages, languages_chosen, answers_by_mail }: Company): JsonObject {
  return { name, languages, languages_chosen, answers_by_mail }
}
