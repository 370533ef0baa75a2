import { sql } from 'kysely'
import { type ForwardToken, forwardTokenIn, isForwardTokenOf, outboxOfMessageId } from '../../channels/email/index.ts'
import { type MergedTicket, mergeChain, type Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'

/** What a mail says of what it answers. None of it is believed before it was looked into. */
export interface ForwardSigns {
  /** Addresses that it was sent to: of the envelope first, then of its header. */
  readonly recipients: readonly string[]
  /** Message-IDs that it names, the nearest first. */
  readonly references: readonly string[]
  /** Whom it is from; undefined where that is in doubt. */
  readonly from: string | undefined
  /** It reports on a mail, which it names: who wrote it is not asked. */
  readonly isMachine: boolean
}

/** A mail by which something was forwarded to somebody, as another mail names it. */
export interface NamedForward {
  /** Id of its row in the outbox. */
  readonly outbox: string
  /** Id of the event that says what was forwarded. */
  readonly event: string
  /** The ticket that it was forwarded from; whoever takes an answer in follows where that was merged into. */
  readonly ticket: string
  /** Of the ticket in which the matter goes on. */
  readonly number: number
  /** Number of the ticket that it was forwarded from, where that was merged into this one. */
  readonly merged: number | null
  /** The Message-ID that it was found by; null: by the address of that mail alone. */
  readonly messageId: string | null
  /** Whoever wrote is not, as far as is known, the one to whom it went. */
  readonly isStranger: boolean
}

/** Header lists may be long. */
const MOST_RECIPIENTS = 20
const MOST_REFERENCES = 20

interface Row extends MergedTicket {
  readonly outbox: string
  readonly event: string | null
  readonly to: string
}

/**
 * What a mail answers of what was forwarded: the mail to whose own address it was sent, whoever sent it; else one that it
 * names by its Message-ID, if it is from the one to whom that went, or a machine reports on it. Undefined where it answers
 * none: then it is like any other mail.
 */
export async function findForward(tx: Transaction, keys: Keys, signs: ForwardSigns): Promise<NamedForward | undefined> {
  const tokens = signs.recipients.slice(0, MOST_RECIPIENTS).flatMap((address) => forwardTokenIn(address) ?? [])
  const byToken = await forwardOfToken(tx, keys, tokens)
  if (byToken !== undefined) return namedForward(tx, signs, byToken, null)
  const named = [...new Set(signs.references)].slice(0, MOST_REFERENCES).flatMap((messageId) => {
    const outbox = outboxOfMessageId(keys, tx.workspace, messageId)
    return outbox === undefined ? [] : [{ messageId, outbox }]
  })
  if (named.length === 0) return undefined
  const rows = await forwards(tx, sql`o.id = any (${named.map(({ outbox }) => outbox)}::uuid[])`)
  for (const { messageId, outbox } of named) {
    const row = rows.find((each) => each.outbox === outbox)
    if (row === undefined) continue
    if (signs.isMachine || isFrom(signs, row)) return namedForward(tx, signs, row, messageId)
  }
  return undefined
}

function isFrom({ from }: ForwardSigns, { to }: Row): boolean {
  return from?.toLowerCase() === to.toLowerCase()
}

async function namedForward(
  tx: Transaction,
  signs: ForwardSigns,
  row: Row,
  messageId: string | null,
): Promise<NamedForward> {
  const last = (await mergeChain(tx, row)).at(-1) ?? row
  return {
    outbox: row.outbox,
    event: row.event ?? '',
    ticket: row.id,
    number: last.number,
    merged: last.id === row.id ? null : row.number,
    messageId,
    isStranger: !isFrom(signs, row),
  }
}

async function forwardOfToken(tx: Transaction, keys: Keys, tokens: readonly ForwardToken[]): Promise<Row | undefined> {
  if (tokens.length === 0) return undefined
  const rows = await forwards(tx, sql`t.number = any (${[...new Set(tokens.map(({ number }) => number))]}::bigint[])`)
  for (const token of tokens) {
    const found = rows.find(
      ({ number, outbox }) => number === token.number && isForwardTokenOf(keys, token, tx.workspace, outbox),
    )
    if (found !== undefined) return found
  }
  return undefined
}

async function forwards(tx: Transaction, which: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select o.id as outbox, o.payload ->> 'event' as event, o.payload ->> 'to' as "to", t.id, t.number, t.merged_id
      from outbox o join ticket t on t."workspace_id" = ${tx.workspace} and t.id = o.ticket_id
     where o."workspace_id" = ${tx.workspace} and o.kind = 'forward' and ${which}`.execute(tx.db)
  return rows
}
