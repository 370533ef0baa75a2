import type { CompanyAddress, settingsRoutes } from '@avow/contract'
import { type JsonObject, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { auditRefusal, writeAudit } from '../audit/index.ts'
import { accountToSet, removeMailAccount, setMailAccount, tryMailAccount } from '../mail-accounts/index.ts'
import { addMailbox } from './add-mailbox.ts'
import { changeMailbox, mailboxAtHand } from './change-mailbox.ts'
import { companyName } from './company-name.ts'
import { listAddresses } from './list-addresses.ts'
import { removeMailbox } from './remove-mailbox.ts'

type Names = Extract<keyof typeof settingsRoutes, `${string}Address${string}` | `${string}MailAccount`>

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

  setMailAccount: ({ access, params: { id }, body: { from, ...typed } }, desk) =>
    audited(desk, access, 'mail-account.set', { mailbox: id, host: typed.host }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = accountShown(await one(tx, id))
      const account = await accountToSet(tx, desk.keys, id, typed)
      const since = from === undefined ? account.since : from === 'all' ? undefined : tx.now
      await setMailAccount(tx, desk.keys, id, { ...account, since })
      const answer = await one(tx, id)
      return { answer, data: { mailbox: id, before, after: accountShown(answer) } }
    }),

  removeMailAccount: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mail-account.removed', { mailbox: id }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = accountShown(await one(tx, id))
      return (await removeMailAccount(tx, id))
        ? { answer: undefined, data: { mailbox: id, before, after: null } }
        : { answer: undefined }
    }),

  async tryMailAccount({ access: { workspace }, params: { id }, body }, { store, keys }) {
    const account = await transaction(store, { workspace }, async (tx) => {
      await mailboxAtHand(tx, id)
      return accountToSet(tx, keys, id, body)
    })
    const { failure, folders } = await tryMailAccount(account)
    return { failure: failure ?? null, folders: [...folders] }
  },
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

function accountShown({ account }: CompanyAddress): JsonObject | null {
  if (account === null) return null
  const { host, port, security, username, folders, since } = account
  return { host, port, security, username, folders: folders.map(({ name }) => name), since }
}

function shown({ address, name, answers }: CompanyAddress): JsonObject {
  return { address, name, answers }
}
