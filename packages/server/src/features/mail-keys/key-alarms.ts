import type { Transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'
import type { StoredKey } from './mail-key.ts'

const CODES = ['mail-key-lacking', 'mail-key-stopped'] as const

const onceOf = (code: (typeof CODES)[number], id: string): string => `${code} ${id}`

/** Asks for attention where the record of a key is gone or another, in other words once it signs no more; takes that back. */
export async function tellOfKey(tx: Transaction, { id, domain, lackingSince, stoppedAt }: StoredKey): Promise<void> {
  const code = lackingSince === undefined ? undefined : stoppedAt === undefined ? CODES[0] : CODES[1]
  if (code !== undefined) await raiseAttention(tx, { once: onceOf(code, id), code, data: { domain } })
  await settleAttention(
    tx,
    CODES.filter((other) => other !== code).map((other) => onceOf(other, id)),
  )
}

/** These keys need nobody any more. */
export async function settleKeyAlarms(tx: Transaction, ids: readonly string[]): Promise<void> {
  await settleAttention(
    tx,
    ids.flatMap((id) => CODES.map((code) => onceOf(code, id))),
  )
}
