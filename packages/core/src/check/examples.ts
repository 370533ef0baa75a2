/** A charter's examples, tried: what each says must come out, what came out and why. Also the rows that none reaches. */
import type {
  CharterDocument,
  CompiledCharter,
  Example,
  ExampleOfPromise,
  ExampleOfRemedy,
  Place,
} from '../charter/index.ts'
import { formatMoney } from '../charter/index.ts'
import { type Commitment, type Decision, sayCondition, sayInstant } from '../decide/index.ts'
import { exampleInstant } from './example-instant.ts'
import { decideExample, decideStarted, startsAtCreation } from './example-ticket.ts'

/** One thing that came out otherwise than an example says. */
export interface ExampleFailure {
  readonly clause: string
  readonly about: 'due' | 'row' | 'none' | 'allow' | 'up to' | 'at'
  readonly expected: string
  readonly found: string
  readonly place: Place
  /** The reckoning of what came out, line by line. */
  readonly why: readonly string[]
}

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
      at === undefined ? [noInstant(example)] : tryExample(charter, example, { at, now: Math.max(at, now) }, rows)
    return { number: index + 1, place, given, at: example.at, failures }
  })
  const { promises, remedies } = charter.document
  const count = [...promises, ...remedies].reduce((sum, clause) => sum + clause.rows.length, 0)
  return { examples, rows: count, untried: untriedRows(charter.document, rows) }
}

type RowsTried = Map<string, { reached: boolean; tried: boolean }>

function tryExample(
  charter: CompiledCharter,
  example: Example,
  { at, now }: { at: number; now: number },
  rows: RowsTried,
): readonly ExampleFailure[] {
  const failures: ExampleFailure[] = []
  const created = decideExample(charter, example, at, now)
  for (const promise of charter.promises) {
    const decision = startsAtCreation(promise) ? created : decideStarted(charter, example, at, now, promise)
    const commitment = decision.commitments.find((one) => one.promise === promise.id)
    const wanted = example.promises.get(promise.id)
    if (commitment !== undefined) note(rows, promise.id, commitment.row, wanted !== undefined)
    if (wanted !== undefined) failures.push(...comparePromise(charter, promise.id, wanted, commitment, decision))
  }
  for (const { clause } of charter.remedies) {
    const remedy = created.remedies.find((one) => one.clause === clause.id)
    const wanted = example.remedies.get(clause.id)
    if (remedy !== undefined) note(rows, clause.id, remedy.row, wanted !== undefined)
    if (wanted !== undefined) failures.push(...compareRemedy(clause.id, wanted, remedy))
  }
  return failures
}

function comparePromise(
  charter: CompiledCharter,
  clause: string,
  wanted: ExampleOfPromise,
  commitment: Commitment | undefined,
  decision: Decision,
): readonly ExampleFailure[] {
  const { place } = wanted
  const why = commitment?.why.map(({ text }) => text) ?? []
  const say = (instant: number) => `${sayInstant(charter.zone, instant)} (${charter.zone.name})`
  if (commitment === undefined) {
    if (wanted.due === 'none') return []
    const failed = decision.unevaluated.find((one) => one.clause === clause)
    const found = failed === undefined ? 'no row applies' : `not evaluated: ${failed.text}`
    return [{ clause, about: 'due', expected: wanted.due ?? `row ${wanted.row ?? ''}`, found, place, why }]
  }
  const found = commitment.due === null ? 'paused' : say(commitment.due)
  if (wanted.due === 'none')
    return [
      { clause, about: 'none', expected: 'no commitment', found: `row ${commitment.row}, due ${found}`, place, why },
    ]
  const failures: ExampleFailure[] = []
  const due = wanted.due === undefined ? undefined : exampleInstant(wanted.due, charter.zone)
  if (wanted.due !== undefined && (due === undefined || due !== commitment.due)) {
    failures.push({ clause, about: 'due', expected: due === undefined ? wanted.due : say(due), found, place, why })
  }
  if (wanted.row !== undefined && wanted.row !== commitment.row) {
    failures.push({ clause, about: 'row', expected: `row ${wanted.row}`, found: `row ${commitment.row}`, place, why })
  }
  return failures
}

function compareRemedy(
  clause: string,
  wanted: ExampleOfRemedy,
  remedy: Decision['remedies'][number] | undefined,
): readonly ExampleFailure[] {
  const { place } = wanted
  const fail = (about: ExampleFailure['about'], expected: string, found: string): ExampleFailure => ({
    clause,
    about,
    expected,
    found,
    place,
    why: [],
  })
  const failures: ExampleFailure[] = []
  const list = (kinds: readonly string[]) => (kinds.length === 0 ? 'nothing' : [...kinds].sort().join(', '))
  const allowed = list(remedy?.allow ?? [])
  if (wanted.allow !== undefined && list(wanted.allow) !== allowed)
    failures.push(fail('allow', list(wanted.allow), allowed))
  const upTo = remedy?.up_to ?? null
  if (wanted.upTo !== undefined && (upTo?.minor !== wanted.upTo.minor || upTo.currency !== wanted.upTo.currency)) {
    failures.push(fail('up to', formatMoney(wanted.upTo), upTo === null ? 'no amount' : formatMoney(upTo)))
  }
  if (wanted.row !== undefined && wanted.row !== remedy?.row) {
    failures.push(fail('row', `row ${wanted.row}`, remedy === undefined ? 'no row applies' : `row ${remedy.row}`))
  }
  return failures
}

function noInstant({ at, place }: Example): ExampleFailure {
  return { clause: '', about: 'at', expected: 'an instant such as 2026-12-23T16:30', found: at, place, why: [] }
}

function note(rows: RowsTried, clause: string, row: number, tried: boolean): void {
  const key = `${clause}/${row}`
  rows.set(key, { reached: true, tried: tried || (rows.get(key)?.tried ?? false) })
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
