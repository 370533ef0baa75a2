/** A charter's examples, tried: what each says must come out, what came out and why. Also the rows that none reaches. */
import type { CharterDocument, CompiledCharter, Example, Place } from '../../charter/index.ts'
import { sayCondition } from '../../decide/index.ts'
import { type ExampleFailure, failureOfInstant, failuresOfPromise, failuresOfRemedy } from './example-failures.ts'
import { exampleInstant } from './example-instant.ts'
import { decideExample, decideStarted, startsAtCreation } from './example-ticket.ts'

export interface ExampleResult {
  /** From 1, in the order of the document. */
  readonly number: number
  readonly place: Place
  readonly given: Example['given']
  readonly at: string
  readonly failures: readonly ExampleFailure[]
}

/** A row of a promise or a remedy that no example reaches, or that some reach without saying what must come out. */
export interface UntriedRow {
  readonly clause: string
  /** From 1. */
  readonly row: number
  readonly says: string
  readonly reached: boolean
  readonly place: Place
}

export interface ExamplesReport {
  readonly examples: readonly ExampleResult[]
  /** How many rows promises and remedies have. */
  readonly rows: number
  readonly untried: readonly UntriedRow[]
}

const DAY = 86_400_000

/** The span of instants (UTC ms) that the examples speak of, with room for zones; compile the charter to cover it. */
export function examplesSpan({
  examples,
}: CharterDocument): { readonly from: number; readonly until: number } | undefined {
  const days = examples.map(({ at }) => Date.parse(at.slice(0, 10))).filter((ms) => !Number.isNaN(ms))
  if (days.length === 0) return undefined
  return { from: Math.min(...days) - 2 * DAY, until: Math.max(...days) + 2 * DAY }
}

/**
 * Tries every example of the charter. Pure; an example's ticket is opened by a customer at the example's instant, and
 * decided at that instant, or at `now` (UTC ms) where that is later.
 */
export function runExamples(charter: CompiledCharter, now = Number.NEGATIVE_INFINITY): ExamplesReport {
  const rows = new Map<string, { reached: boolean; tried: boolean }>()
  const examples = charter.document.examples.map((example, index): ExampleResult => {
    const at = exampleInstant(example.at, charter.zone)
    const { place, given } = example
    const failures =
      at === undefined
        ? [failureOfInstant(example, index + 1)]
        : tryExample(charter, example, { number: index + 1, at, now: Math.max(at, now) }, rows)
    return { number: index + 1, place, given, at: example.at, failures }
  })
  const { promises, remedies } = charter.document
  const count = [...promises, ...remedies].reduce((sum, clause) => sum + clause.rows.length, 0)
  return { examples, rows: count, untried: untriedRows(charter.document, rows) }
}

type RowsTried = Map<string, { reached: boolean; tried: boolean }>

/** An example and when: its number from 1, its instant and when it is decided (UTC ms). */
export interface Trial {
  readonly number: number
  readonly at: number
  readonly now: number
}

/** Tries one example. Where the rows that it reaches are not asked for, only what it says something of is decided. */
export function tryExample(
  charter: CompiledCharter,
  example: Example,
  { number, at, now }: Trial,
  rows?: RowsTried,
): readonly ExampleFailure[] {
  const failures: ExampleFailure[] = []
  const created = decideExample(charter, example, at, now)
  for (const promise of charter.promises) {
    const wanted = example.promises.get(promise.id)
    if (rows === undefined && wanted === undefined) continue
    const decision = startsAtCreation(promise) ? created : decideStarted(charter, example, at, now, promise)
    const commitment = decision.commitments.find((one) => one.promise === promise.id)
    if (commitment !== undefined) note(rows, promise.id, commitment.row, wanted !== undefined)
    const named = { example: number, clause: promise.id }
    if (wanted !== undefined) failures.push(...failuresOfPromise(charter, named, wanted, commitment, decision))
  }
  for (const { clause } of charter.remedies) {
    const remedy = created.remedies.find((one) => one.clause === clause.id)
    const wanted = example.remedies.get(clause.id)
    if (remedy !== undefined) note(rows, clause.id, remedy.row, wanted !== undefined)
    if (wanted !== undefined) failures.push(...failuresOfRemedy({ example: number, clause: clause.id }, wanted, remedy))
  }
  return failures
}

function note(rows: RowsTried | undefined, clause: string, row: number, tried: boolean): void {
  const key = `${clause}/${row}`
  rows?.set(key, { reached: true, tried: tried || (rows.get(key)?.tried ?? false) })
}

function untriedRows({ promises, remedies }: CharterDocument, rows: RowsTried): readonly UntriedRow[] {
  return [...promises, ...remedies].flatMap((clause) =>
    clause.rows.flatMap(({ cells, place }, index): readonly UntriedRow[] => {
      const known = rows.get(`${clause.id}/${index + 1}`)
      if (known?.tried === true) return []
      return [{ clause: clause.id, row: index + 1, says: sayCondition(cells), reached: known !== undefined, place }]
    }),
  )
}
