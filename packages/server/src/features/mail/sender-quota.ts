import { createHash } from 'node:crypto'
import type { SentFrom } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { MAIL_LIMITS, type MailLimits, type Window } from '../../mail-limits.ts'
import { isPublicAddress } from '../../outward/index.ts'
import { raiseAttention } from '../attention/index.ts'

/**
 * Makes what says of mails that come in together, in their order, which are more than their sender, or the machine that brings
 * them, may send to a workspace: those are kept, but set aside, and a person is told once. The empty sender of bounces is
 * everybody's and is counted by machine alone; machines of this or a private network pass on what others sent and are not
 * counted.
 */
export function senderQuota(limits: Pick<MailLimits, 'sender' | 'client'> = MAIL_LIMITS) {
  return async (tx: Transaction, sent: readonly SentFrom[]): Promise<readonly boolean[]> => {
    const counted = sent.flatMap(({ from, client }, mail): Counted[] => [
      ...(from === ''
        ? []
        : limits.sender.map((window): Counted => ({ mail, column: 'envelope_from', value: from, window }))),
      ...(isPublicAddress(client)
        ? limits.client.map((window): Counted => ({ mail, column: 'client_address', value: client, window }))
        : []),
    ])
    const over = await beyond(tx, counted)
    for (const who of new Set(over.map(({ value }) => value))) await tell(tx, who)
    const mails = new Set(over.map(({ mail }) => mail))
    return sent.map((_, mail) => mails.has(mail))
  }
}

interface Counted {
  /** Which of the mails that came together. */
  readonly mail: number
  readonly column: 'envelope_from' | 'client_address'
  readonly value: string
  readonly window: Window
}

/** Those that are beyond their window, of all of them in one statement. Counts no further than it must: a flood is found out by its first mails. */
async function beyond(tx: Transaction, counted: readonly Counted[]): Promise<readonly Counted[]> {
  if (counted.length === 0) return []
  const asked = counted.map(({ mail, column, value, window }, index) => {
    // Those before it in the same crowd are not among the rows yet.
    const before = counted.filter(
      (other) => other.mail < mail && other.column === column && other.value === value && other.window === window,
    )
    return {
      at: index,
      sender: column === 'envelope_from' ? value : null,
      client: column === 'client_address' ? value : null,
      since: new Date(tx.now - window.ms),
      before: window.most - 1 - before.length,
    }
  })
  const found = await tx.ask<{ at: number }>`
    select n.at from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
           as n (at integer, sender text, client text, since timestamptz, before bigint)
     where n.before < 0
        or exists (select from inbound_mail m where m."workspace_id" = ${tx.workspace} and m.envelope_from = n.sender
                      and m.received_at > n.since offset greatest(n.before, 0) limit 1)
        or exists (select from inbound_mail m where m."workspace_id" = ${tx.workspace} and m.client_address = n.client
                      and m.received_at > n.since offset greatest(n.before, 0) limit 1)`
  return found.flatMap(({ at }) => counted[at] ?? [])
}

async function tell(tx: Transaction, who: string): Promise<void> {
  const name = createHash('sha256').update(`${tx.workspace} ${who}`).digest('hex').slice(0, 16)
  await raiseAttention(tx, { once: `mail-limit ${name}`, code: 'mail-limit', data: { reason: 'limit' } })
}
