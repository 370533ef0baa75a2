/** What came out otherwise than an example says: in English for the terminal, and as a finding for screens and approvers. */
import type { Zone } from '../../calendar/index.ts'
import type {
  CompiledCharter,
  Example,
  ExampleOfPromise,
  ExampleOfRemedy,
  Finding,
  Place,
} from '../../charter/index.ts'
import { formatMoney } from '../../charter/index.ts'
import { type Commitment, type Decision, sayInstant } from '../../decide/index.ts'
import { found as finding } from '../words/found.ts'
import { localText } from '../words/local-text.ts'
import { exampleInstant } from './example-instant.ts'

/** One thing that came out otherwise than an example says. */
export interface ExampleFailure {
  readonly clause: string
  readonly about: 'due' | 'row' | 'none' | 'allow' | 'up to' | 'at'
  readonly expected: string
  readonly found: string
  readonly place: Place
  /** The reckoning of what came out, line by line. */
  readonly why: readonly string[]
  /** The same as a warning of the checks. */
  readonly finding: Finding
}

/** A clause of an example by its id. */
interface Named {
  /** From 1, in the order of the document. */
  readonly example: number
  readonly clause: string
}

/** What came of a promise otherwise than an example wants. */
export function failuresOfPromise(
  { zone }: CompiledCharter,
  named: Named,
  wanted: ExampleOfPromise,
  commitment: Commitment | undefined,
  decision: Decision,
): readonly ExampleFailure[] {
  const { place } = wanted
  const { clause } = named
  const why = commitment?.why.map(({ text }) => text) ?? []
  const say = (instant: number) => `${sayInstant(zone, instant)} (${zone.name})`
  const isNone = wanted.due === 'none'
  const due = isNone || wanted.due === undefined ? undefined : instantIn(wanted.due, zone)
  const wantedDue = { ...named, expected: timeText(zone, due, wanted.due ?? ''), zone: zone.name }
  if (commitment === undefined) {
    if (isNone) return []
    const failed = decision.unevaluated.find((one) => one.clause === clause)
    const found = failed === undefined ? 'no row applies' : `not evaluated: ${failed.text}`
    const expected = wanted.due ?? `row ${wanted.row ?? ''}`
    const told =
      failed !== undefined
        ? finding('example-fails.not-evaluated', place, named)
        : wanted.due !== undefined
          ? finding('example-fails.no-due', place, wantedDue)
          : finding('example-fails.no-row', place, { ...named, expected: wanted.row ?? 0 })
    return [{ clause, about: 'due', expected, found, place, why, finding: told }]
  }
  const found = commitment.due === null ? 'paused' : say(commitment.due)
  if (isNone) {
    const promised = `row ${commitment.row}, due ${found}`
    const told = finding('example-fails.promised', place, { ...named, row: commitment.row })
    return [{ clause, about: 'none', expected: 'no commitment', found: promised, place, why, finding: told }]
  }
  const failures: ExampleFailure[] = []
  if (wanted.due !== undefined && (due === undefined || due !== commitment.due)) {
    const told =
      commitment.due === null
        ? finding('example-fails.no-due', place, wantedDue)
        : finding('example-fails.due', place, { ...wantedDue, found: timeText(zone, commitment.due, '') })
    const expected = due === undefined ? wanted.due : say(due)
    failures.push({ clause, about: 'due', expected, found, place, why, finding: told })
  }
  if (wanted.row !== undefined && wanted.row !== commitment.row) {
    const told = finding('example-fails.row', place, { ...named, expected: wanted.row, found: commitment.row })
    const [expected, came] = [`row ${wanted.row}`, `row ${commitment.row}`]
    failures.push({ clause, about: 'row', expected, found: came, place, why, finding: told })
  }
  return failures
}

/** What came of a remedy otherwise than an example wants. */
export function failuresOfRemedy(
  named: Named,
  wanted: ExampleOfRemedy,
  remedy: Decision['remedies'][number] | undefined,
): readonly ExampleFailure[] {
  const { place } = wanted
  const fail = (
    about: ExampleFailure['about'],
    [expected, found]: readonly [string, string],
    told: Finding,
  ): ExampleFailure => ({ clause: named.clause, about, expected, found, place, why: [], finding: told })
  const failures: ExampleFailure[] = []
  const allowed = (remedy?.allow ?? []).toSorted()
  if (wanted.allow !== undefined && listed(wanted.allow.toSorted()) !== listed(allowed)) {
    const expected = wanted.allow.toSorted()
    const data = { ...named, expected, found: allowed }
    failures.push(fail('allow', [listed(expected), listed(allowed)], finding('example-fails.allow', place, data)))
  }
  const upTo = remedy?.up_to ?? null
  if (wanted.upTo !== undefined && (upTo?.minor !== wanted.upTo.minor || upTo.currency !== wanted.upTo.currency)) {
    const expected = formatMoney(wanted.upTo)
    const told =
      upTo === null
        ? finding('example-fails.no-amount', place, { ...named, expected })
        : finding('example-fails.amount', place, { ...named, expected, found: formatMoney(upTo) })
    failures.push(fail('up to', [expected, upTo === null ? 'no amount' : formatMoney(upTo)], told))
  }
  if (wanted.row !== undefined && wanted.row !== remedy?.row) {
    const expected = wanted.row
    const told =
      remedy === undefined
        ? finding('example-fails.no-row', place, { ...named, expected })
        : finding('example-fails.row', place, { ...named, expected, found: remedy.row })
    failures.push(fail('row', [`row ${expected}`, remedy === undefined ? 'no row applies' : `row ${remedy.row}`], told))
  }
  return failures
}

/** An example whose instant cannot be told. */
export function failureOfInstant({ at, place }: Example, example: number): ExampleFailure {
  return {
    clause: '',
    about: 'at',
    expected: 'an instant such as 2026-12-23T16:30',
    found: at,
    place,
    why: [],
    finding: finding('example-fails.not-tried', place, { example, count: 1 }),
  }
}

/** The instant that an example writes; undefined too where it lies beyond what is known of the zone: nothing falls due there. */
function instantIn(text: string, zone: Zone): number | undefined {
  const written = Date.parse(`${text.slice(0, 10)}T00:00Z`)
  return written - DAY > zone.from && written + 2 * DAY < zone.until ? exampleInstant(text, zone) : undefined
}

const DAY = 86_400_000

/** An instant (UTC ms) in the zone's local time; as it was written, or in UTC, where the zone is not known for so long. */
function timeText(zone: Zone, instant: number | undefined, written: string): string {
  if (instant === undefined) return written.slice(0, 16)
  return instant >= zone.from && instant <= zone.until
    ? localText(zone, instant)
    : new Date(instant).toISOString().slice(0, 16)
}

function listed(kinds: readonly string[]): string {
  return kinds.length === 0 ? 'nothing' : kinds.join(', ')
}
