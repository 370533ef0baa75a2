import type { MailboxHealth, OutgoingCount } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import { type JsonObject, type Transaction, uuidV7 } from '../../db/index.ts'
import { listMailAccounts } from '../mail-accounts/index.ts'
import { mailboxesOf, presentAccount } from '../mailboxes/index.ts'
import { MAIL_KINDS } from '../outbox/index.ts'
import { bytesCheckOf, readReconciliations } from './findings.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY

/** How each mailbox of the workspace fares, the one that answers first. The parts of each count add up at every instant. */
export async function readMailHealth(tx: Transaction): Promise<MailboxHealth[]> {
  const coming = await countComing(tx)
  const leaving = await countLeaving(tx)
  const standing = await readStanding(tx)
  const folders = await readReconciliations(tx)
  const accounts = await listMailAccounts(tx)
  const inUse = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved)
  return inUse.map(({ id, address }) => {
    const now = standing.find(({ mailbox }) => mailbox === id)
    const account = accounts.find(({ mailbox }) => mailbox === id)
    return {
      id,
      address,
      day: partOf(coming, id, 'day')?.counts ?? NOTHING_CAME,
      week: partOf(coming, id, 'week')?.counts ?? NOTHING_CAME,
      to_look_at: now?.to_look_at ?? 0,
      last_mail_at: instantOf(now?.last_at),
      oldest_waiting_at: instantOf(now?.oldest_at),
      out_day: partOf(leaving, id, 'day')?.counts ?? NOTHING_LEFT,
      out_week: partOf(leaving, id, 'week')?.counts ?? NOTHING_LEFT,
      account: presentAccount(account),
      failing_since: account?.failingSince === undefined ? null : formatInstant(account.failingSince),
      reconciliations: folders.flatMap(({ mailbox, found }) => (mailbox === id ? [found] : [])),
      bytes: bytesCheckOf(now?.checked_at ?? null, now?.checked ?? null),
    }
  })
}

type Coming = MailboxHealth['day']

const NOTHING_CAME: Coming = { received: 0, ticketed: 0, appended: 0, suppressed: 0, quarantined: 0, pending: 0 }
const NOTHING_LEFT: OutgoingCount = { written: 0, sent: 0, waiting: 0, deferred: 0, given_up: 0 }

interface Place {
  readonly mailbox: string
  readonly span: 'day' | 'week'
}

interface Counted<T> extends Place {
  readonly counts: T
}

async function countComing({ db, workspace, now }: Transaction): Promise<readonly Counted<Coming>[]> {
  const { rows } = await sql<Coming & Place>`
    select m.mailbox_id as mailbox, s.span, count(*) as received,
           count(*) filter (where m.outcome = 'ticketed') as ticketed,
           count(*) filter (where m.outcome = 'appended') as appended,
           count(*) filter (where m.outcome = 'suppressed') as suppressed,
           count(*) filter (where m.outcome = 'quarantined') as quarantined,
           count(*) filter (where m.outcome is null) as pending
      from inbound_mail m
      join (values ('day', ${new Date(now - DAY)}::timestamptz), ('week', ${new Date(now - WEEK)}::timestamptz))
        as s (span, since) on m.received_at > s.since
     where m."workspace_id" = ${workspace} and m.received_at > ${new Date(now - WEEK)}
     group by m.mailbox_id, s.span`.execute(db)
  return rows.map(({ mailbox, span, ...counts }) => ({ mailbox, span, counts }))
}

/** By when they were written: ids rise with time. */
async function countLeaving({ db, workspace, now }: Transaction): Promise<readonly Counted<OutgoingCount>[]> {
  const { rows } = await sql<OutgoingCount & Place>`
    select o.payload->>'mailbox' as mailbox, s.span, count(*) as written,
           count(*) filter (where o.given_up_at is null and o.sent_at is not null) as sent,
           count(*) filter (where o.given_up_at is null and o.sent_at is null and o.attempts = 0) as waiting,
           count(*) filter (where o.given_up_at is null and o.sent_at is null and o.attempts > 0) as deferred,
           count(*) filter (where o.given_up_at is not null) as given_up
      from outbox o
      join (values ('day', ${uuidV7(now - DAY)}::uuid), ('week', ${uuidV7(now - WEEK)}::uuid))
        as s (span, since) on o.id > s.since
     where o."workspace_id" = ${workspace} and o.id > ${uuidV7(now - WEEK)} and o.kind in (${sql.join([...MAIL_KINDS])})
     group by 1, s.span`.execute(db)
  return rows.map(({ mailbox, span, ...counts }) => ({ mailbox, span, counts }))
}

function partOf<T>(rows: readonly Counted<T>[], id: string, span: Place['span']): Counted<T> | undefined {
  return rows.find((row) => row.mailbox === id && row.span === span)
}

interface Standing {
  readonly mailbox: string
  readonly last_at: Date | null
  readonly oldest_at: Date | null
  readonly to_look_at: number
  readonly checked_at: Date | null
  readonly checked: JsonObject | null
}

async function readStanding({ db, workspace }: Transaction): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select b.id as mailbox, b.checked_at, b.checked,
           (select max(received_at) from inbound_mail where "workspace_id" = ${workspace} and mailbox_id = b.id) as last_at,
           (select min(coalesce(imported_at, received_at)) from inbound_mail
             where "workspace_id" = ${workspace} and mailbox_id = b.id and outcome is null) as oldest_at,
           (select count(*) from inbound_mail
             where "workspace_id" = ${workspace} and mailbox_id = b.id and outcome = 'quarantined' and left_at is null)
             as to_look_at
      from mailbox b where b."workspace_id" = ${workspace} and b.removed_at is null`.execute(db)
  return rows
}

function instantOf(at: Date | null | undefined): string | null {
  return at === null || at === undefined ? null : formatInstant(at.getTime())
}
