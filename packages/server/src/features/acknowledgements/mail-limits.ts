import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Whoever it is: two desks that answer each other by themselves would do so for ever, and anybody may give an address. */
const AN_HOUR = 1
const A_DAY = 5

export interface MailToCount {
  /** HMAC of the address. */
  readonly address: Buffer
  readonly ticket: string
}

export interface CountedMail {
  readonly id: string
  /** A limit holds it back. */
  readonly isHeld: boolean
  /** Others to this address were held back before it, and none has covered them. */
  readonly coversOthers: boolean
}

interface Before {
  hour: number
  day: number
  held: number
}

/**
 * Counts automatic mails, in their order: each is noted as one that leaves, or as one that a limit holds back. The rows of
 * the persons with these addresses must be locked, so that of two at once the second sees the first. `notesHeld`: false for
 * what the next one does not make up for.
 */
export async function countMails(
  tx: Transaction,
  mails: readonly MailToCount[],
  { notesHeld = true }: { readonly notesHeld?: boolean } = {},
): Promise<readonly CountedMail[]> {
  if (mails.length === 0) return []
  const before = await countedBefore(
    tx,
    mails.map(({ address }) => address),
  )
  const counted = mails.map((mail): CountedMail & MailToCount => {
    const name = mail.address.toString('hex')
    const seen = before.get(name) ?? { hour: 0, day: 0, held: 0 }
    before.set(name, seen)
    const isHeld = seen.day >= A_DAY || seen.hour >= AN_HOUR
    const coversOthers = !isHeld && seen.held > 0
    if (isHeld) seen.held += 1
    else Object.assign(seen, { hour: seen.hour + 1, day: seen.day + 1, held: 0 })
    return { ...mail, id: tx.newId(), isHeld, coversOthers }
  })
  const noted = notesHeld ? counted : counted.filter(({ isHeld }) => !isHeld)
  if (noted.length === 0) return counted
  await tx.db
    .insertInto('automatic_mail')
    .values(
      noted.map(({ id, address, ticket, isHeld }) => ({
        workspace_id: tx.workspace,
        id,
        address,
        at: new Date(tx.now),
        ticket_id: ticket,
        was_held: isHeld,
        covered_by: null,
      })),
    )
    .execute()
  return counted
}

async function countedBefore(tx: Transaction, addresses: readonly Buffer[]): Promise<Map<string, Before>> {
  const { rows } = await sql<Before & { address: Buffer }>`
    select address, count(*) filter (where not was_held and at > ${new Date(tx.now - DAY)}) as day,
           count(*) filter (where not was_held and at > ${new Date(tx.now - HOUR)}) as hour,
           count(*) filter (where was_held and covered_by is null) as held
      from automatic_mail
     where "workspace_id" = ${tx.workspace} and address = any (${addresses}::bytea[])
     group by address`.execute(tx.db)
  return new Map(rows.map(({ address, ...counts }) => [address.toString('hex'), counts]))
}
