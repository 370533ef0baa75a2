import type { CompanyAddress, settingsRoutes } from '@avow/contract'
import { failureOf } from '../../channels/email/index.ts'
import { type JsonObject, transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { accountToSet, removeMailAccount, setMailAccount, tryMailAccount } from '../mail-accounts/index.ts'
import { signInNow } from '../mail-consents/index.ts'
import { addMailbox } from './add-mailbox.ts'
import { audited, oneAddress } from './audited.ts'
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
      const added = await oneAddress(tx, id)
      return { answer: added, data: { before: null, after: shown(added) } }
    }),

  changeAddress: ({ access, params: { id }, body }, desk) =>
    audited(desk, access, 'mailbox.changed', { mailbox: id }, async (tx) => {
      const { before, after } = await changeMailbox(tx, id, body)
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      return {
        answer: await oneAddress(tx, id),
        ...(isSame ? {} : { data: { before: { ...before }, after: { ...after } } }),
      }
    }),

  removeAddress: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mailbox.removed', { mailbox: id }, async (tx) => ({
      answer: undefined,
      data: { before: { ...(await removeMailbox(tx, id)) }, after: null },
    })),

  setMailAccount: ({ access, params: { id }, body: { from, ...typed } }, desk) =>
    audited(desk, access, 'mail-account.set', { mailbox: id, host: typed.host }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = accountShown(await oneAddress(tx, id))
      const account = await accountToSet(tx, desk.keys, id, typed)
      const since = from === undefined ? account.since : from === 'all' ? undefined : tx.now
      await setMailAccount(tx, desk.keys, id, { ...account, since })
      const answer = await oneAddress(tx, id)
      return { answer, data: { mailbox: id, before, after: accountShown(answer) } }
    }),

  removeMailAccount: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mail-account.removed', { mailbox: id }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = accountShown(await oneAddress(tx, id))
      return (await removeMailAccount(tx, id))
        ? { answer: undefined, data: { mailbox: id, before, after: null } }
        : { answer: undefined }
    }),

  async tryMailAccount({ access: { workspace }, params: { id }, body }, desk) {
    const account = await transaction(desk.store, { workspace }, async (tx) => {
      await mailboxAtHand(tx, id)
      return accountToSet(tx, desk.keys, id, body)
    })
    const { username, password } = account
    try {
      const stored = password === undefined ? { username, byConsent: true as const } : { username, password }
      const { host, port, security, folders: wanted } = account
      const signIn = await signInNow(desk, workspace, id, stored)
      const { failure, folders } = await tryMailAccount({ host, port, security, ...signIn, folders: wanted })
      return { failure: failure ?? null, folders: [...folders] }
    } catch (error) {
      return { failure: failureOf(error), folders: [] }
    }
  },
}

/** An account as it stands on the audit log. */
export function accountShown({ account }: CompanyAddress): JsonObject | null {
  if (account === null) return null
  const { host, port, security, username, folders, since, consent } = account
  return {
    host,
    port,
    security,
    username,
    folders: folders.map(({ name }) => name),
    since,
    consent: consent?.provider ?? null,
  }
}

function shown({ address, name, answers }: CompanyAddress): JsonObject {
  return { address, name, answers }
}
