import type { SkippedStep } from '@avow/contract'
import {
  CalendarError,
  type CompiledCharter,
  type Day,
  formatInstant,
  parseDate,
  startOfDay,
  viewClauses,
  type Zone,
} from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { versionInForce, versionOfHash } from '../charters/index.ts'
import { STEP_EVENTS } from '../commitments/index.ts'

export interface SkippedPage {
  readonly procedure?: string | undefined
  /** Dates of the zone of the charter in force, both in it. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Row {
  readonly id: string
  readonly at: Date
  readonly procedure: string
  readonly step: number
  readonly round: number
  readonly reason: string | null
  readonly number: number | null
  readonly subject: string | null
  readonly charter_hash: string | null
  readonly person: string | null
  readonly name: string | null
  readonly email: string | null
}

/**
 * Steps of procedures that somebody skipped, on all tickets, the newest first: the audit log says which, the log of the
 * ticket why. Throws `bad-request` for a cursor that is none.
 */
export async function listSkippedSteps(
  tx: Transaction,
  page: SkippedPage,
): Promise<{ items: SkippedStep[]; next: string | null; procedures: string[] }> {
  const { workspace } = tx
  const after = page.cursor === undefined ? undefined : readPageCursor(page.cursor)
  const beyond =
    after === undefined ? sql`true` : sql`(a.at, a.id) < (${new Date(after.at)}::timestamptz, ${after.id}::uuid)`
  const { rows } = await sql<Row>`
    with skips as (
      select a.id, a.at, a.ticket_id, a.person_id, a.data ->> 'procedure' as procedure, (a.data ->> 'step')::integer as step,
             (a.data ->> 'round')::integer as round
        from audit a
       where a."workspace_id" = ${workspace} and a.action = ${STEP_EVENTS.skipped} and ${await conditions(tx, page)} and ${beyond}
       order by a.at desc, a.id desc limit ${page.limit + 1}
    )
    select s.id, s.at, s.procedure, s.step, s.round, c.value #>> '{}' as reason, t.number, v.subject, t.charter_hash,
           p.id as person, p.name, p.email
      from skips s
      left join ticket t on t."workspace_id" = ${workspace} and t.id = s.ticket_id
      left join ticket_preview v on v."workspace_id" = ${workspace} and v.ticket_id = s.ticket_id
      left join person p on p."workspace_id" = ${workspace} and p.id = s.person_id
      left join event e on e."workspace_id" = ${workspace} and e.ticket_id = s.ticket_id and e.type = ${STEP_EVENTS.skipped}
                       and e.envelope ->> 'procedure' = s.procedure and (e.envelope ->> 'step')::integer = s.step
                       and (e.envelope ->> 'round')::integer = s.round
      left join event_content c on c."workspace_id" = ${workspace} and c.ticket_id = e.ticket_id and c.seq = e.seq
                               and c.part = 'text'
     order by s.at desc, s.id desc`.execute(tx.db)
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  const items: SkippedStep[] = []
  for (const row of shown) items.push(await skippedStep(tx, row))
  return {
    items,
    next: last === undefined ? null : writePageCursor({ at: last.at.getTime(), id: last.id }),
    procedures: await proceduresSkipped(tx),
  }
}

/** Which of the rows `a` of audit are asked for. */
async function conditions(tx: Transaction, { procedure, from, until }: SkippedPage): Promise<RawBuilder<unknown>> {
  const zone = from === undefined && until === undefined ? undefined : (await versionInForce(tx, tx.now))?.zone
  const [first, last] = [from, until].map((date) => (date === undefined ? undefined : parseDate(date)))
  const starts = first === undefined ? [] : [midnight(zone, first)]
  const ends = last === undefined ? [] : [midnight(zone, last + 1)]
  const all = [
    ...(procedure === undefined ? [] : [sql`a.data ->> 'procedure' = ${procedure}`]),
    ...starts.map((instant) => sql`a.at >= ${new Date(instant)}::timestamptz`),
    ...ends.map((instant) => sql`a.at < ${new Date(instant)}::timestamptz`),
  ]
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

/** The instant (UTC ms) at which a date begins; in UTC beyond what the zone of a version knows, where no skip can have been. */
function midnight(zone: Zone | undefined, day: Day): number {
  const inUtc = day * 86_400_000
  if (zone === undefined) return inUtc
  try {
    return startOfDay(zone, day)
  } catch (error) {
    if (error instanceof CalendarError) return inUtc
    throw error
  }
}

/** The ids of procedures of which a step was ever skipped. */
async function proceduresSkipped({ db, workspace }: Transaction): Promise<string[]> {
  const { rows } = await sql<{ procedure: string }>`
    select distinct data ->> 'procedure' as procedure from audit
     where "workspace_id" = ${workspace} and action = ${STEP_EVENTS.skipped} order by 1`.execute(db)
  return rows.map(({ procedure }) => procedure)
}

async function skippedStep(tx: Transaction, row: Row): Promise<SkippedStep> {
  const { id, at, procedure, step, round, reason, number, subject, charter_hash, person, name, email } = row
  const charter = charter_hash === null ? undefined : await versionOfHash(tx, charter_hash)
  return {
    id,
    at: formatInstant(at.getTime()),
    ticket: number === null ? null : { number, subject: subject ?? '' },
    procedure,
    step,
    round,
    words: charter === undefined ? null : wordsOf(charter, procedure, step),
    charter: charter_hash,
    by: person === null ? null : { id: person, name: name ?? email ?? '', email },
    reason,
  }
}

/** By version: its procedures in words. They are asked for once for each of up to two hundred rows. */
const read = new WeakMap<CompiledCharter, ReadonlyMap<string, ReturnType<typeof viewClauses>[number]>>()

function wordsOf(charter: CompiledCharter, procedure: string, step: number): SkippedStep['words'] {
  const known = read.get(charter) ?? new Map(viewClauses(charter.document).map((view) => [view.id, view]))
  read.set(charter, known)
  const row = known.get(procedure)?.rows[step - 1]
  return row === undefined ? null : { when: { ...row.when }, gives: { ...row.gives }, says: row.says ?? null }
}
