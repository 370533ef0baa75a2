import { createHash } from 'node:crypto'
import type { SentFrom } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { MAIL_LIMITS, type MailLimits, type Window } from '../../mail-limits.ts'
import { isPublicAddress } from '../../outward/index.ts'
import { raiseAttention } from '../attention/index.ts'

/**
 * Makes what says whether a mail that comes in is more than its sender, or the machine that brings it, may send to a
 * workspace: then it is kept, but set aside, and a person is told once. The empty sender of bounces is everybody's and is
 * counted by machine alone; machines of this or a private network pass on what others sent and are not counted.
 */
export function senderQuota(limits: Pick<MailLimits, 'sender' | 'client'> = MAIL_LIMITS) {
  return async (tx: Transaction, { from, client }: SentFrom): Promise<boolean> => {
    if (from !== '' && (await isOver(tx, limits.sender, { column: 'envelope_from', value: from }))) {
      await tell(tx, from)
      return true
    }
    if (!isPublicAddress(client) || !(await isOver(tx, limits.client, { column: 'client_address', value: client })))
      return false
    await tell(tx, client)
    return true
  }
}

interface Counted {
  readonly column: 'envelope_from' | 'client_address'
  readonly value: string
}

/** Counts no further than it must: a flood is found out by its first mails. */
async function isOver(tx: Transaction, windows: readonly Window[], { column, value }: Counted): Promise<boolean> {
  for (const { most, ms } of windows) {
    const last = await tx.db
      .selectFrom('inbound_mail')
      .select('id')
      .where('workspace_id', '=', tx.workspace)
      .where(column, '=', value)
      .where('received_at', '>', new Date(tx.now - ms))
      .orderBy('received_at', 'desc')
      .offset(most - 1)
      .limit(1)
      .executeTakeFirst()
    if (last !== undefined) return true
  }
  return false
}

async function tell(tx: Transaction, who: string): Promise<void> {
  const name = createHash('sha256').update(`${tx.workspace} ${who}`).digest('hex').slice(0, 16)
  await raiseAttention(tx, { once: `mail-limit ${name}`, code: 'mail-limit', data: { reason: 'limit' } })
}
