import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { listAudit } from './list-audit.ts'

export const auditHandlers: Handlers<'listAudit'> = {
  listAudit: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listAudit(tx, query)),
}
