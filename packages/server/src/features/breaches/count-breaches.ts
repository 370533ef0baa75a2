import type { BreachTotal } from '@avow/contract'
import { parseDate, startOfDay, type Zone } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { type BreachFilters, breachConditions, CAUSE } from './breach-filters.ts'

export type CountedBy = 'cause' | 'promise' | 'team' | 'week'

const KEYS: Readonly<Record<CountedBy, RawBuilder<unknown>>> = {
  cause: CAUSE,
  promise: sql`b.promise`,
  team: sql`b.team`,
  week: sql`b.week`,
}

interface Counted {
  readonly key: string
  readonly broken: number
  readonly median_late_ms: number
}

/**
 * Broken promises by one of their sides, the most first, weeks the last first. They add up to what `listBreaches` lists
 * under the same filters. Beside them how many were kept or broken there in all, whatever their cause: a kept promise counts
 * for the team that has its ticket now.
 */
export async function countBreaches(
  tx: Transaction,
  { by, ...filters }: BreachFilters & { readonly by: CountedBy },
): Promise<BreachTotal[]> {
  const order = by === 'week' ? sql`key desc` : sql`broken desc, key`
  const { rows } = await sql<Counted>`
    select ${KEYS[by]} as key, count(*) as broken,
           percentile_disc(0.5) within group (
             order by coalesce(b.late_ms, greatest(0, (extract(epoch from ${new Date(tx.now)}::timestamptz - b.due) * 1000)::bigint))
           ) as median_late_ms
      from breach b
     where b."workspace_id" = ${tx.workspace} and ${breachConditions(filters)}
     group by 1 order by ${order}`.execute(tx.db)
  if (by === 'cause') return rows.map((row) => ({ ...row, settled: null }))
  const { cause: _, ...others } = filters
  const broken = new Map(
    (filters.cause === undefined ? rows : await countBreaches(tx, { by, ...others })).map((row) => [
      row.key,
      row.broken,
    ]),
  )
  const kept = await countKept(
    tx,
    by,
    others,
    rows.map(({ key }) => key),
  )
  return rows.map((row) => ({ ...row, settled: (broken.get(row.key) ?? row.broken) + (kept.get(row.key) ?? 0) }))
}

/** How many were kept, by the same keys. */
async function countKept(
  tx: Transaction,
  by: Exclude<CountedBy, 'cause'>,
  { promise, team, week }: BreachFilters,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map()
  const zone = (await versionInForce(tx, tx.now))?.zone
  const mondays = by === 'week' ? keys : week === undefined ? [] : [week]
  const weeks = zone === undefined ? [] : mondays.flatMap((monday) => weekOf(zone, monday))
  if (mondays.length > 0 && weeks.length === 0) return new Map()
  const { rows } = await sql<{ key: string; kept: number }>`
    select ${{ promise: sql`c.promise`, team: sql`coalesce(t.team, '')`, week: sql`w.monday` }[by]} as key, count(*) as kept
      from commitment c
      ${by === 'team' || team !== undefined ? sql`join ticket t on t."workspace_id" = ${tx.workspace} and t.id = c.ticket_id` : sql``}
      ${
        weeks.length > 0
          ? sql`join jsonb_to_recordset(${JSON.stringify(weeks)}::jsonb) as w (monday text, "from" timestamptz, "to" timestamptz)
                  on c.due >= w."from" and c.due < w."to"`
          : sql``
      }
     where c."workspace_id" = ${tx.workspace} and c.state = 'kept'
       and ${promise === undefined ? sql`true` : sql`c.promise = ${promise}`}
       and ${team === undefined ? sql`true` : sql`coalesce(t.team, '') = ${team}`}
     group by 1`.execute(tx.db)
  return new Map(rows.map(({ key, kept }) => [key, kept]))
}

function weekOf(zone: Zone, monday: string): readonly { monday: string; from: Date; to: Date }[] {
  const day = parseDate(monday)
  return day === undefined
    ? []
    : [{ monday, from: new Date(startOfDay(zone, day)), to: new Date(startOfDay(zone, day + 7)) }]
}
