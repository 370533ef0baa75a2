/** Promises that are looser than the law under which the charter says it lives. */
import type {
  CharterLaw,
  CheckCode,
  ClockDefinition,
  Condition,
  Finding,
  Measure,
  PromiseClause,
  PromiseRow,
} from '../../charter/index.ts'
import { type LawEnd, type LawLimit, type LawRow, lawRowsFor, lawTimeText } from '../../law/index.ts'
import type { ComparedCharter } from '../differences/compare-targets.ts'
import { casesWhere } from '../tables/cases-where.ts'
import { promiseSubject } from '../tables/table-subjects.ts'
import { instantText, type Moment, type Witness } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { localText } from '../words/local-text.ts'
import { LawClock } from './law-limits.ts'

type LawCode = Extract<CheckCode, `promise-${string}looser-than-law`>
const MINUTE = 60_000

interface LimitedRow extends LawRow {
  readonly limit: LawLimit
}

/**
 * Each row of the packs that binds the charter against each promise over the same clock: is there a ticket of the row's
 * matter for which the promise falls due after the law's limit? One finding for each row of a promise and row of law, with
 * the ticket; at the worst start. Rows that are off, and rows without a number, find nothing.
 */
export function checkLaw(charter: ComparedCharter, moment: Moment): Finding[] {
  const { law, promises } = charter.document
  if (law === undefined) return []
  const clock = new LawClock(charter, law, moment.at)
  return lawInForce(law).flatMap((row) =>
    promises.flatMap((promise) => {
      const matter = matterFor(row, promise, law)
      return matter === undefined ? [] : looserRows(row, promise, matter, charter, clock, law, moment)
    }),
  )
}

/** The rows with a number that bind the charter and are not switched off. */
function lawInForce(law: CharterLaw): LimitedRow[] {
  const off = new Set(law.off.map(({ row }) => row))
  return lawRowsFor(law.jurisdictions, law.sectors).filter(
    (row): row is LimitedRow => row.limit !== undefined && !off.has(row.id),
  )
}

/** Which tickets of the promise the row speaks of; undefined where it does not speak of the promise. */
function matterFor({ id, limit }: LimitedRow, promise: PromiseClause, law: CharterLaw): Condition | undefined {
  const told = law.matters.get(limit.matter)
  if (promise.law?.includes(id)) return told ?? ANY_TICKET
  if (!isClockOf(limit, promise.clock, law)) return undefined
  if (told !== undefined) return told
  // Where complaints are not told apart, any ticket may be one; a declared event says itself what it is about.
  return limit.matter === 'complaint' || promise.clock.kind === 'declared' ? ANY_TICKET : undefined
}

const ANY_TICKET: Condition = new Map()

/** What cannot have happened before somebody has answered. */
const AFTER_AN_ANSWER: ReadonlySet<LawEnd> = new Set(['acknowledged', 'replied', 'answered', 'resolved', 'picked-up'])
/** What has happened once a matter is settled. */
const BY_RESOLUTION: ReadonlySet<LawEnd> = new Set(['answered', 'resolved'])

function isClockOf({ from, until }: LawLimit, clock: ClockDefinition, { events }: CharterLaw): boolean {
  const isFromTicket = from === 'received' || from === 'called'
  if (clock.kind === 'first-response') return isFromTicket && AFTER_AN_ANSWER.has(until)
  if (clock.kind === 'resolution') return from === 'received' && BY_RESOLUTION.has(until)
  if (clock.kind !== 'declared' || clock.until !== events.get(until)) return false
  return clock.from === events.get(from) || (from === 'received' && clock.from === 'ticket.created')
}

function looserRows(
  row: LimitedRow,
  promise: PromiseClause,
  matter: Condition,
  { document, zone }: ComparedCharter,
  clock: LawClock,
  law: CharterLaw,
  moment: Moment,
): Finding[] {
  const { facts } = document
  const speaksOf = { source: { facts, hit: 'first' as const, when: matter, rows: [{ cells: ANY_TICKET }] }, keys: [''] }
  const told = { source: promiseSubject(facts, promise).source, keys: promise.rows.map((_, index) => String(index)) }
  const code = codeOf(row, law)
  return promise.rows.flatMap((promised, index) => {
    const looser = compare(row.limit, promised, promise.measured, clock)
    if (looser === undefined) return []
    const at = looser.kind === 'late' ? looser.start : moment.at
    const [hit] = casesWhere(speaksOf, told, (_, hits) => hits === index, { at, zone })
    if (hit === undefined) return []
    const data = {
      row: index + 1,
      clause: promise.id,
      gives: promised.targetText,
      law: row.id,
      allows: lawTimeText(row.limit.within),
    }
    if (looser.kind === 'longer') return [found(`${code}.longer`, promised.place, data, hit.witness)]
    if (looser.kind === 'fewer') {
      const { promised: percent, wanted } = looser
      return [found(`${code}.fewer`, promised.place, { ...data, promised: percent, wanted }, hit.witness)]
    }
    const times = {
      starts: localText(zone, looser.start),
      due: localText(zone, looser.due),
      limit: localText(zone, looser.limit),
      zone: zone.name,
    }
    const witness: Witness = { facts: hit.witness.facts, at: hit.witness.at ?? instantText(looser.start) }
    return [found(`${code}.late`, promised.place, { ...data, ...times }, witness)]
  })
}

/** A number that was read in the law's text or on its authority's page blocks; another only where the charter wants it. */
function codeOf({ id, status }: LawRow, { blocking }: CharterLaw): LawCode {
  const blocks = status === 'V' || blocking === 'all' || blocking.includes(id)
  return blocks ? 'promise-looser-than-law' : 'promise-perhaps-looser-than-law'
}

type Looser =
  | { readonly kind: 'late'; readonly start: number; readonly due: number; readonly limit: number }
  | { readonly kind: 'longer' }
  | { readonly kind: 'fewer'; readonly promised: number; readonly wanted: number }

/** How a row of a promise is looser than a limit; undefined where it is not. */
function compare(
  { within, share, mean }: LawLimit,
  { target }: PromiseRow,
  measured: readonly Measure[],
  clock: LawClock,
): Looser | undefined {
  if (within.unit === 'minute') {
    const most = within.count * MINUTE
    const isMean = measured.some((measure) => measure.kind === 'mean' && measure.ms <= most)
    // Who waits in minutes waits while the line is open, so the lengths are compared, whatever the start.
    if (!(mean && isMean) && !(target.kind === 'opening' && target.ms <= most)) return { kind: 'longer' }
  } else {
    const late = clock.worstStart(target, within)
    if (late !== undefined) return { kind: 'late', ...late }
  }
  const most = shareOf(measured)
  return share !== undefined && most < share ? { kind: 'fewer', promised: most, wanted: share } : undefined
}

/** The percentage that a promise goes by; 100 where each case counts, or where only a mean is measured. */
function shareOf(measured: readonly Measure[]): number {
  const shares = measured.flatMap((measure) => (measure.kind === 'share' ? [measure.percent] : []))
  return shares.length === 0 || measured.some(({ kind }) => kind === 'each') ? 100 : Math.max(...shares)
}
