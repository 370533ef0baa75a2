import type { settingsRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { setMailAccount } from '../mail-accounts/index.ts'
import { beginConsent, finishConsent, keepConsent } from '../mail-consents/index.ts'
import { setMailSender } from '../mail-senders/index.ts'
import { accountShown } from './address-handlers.ts'
import { audited, oneAddress } from './audited.ts'
import { mailboxAtHand } from './change-mailbox.ts'

type Names = Extract<keyof typeof settingsRoutes, `${string}MailConsent`>

export const consentHandlers: Handlers<Names> = {
  beginMailConsent: ({ access, params: { id }, body }, desk) =>
    transaction(desk.store, { workspace: access.workspace }, async (tx) => {
      await mailboxAtHand(tx, id)
      const { address } = await oneAddress(tx, id)
      const { provider, client_id, client_secret, folders, from, username = address } = body
      const client = client_id === undefined ? undefined : { id: client_id, secret: client_secret }
      const when = from === undefined ? {} : { from }
      return { url: await beginConsent(tx, desk, access, id, { provider, client, username, folders, ...when }) }
    }),

  async finishMailConsent({ access, body }, desk) {
    const given = await finishConsent(desk, access, body)
    const { mailbox: id, provider, client, tokens, username, folders, from } = given
    return audited(desk, access, 'mail-account.set', { mailbox: id, host: provider.fetching.host }, async (tx) => {
      await mailboxAtHand(tx, id)
      const { account: known, ...shown } = await oneAddress(tx, id)
      const isSame = known?.host === provider.fetching.host && known.username === username
      const kept = isSame ? (known.since === null ? undefined : Date.parse(known.since)) : tx.now
      const since = from === undefined ? kept : from === 'all' ? undefined : tx.now
      await setMailAccount(tx, desk.keys, id, { ...provider.fetching, username, password: undefined, folders, since })
      await keepConsent(tx, desk.keys, id, { provider: provider.name, client, tokens })
      // What was allowed is to send, too: by the server of the provider, and by no other.
      await setMailSender(tx, desk.keys, id, { ...provider.sending, signIn: { by: 'same' } })
      const answer = await oneAddress(tx, id)
      const before = accountShown({ ...shown, account: known })
      return { answer, data: { mailbox: id, before, after: accountShown(answer) } }
    })
  },
}
