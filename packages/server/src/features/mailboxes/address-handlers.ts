import type { CompanyAddress, settingsRoutes } from '@avow/contract'
import { type JsonObject, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { auditRefusal, writeAudit } from '../audit/index.ts'
import { addMailbox } from './add-mailbox.ts'
import { changeMailbox } from './change-mailbox.ts'
import { companyName } from './company-name.ts'
import { listAddresses } from './list-addresses.ts'
import { removeMailbox } from './remove-mailbox.ts'

type Names = Extract<keyof typeof settingsRoutes, `${string}Address${string}`>

export const addressHandlers: Handlers<Names> = {
  listAddresses: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({ items: await listAddresses(tx), next: null })),

  addAddress: ({ access, body: { address, name } }, desk) =>
    audited(desk, access, 'mailbox.added', { address: address.toLowerCase() }, async (tx) => {
      const id = await addMailbox(tx, { address, name: name ?? (await companyName(tx)) })
      const added = await one(tx, id)
      return { answer: added, data: { before: null, after: shown(added) } }
    }),

  changeAddress: ({ access, params: { id }, body }, desk) =>
    audited(desk, access, 'mailbox.changed', { mailbox: id }, async (tx) => {
      const { before, after } = await changeMailbox(tx, id, body)
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      return { answer: await one(tx, id), ...(isSame ? {} : { data: { before: { ...before }, after: { ...after } } }) }
    }),

  removeAddress: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mailbox.removed', { mailbox: id }, async (tx) => ({
      answer: undefined,
      data: { before: { ...(await removeMailbox(tx, id)) }, after: null },
    })),
}

/** Does something, and writes it on the audit log: done with `data` where something changed, refused with `tried`. */
function audited<T>(
  desk: Desk,
  { workspace, actor, person }: Access,
  action: string,
  tried: JsonObject,
  work: (tx: Transaction) => Promise<{ readonly answer: T; readonly data?: JsonObject }>,
): Promise<T> {
  return auditRefusal(
    desk,
    workspace,
    () => ({ action, actor, person, data: tried }),
    () =>
      transaction(desk.store, { workspace }, async (tx) => {
        const { answer, data } = await work(tx)
        if (data !== undefined) writeAudit(tx, { action, actor, person, data })
        return answer
      }),
  )
}

async function one(tx: Transaction, id: string): Promise<CompanyAddress> {
  const found = (await listAddresses(tx)).find((address) => address.id === id)
  if (found === undefined) throw new Error(`the mailbox ${id} has gone`)
  return found
}

function shown({ address, name, answers }: CompanyAddress): JsonObject {
  return { address, name, answers }
}
