import type { MailDomain, mailKeyRoutes } from '@avow/contract'
import { lookUpKey, makeSigningKey, readDomainRecords, systemLookup } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../http/handler.ts'
import { audited } from '../mailboxes/index.ts'
import { keepKey } from './keep-key.ts'
import { settleKeyAlarms } from './key-alarms.ts'
import { domainAtHand, listDomains } from './list-domains.ts'
import { keyAtHand } from './mail-key.ts'
import { noteKey } from './note-key.ts'
import { useKey } from './use-key.ts'

export const mailKeyHandlers: Handlers<keyof typeof mailKeyRoutes> = {
  listMailDomains: ({ access: { workspace } }, { store, keys }) =>
    transaction(store, { workspace }, async (tx) => ({ items: [...(await listDomains(tx, keys))], next: null })),

  async readMailDomainRecords({ access: { workspace }, params }, { store, keys, lookup = systemLookup() }) {
    const { domain } = await transaction(store, { workspace }, (tx) => domainAtHand(tx, keys, params.domain))
    return readDomainRecords(lookup, domain)
  },

  async makeMailKey({ access, params: { domain }, body: { kind } }, desk) {
    // Before the transaction: it takes its time.
    const made = await makeSigningKey(kind)
    return audited(desk, access, 'mail-key.made', { domain }, async (tx) => {
      const selector = await keepKey(tx, desk.keys, { domain, kind, made })
      const answer = await domainAtHand(tx, desk.keys, domain)
      return selector === undefined ? { answer } : { answer, data: { domain: answer.domain, selector, kind } }
    })
  },

  async checkMailKey({ access, params: { id } }, desk) {
    const { workspace } = access
    const { lookup = systemLookup() } = desk
    const key = await transaction(desk.store, { workspace }, (tx) => keyAtHand(tx, id))
    const seen = await lookUpKey(lookup, key)
    return audited(desk, access, 'mail-key.signs', { key: id }, async (tx) => {
      const begins = await noteKey(tx, id, seen)
      const answer = await domainOfKey(tx, desk, id)
      return begins ? { answer, data: { domain: key.domain, selector: key.selector, seen: true } } : { answer }
    })
  },

  useMailKey: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mail-key.signs', { key: id }, async (tx) => {
      const begins = await useKey(tx, id)
      const { domain, selector, seenAt } = await keyAtHand(tx, id)
      const answer = await domainOfKey(tx, desk, id)
      return begins ? { answer, data: { domain, selector, seen: seenAt !== undefined } } : { answer }
    }),

  removeMailKey: ({ access, params: { id } }, desk) =>
    audited(desk, access, 'mail-key.removed', { key: id }, async (tx) => {
      const { domain, selector } = await keyAtHand(tx, id)
      await tx.db.deleteFrom('mail_key').where('workspace_id', '=', tx.workspace).where('id', '=', id).execute()
      await settleKeyAlarms(tx, [id])
      return { answer: undefined, data: { domain, selector } }
    }),
}

async function domainOfKey(tx: Transaction, { keys }: Desk, id: string): Promise<MailDomain> {
  return domainAtHand(tx, keys, (await keyAtHand(tx, id)).domain)
}
