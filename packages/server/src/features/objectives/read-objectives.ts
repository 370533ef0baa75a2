import type { Comparison, MarkedClause, Measured, Objective } from '@avow/contract'
import {
  addMonths,
  type Benchmark,
  benchmarkGap,
  type CompiledCharter,
  clausesOf,
  type Day,
  firstOfLastDates,
  formatDate,
  isOldBenchmark,
  isReached,
  localDay,
  medianWait,
  type ObjectiveClause,
  type ObjectiveFigure,
  type ObservedWait,
} from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { type CurrentFigures, currentFigures } from './current-figures.ts'
import { waitsSince } from './waits-since.ts'

const MONTHS_OF_WAITS = 12

interface Beside {
  readonly figures: CurrentFigures
  readonly waits: readonly ObservedWait[]
  readonly today: Day
}

/** The objectives of the charter in force, with their figures at the transaction's now. */
export async function readObjectives(tx: Transaction): Promise<{
  period: { from: string; until: string; zone: string } | null
  items: Objective[]
  marked: MarkedClause[]
}> {
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) return { period: null, items: [], marked: [] }
  const today = localDay(charter.zone, tx.now)
  const { objectives } = charter.document
  const beside: Beside = {
    today,
    figures: await currentFigures(tx, charter, objectives),
    waits: objectives.length === 0 ? [] : await waitsSince(tx, addMonths(today, -MONTHS_OF_WAITS) - 1),
  }
  return {
    period: {
      from: formatDate(firstOfLastDates(charter.zone, tx.now)),
      until: formatDate(today),
      zone: charter.zone.name,
    },
    items: objectives.map((clause) => objectiveOf(charter, clause, beside)),
    marked: clausesOf(charter.document).flatMap(({ id, kind, says, stance }) =>
      stance === undefined || kind === 'objective'
        ? []
        : [{ id, kind, says: says === undefined ? null : Object.fromEntries(says.by), stance }],
    ),
  }
}

function objectiveOf({ document }: CompiledCharter, clause: ObjectiveClause, beside: Beside): Objective {
  const {
    id,
    says,
    owner = document.people?.owner,
    measure,
    target,
    stretch,
    baseline,
    by,
    stance,
    benchmarks,
  } = clause
  const current = beside.figures.of(measure)
  const value = document.values.find((one) => one.id === clause.value)
  const reached = (aim: ObjectiveFigure | undefined): boolean | null =>
    aim === undefined || current.figure === null ? null : (isReached(current.figure, aim) ?? null)
  return {
    id,
    says: Object.fromEntries(says.by),
    owner: owner ?? null,
    value: value === undefined ? null : { id: value.id, says: Object.fromEntries(value.says.by) },
    baseline: amountOf(baseline),
    target: amountOf(target),
    stretch: amountOf(stretch),
    by: formatDate(by),
    stance: stance ?? null,
    current,
    is_reached: reached(target),
    is_stretch_reached: reached(stretch),
    comparisons: benchmarks.map((benchmark) => comparisonOf(clause, benchmark, beside)),
  }
}

function comparisonOf(
  { measure }: ObjectiveClause,
  benchmark: Benchmark,
  { figures, waits, today }: Beside,
): Comparison {
  const { of, claims, source, date, channel, stance } = benchmark
  const ours = figures.ofKind(measure, claims.kind)
  const time = figures.ofKind(measure, 'time')?.figure ?? null
  const observed = medianWait(waits, { of, channel, today })
  return {
    of,
    claims: amountOf(claims),
    channel: channel ?? null,
    stance: stance ?? null,
    source,
    date: formatDate(date),
    is_old: isOldBenchmark(benchmark, today),
    ours: ours ?? null,
    gap: gapTo(ours, claims),
    observed:
      observed === undefined
        ? null
        : { ...observed, gap: time === null ? null : (benchmarkGap(time, { kind: 'time', ms: observed.ms }) ?? null) },
  }
}

function gapTo(ours: Measured | undefined, claims: ObjectiveFigure): Comparison['gap'] {
  return ours === undefined || ours.figure === null ? null : (benchmarkGap(ours.figure, claims) ?? null)
}

function amountOf(figure: ObjectiveFigure): Objective['target']
function amountOf(figure: ObjectiveFigure | undefined): Objective['baseline']
function amountOf(figure: ObjectiveFigure | undefined): Objective['baseline'] {
  if (figure === undefined) return null
  return figure.kind === 'percent' ? { kind: 'percent', percent: figure.percent } : { kind: 'time', ms: figure.ms }
}
