/** What crises make of promises: SPEC A1–A3. */
import { instantOf, type Zone } from '../calendar/index.ts'
import type { CompiledAmendment, CompiledCrisis, CompiledPromise, Target } from './compiled.ts'
import type { AmendmentChange, CrisisClause, LocalTime, PromiseClause, PromiseRow } from './document.ts'
import type { Duration } from './parts.ts'
import { durationText } from './view/duration-text.ts'

const DAY = 86_400_000

/** A crisis with its instants. */
export function openCrisis(clause: CrisisClause, zone: Zone): CompiledCrisis {
  return { clause, from: instantIn(zone, clause.from), until: instantIn(zone, clause.until) }
}

/** The amendments of one promise, in the order of the crises. */
export function amendmentsOf(
  crises: readonly CompiledCrisis[],
  promise: PromiseClause,
  open: (duration: Duration) => Target,
): readonly CompiledAmendment[] {
  return crises.flatMap(({ clause: crisis, from, until }) =>
    crisis.amends
      .filter((amendment) => amendment.promise === promise.id)
      .map(({ change }) => {
        const rows = amendedRows(promise.rows, change)
        return { crisis, from, until, rows, targets: rows.map((row) => open(row.target)) }
      }),
  )
}

/** The amendment that tickets created at `created` (UTC ms) are judged by; undefined where the promise stands as it is. */
export function amendmentAt({ amendments }: CompiledPromise, created: number): CompiledAmendment | undefined {
  return amendments.find(({ from, until }) => from <= created && created < until)
}

/** The rows of a promise as a commitment has them: as amended where `crisis`, an id, amended it. */
export function rowsUnder({ clause, amendments }: CompiledPromise, crisis: string | undefined): readonly PromiseRow[] {
  return amendments.find((each) => each.crisis.id === crisis)?.rows ?? clause.rows
}

/** What the rows promise, opened, in the same way. */
export function targetsUnder({ targets, amendments }: CompiledPromise, crisis: string | undefined): readonly Target[] {
  return amendments.find((each) => each.crisis.id === crisis)?.targets ?? targets
}

/** Rows with what they promise meanwhile. */
function amendedRows(rows: readonly PromiseRow[], change: AmendmentChange): readonly PromiseRow[] {
  if (change.kind === 'suspended') return []
  return rows.map((row) => {
    if (change.kind === 'target') return { ...row, target: change.target, targetText: change.targetText }
    const target = longer(row.target, change.times)
    return { ...row, target, targetText: durationText(target) }
  })
}

function longer(duration: Duration, times: number): Duration {
  if (duration.kind === 'opening') return { ...duration, ms: duration.ms * times }
  if (duration.kind === 'working-days') return { ...duration, count: duration.count * times }
  return { ...duration, span: { ...duration.span, count: duration.span.count * times } }
}

/** Beyond what the zone knows nothing can be judged (SPEC T8): there the last instant that it knows will do. */
function instantIn(zone: Zone, { day, minute }: LocalTime): number {
  const about = day * DAY + minute * 60_000
  if (about < zone.from + 2 * DAY) return zone.from
  if (about > zone.until - 2 * DAY) return zone.until
  return instantOf(zone, day, minute)
}
