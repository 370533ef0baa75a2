import type { Improvement, Improvements } from '@avow/contract'
import {
  type Effort,
  firstOfLastDates,
  formatDate,
  formatInstant,
  localDay,
  measuredClauses,
  rankImprovements,
  startOfDay,
} from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type PeopleNamed, peopleNamed, personNamed, readHandbook, versionInForce } from '../charters/index.ts'
import { countTouched } from './count-touched.ts'

/** What was said of mending a clause; people by their ids. */
interface Said {
  readonly clause: string
  readonly effort: Effort | null
  readonly owner_id: string | null
  readonly by_day: string | null
  readonly note: string
  readonly state: Improvement['state']
  readonly said_by: string | null
  readonly said_at: Date
}

/**
 * What to improve first (SPEC M16, M17): reckoned anew each time from the tickets of the last 30 dates of the charter's zone.
 * Told of it is what is for the reader; the ranks are those among all clauses. Throws `no-charter`.
 */
export async function readImprovements(
  tx: Transaction,
  reader: { readonly person: string | undefined; readonly roles: readonly string[] },
): Promise<Improvements> {
  const { version, clauses } = await readHandbook(tx, reader)
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) throw new Error(`the version ${version.version} has gone`)
  const { zone } = charter
  const measured = measuredClauses(charter.document)
  const first = firstOfLastDates(zone, tx.now)
  const counted = await countTouched(tx, measured, startOfDay(zone, first))
  const said = await readSaid(tx)
  const people = await peopleNamed(
    tx,
    [...said.values()].flatMap(({ owner_id, said_by }) => [owner_id, said_by]),
  )
  const all = measured.map(({ id, owner }) => ({
    clause: id,
    position: owner ?? null,
    ...(counted.clauses.get(id) ?? { touched: 0, told: 0, wrong: 0 }),
    effort: said.get(id)?.effort ?? null,
  }))
  const isOpen = ({ clause }: { readonly clause: string }) => (said.get(clause)?.state ?? 'open') === 'open'
  const settled = rankImprovements(
    counted.contacts,
    all.filter((one) => !isOpen(one)),
  )
  const ranked = [
    ...rankImprovements(counted.contacts, all.filter(isOpen)),
    ...settled.map((one) => ({ ...one, rank: null })),
  ]
  const shown = new Map(clauses.map((clause) => [clause.id, clause]))
  return {
    version,
    period: { from: formatDate(first), until: formatDate(localDay(zone, tx.now)), zone: zone.name },
    contacts: counted.contacts,
    clauses: measured.flatMap(({ id }) => shown.get(id) ?? []),
    items: ranked
      .filter(({ of }) => shown.has(of.clause))
      .map(({ of, ...figures }) => ({ ...of, ...figures, ...toldOf(said.get(of.clause), people) })),
  }
}

function toldOf(
  said: Said | undefined,
  people: PeopleNamed,
): Pick<Improvement, 'state' | 'owner' | 'by' | 'note' | 'said'> {
  if (said === undefined) return { state: 'open', owner: null, by: null, note: '', said: null }
  const { state, owner_id, by_day, note, said_by, said_at } = said
  return {
    state,
    owner: personNamed(people, owner_id),
    by: by_day,
    note,
    said: { by: personNamed(people, said_by), at: formatInstant(said_at.getTime()) },
  }
}

async function readSaid({ db, workspace }: Transaction): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<Said>`
    select clause, effort, owner_id, by_day, note, state, said_by, said_at from improvement
     where "workspace_id" = ${workspace}`.execute(db)
  return new Map(rows.map((said) => [said.clause, said]))
}
