import type { Measured } from '@avow/contract'
import {
  type CompiledCharter,
  firstOfLastDates,
  measureText,
  type ObjectiveClause,
  type ObjectiveMeasure,
  percentOf,
  startOfDay,
  timeOfMs,
} from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type PromiseFigures, publicFigures } from '../figures/index.ts'
import { givenSince } from '../remedies/index.ts'

/** The figures that objectives go by, over the last 30 dates of the charter's zone (SPEC M13). */
export interface CurrentFigures {
  of(measure: ObjectiveMeasure): Measured
  /** The same, or, where it is of the other kind, that of the same promise; undefined where there is none of the kind. */
  ofKind(measure: ObjectiveMeasure, kind: 'percent' | 'time'): Measured | undefined
}

interface Counted {
  readonly count: number
  readonly all: number
}

/** At the transaction's now. What no objective asks for is not counted. */
export async function currentFigures(
  tx: Transaction,
  charter: CompiledCharter,
  objectives: readonly ObjectiveClause[],
): Promise<CurrentFigures> {
  const measures = objectives.map(({ measure }) => measure)
  const promises = [...new Set(measures.flatMap((one) => ('promise' in one ? [one.promise] : [])))]
  const since = startOfDay(charter.zone, firstOfLastDates(charter.zone, tx.now))
  const asks = (kind: ObjectiveMeasure['kind']) => measures.some((one) => one.kind === kind)
  const figures: PromiseFigures = promises.length === 0 ? new Map() : await publicFigures(tx, charter, tx.now, promises)
  const none: Counted = { count: 0, all: 0 }
  const satisfied = asks('satisfaction') ? await countSatisfied(tx, since) : none
  const unasked = asks('granted-without-asking') ? await unaskedSince(tx, since) : none
  const of = (measure: ObjectiveMeasure): Measured => {
    if ('promise' in measure) return ofPromise(measure.kind, measure.promise, figures)
    return share(measure.kind, measure.kind === 'satisfaction' ? satisfied : unasked)
  }
  return {
    of,
    ofKind(measure, kind) {
      if ((kind === 'time') === (measure.kind === 'median' || measure.kind === 'mean')) return of(measure)
      if (!('promise' in measure)) return undefined
      return of({ kind: kind === 'time' ? 'median' : 'kept', promise: measure.promise })
    },
  }
}

function ofPromise(kind: 'kept' | 'median' | 'mean', promise: string, figures: PromiseFigures): Measured {
  const measure = measureText({ kind, promise })
  const group = figures.get(promise)?.figure.group
  if (group === undefined) return { measure, figure: null, cases: 0 }
  if (kind === 'kept') return share(measure, { count: group.kept, all: group.judged })
  const ms = kind === 'median' ? group.times.percentile(50) : group.times.mean
  return { measure, figure: timeOfMs(ms) ?? null, cases: group.times.size }
}

function share(measure: string, { count, all }: Counted): Measured {
  return { measure, figure: percentOf(count, all) ?? null, cases: all }
}

/** Tickets that were last rated since then (UTC ms), and those of them with 4 or 5. */
async function countSatisfied({ db, workspace, now }: Transaction, since: number): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*) filter (where t.rating >= 4)::integer as count, count(*)::integer as "all" from ticket t
     where t."workspace_id" = ${workspace} and t.rating is not null and exists (
       select from event e where e."workspace_id" = ${workspace} and e.ticket_id = t.id and e.type = 'ticket.rated'
          and e.at between ${new Date(since)} and ${new Date(now)})`.execute(db)
  return rows[0] ?? { count: 0, all: 0 }
}

async function unaskedSince(tx: Transaction, since: number): Promise<Counted> {
  const { withoutAsking, afterAsking } = await givenSince(tx, since)
  return { count: withoutAsking, all: withoutAsking + afterAsking }
}
