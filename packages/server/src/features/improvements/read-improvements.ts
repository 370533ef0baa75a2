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
import { readHandbook, versionInForce } from '../charters/index.ts'
import { countTouched } from './count-touched.ts'

/** What was said of mending a clause. */
interface Said {
  readonly clause: string
  readonly effort: Effort | null
  readonly by_day: string | null
  readonly note: string
  readonly state: Improvement['state']
  readonly said_at: Date
  readonly owner: Improvement['owner']
  readonly said_by: Improvement['owner']
}

type Row = Omit<Said, 'owner' | 'said_by'> & {
  readonly owner_id: string | null
  readonly owner_name: string | null
  readonly owner_email: string | null
  readonly by_id: string | null
  readonly by_name: string | null
  readonly by_email: string | null
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
      .map(({ of, ...figures }) => ({ ...of, ...figures, ...toldOf(said.get(of.clause)) })),
  }
}

function toldOf(said: Said | undefined): Pick<Improvement, 'state' | 'owner' | 'by' | 'note' | 'said'> {
  if (said === undefined) return { state: 'open', owner: null, by: null, note: '', said: null }
  const { state, owner, by_day, note, said_by, said_at } = said
  return { state, owner, by: by_day, note, said: { by: said_by, at: formatInstant(said_at.getTime()) } }
}

async function readSaid({ db, workspace }: Transaction): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<Row>`
    select i.clause, i.effort, i.by_day, i.note, i.state, i.said_at, o.id as owner_id, o.name as owner_name,
           o.email as owner_email, b.id as by_id, b.name as by_name, b.email as by_email
      from improvement i
      left join person o on o."workspace_id" = ${workspace} and o.id = i.owner_id
      left join person b on b."workspace_id" = ${workspace} and b.id = i.said_by
     where i."workspace_id" = ${workspace}`.execute(db)
  return new Map(
    rows.map(({ owner_id, owner_name, owner_email, by_id, by_name, by_email, ...said }) => [
      said.clause,
      { ...said, owner: refOf(owner_id, owner_name, owner_email), said_by: refOf(by_id, by_name, by_email) },
    ]),
  )
}

function refOf(id: string | null, name: string | null, email: string | null): Improvement['owner'] {
  return id === null ? null : { id, name: name ?? email ?? '', email }
}
