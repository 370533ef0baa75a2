import type { GrantShare } from '@avow/contract'
import {
  aimWithoutAsking,
  formatDate,
  type GivenRemedies,
  localDay,
  periodOf,
  shareWithoutAsking,
  startOfDay,
} from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'

const MONTHS = 12

interface Counted {
  readonly period: number
  readonly without_asking: number
  readonly after_asking: number
  readonly refused: number
  readonly withdrawn: number
}

/** The share of remedies given without asking (SPEC M15), by month of the zone of the charter in force, up to now. */
export async function shareOfGrants(tx: Transaction): Promise<GrantShare> {
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) throw new Refusal('no-charter', 'No charter is in force: it lets nobody give anything.')
  const firsts: number[] = []
  let day = periodOf('month', localDay(charter.zone, tx.now)).from
  for (let month = 0; month < MONTHS; month++) {
    firsts.unshift(day)
    day = periodOf('month', day - 1).from
  }
  const counted = await countPeriods(
    tx,
    firsts.map((first) => new Date(startOfDay(charter.zone, first))),
  )
  const months = firsts.map((first, at) => {
    const { period: _, ...counts } = counted.find(({ period }) => period === at + 1) ?? NOTHING
    return { first: formatDate(first), ...counts, share: shareOf([counts]) }
  })
  return {
    zone: charter.document.zone,
    months,
    share: shareOf(months),
    waiting: await countWaiting(tx),
    aim: aimWithoutAsking(charter.document.objectives),
  }
}

/** Remedies given since an instant (UTC ms), by whether anybody had to be asked (SPEC M15). */
export async function givenSince(tx: Transaction, since: number): Promise<GivenRemedies> {
  const [counted = NOTHING] = await countPeriods(tx, [new Date(since)])
  return { withoutAsking: counted.without_asking, afterAsking: counted.after_asking }
}

const NOTHING: Counted = { period: 0, without_asking: 0, after_asking: 0, refused: 0, withdrawn: 0 }

function shareOf(months: readonly Pick<Counted, 'without_asking' | 'after_asking'>[]): number | null {
  const sum = (of: 'without_asking' | 'after_asking') => months.reduce((total, each) => total + each[of], 0)
  return shareWithoutAsking({ withoutAsking: sum('without_asking'), afterAsking: sum('after_asking') })
}

/** By the period that they were given or declined in, from 1; `starts`: when each begins, in order. */
async function countPeriods({ db, workspace }: Transaction, starts: readonly Date[]): Promise<readonly Counted[]> {
  const given = sql`g.state in ('granted', 'done')`
  const { rows } = await sql<Counted>`
    select width_bucket(coalesce(g.decided_at, g.asked_at), ${starts}::timestamptz[]) as period,
           count(*) filter (where ${given} and g.decided_at is null)::int as without_asking,
           count(*) filter (where ${given} and g.decided_at is not null)::int as after_asking,
           count(*) filter (where g.state = 'refused')::int as refused,
           count(*) filter (where g.state = 'withdrawn')::int as withdrawn
      from remedy_grant g
     where g."workspace_id" = ${workspace} and g.state <> 'asked'
       and coalesce(g.decided_at, g.asked_at) >= ${starts[0]}
     group by 1`.execute(db)
  return rows
}

async function countWaiting({ db, workspace }: Transaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from remedy_grant
     where "workspace_id" = ${workspace} and state = 'asked'`.execute(db)
  return rows[0]?.count ?? 0
}
