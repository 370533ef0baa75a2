import type { CompanyAddress, settingsRoutes } from '@avow/contract'
import { failureOf, guessServers, trySmtp } from '../../channels/email/index.ts'
import { KNOWN_CONSENTS } from '../../consent-providers/index.ts'
import { type JsonObject, transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { readSignIn } from '../mail-accounts/index.ts'
import { signInNow } from '../mail-consents/index.ts'
import { removeMailSender, senderToSet, setMailSender } from '../mail-senders/index.ts'
import { audited, oneAddress } from './audited.ts'
import { mailboxAtHand } from './change-mailbox.ts'

type Names = Extract<keyof typeof settingsRoutes, `${string}MailSender` | 'guessMailServers'>

export const senderHandlers: Handlers<Names> = {
  async guessMailServers({ query: { address } }, { consents = KNOWN_CONSENTS }) {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
    const own = consents.find(({ domains }) => domains.includes(domain))
    const guessed = own === undefined ? await guessServers(address) : undefined
    const { by = 'known', isElsewhere = false, wantsOwnPassword = false } = guessed ?? {}
    const { fetching, sending } = own ?? guessed ?? {}
    const provider = own ?? consents.find((each) => each.fetching.host === fetching?.host)
    return {
      by,
      fetching: fetching ?? null,
      sending: sending ?? null,
      elsewhere: isElsewhere,
      wants_own_password: wantsOwnPassword,
      consent:
        provider === undefined
          ? null
          : { provider: provider.name, title: provider.title, needs_client: provider.client === undefined },
    }
  },

  setMailSender: ({ access, params: { id }, body }, desk) =>
    audited(desk, access, 'mail-sender.set', { mailbox: id, host: body.host }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = senderShown(await oneAddress(tx, id))
      await setMailSender(tx, desk.keys, id, await senderToSet(tx, desk.keys, id, body))
      const answer = await oneAddress(tx, id)
      return { answer, data: { mailbox: id, before, after: senderShown(answer) } }
    }),

  removeMailSender: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mail-sender.removed', { mailbox: id }, async (tx) => {
      await mailboxAtHand(tx, id)
      const before = senderShown(await oneAddress(tx, id))
      return (await removeMailSender(tx, id))
        ? { answer: undefined, data: { mailbox: id, before, after: null } }
        : { answer: undefined }
    }),

  async tryMailSender({ access: { workspace }, params: { id }, body }, desk) {
    const { signIn, ...server } = await transaction(desk.store, { workspace }, async (tx) => {
      await mailboxAtHand(tx, id)
      const { signIn, ...server } = await senderToSet(tx, desk.keys, id, body)
      const as = signIn.by === 'same' ? await readSignIn(tx, desk.keys, id) : signIn.by === 'own' ? signIn : undefined
      return { ...server, signIn: as }
    })
    try {
      const now = signIn && (await signInNow(desk, workspace, id, signIn))
      return { failure: (await trySmtp({ ...server, signIn: now })) ?? null }
    } catch (error) {
      return { failure: failureOf(error) }
    }
  },
}

function senderShown({ sender }: CompanyAddress): JsonObject | null {
  if (sender === null) return null
  const { failure: _, ...shown } = sender
  return shown
}
