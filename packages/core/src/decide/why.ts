/** The reasons of a commitment, line by line, as a good clerk would note them. */
import { addSpan, formatDate, localDay } from '../calendar/index.ts'
import type { CompiledPromise, Condition, PromiseRow } from '../charter/index.ts'
import type { Reason, ReasonCode } from './decision.ts'
import type { Judge } from './judge.ts'
import { sayPassedOver } from './matching-rows.ts'
import type { PauseTimeline } from './pause-timeline.ts'
import { dueWithPauses, type Reckoning } from './reckon.ts'
import { type ReckoningSpan, reckoningSpans } from './reckoning-spans.ts'
import { type Basis, RUN, type Run, type RunNote } from './run.ts'
import { sayInstant, sayLength } from './say.ts'

/** Spans told one by one; of more the middle is folded. */
const MOST_SPANS = 60

const STARTED: Readonly<Record<string, string>> = {
  'first-response': 'a person is to answer for the first time',
  'next-response': 'a person is to answer the customer’s message',
  'update-every': 'the customer is to hear from a person again',
  resolution: 'the matter is to be settled',
}

/** A row’s conditions in words, e.g. `channel email, tier gold`. */
export function sayCondition(cells: Condition): string {
  const parts = [...cells.values()].filter((cell) => cell.accepts !== 'any').map((cell) => `${cell.fact} ${cell.text}`)
  return parts.length > 0 ? parts.join(', ') : 'everything else'
}

/** Writes the why of one run, after the judge has finished with its ticket. */
export function whyOf(judge: Judge, run: Run): readonly Reason[] {
  const writer = new WhyWriter(judge, run)
  return writer.write()
}

class WhyWriter {
  private readonly judge: Judge
  private readonly run: Run
  private readonly promise: CompiledPromise
  /** As amended, where they are. */
  private readonly rows: readonly PromiseRow[]
  private readonly lines: Reason[] = []
  /** As they stood when the run was settled: what came later is no part of its reckoning. */
  private readonly pauses: PauseTimeline

  constructor(judge: Judge, run: Run) {
    this.judge = judge
    this.run = run
    this.promise = judge.promiseOf(run)
    this.rows = judge.rowsOf(run.promise)
    this.pauses = Number.isNaN(run.settledAt) ? judge.timeline : judge.timeline.upTo(run.settledAt)
  }

  write(): readonly Reason[] {
    const { run, promise } = this
    const { clock } = promise
    const what =
      clock.kind === 'declared'
        ? `from ${clock.from} until ${clock.until}${run.key ? ` of “${run.key}”` : ''}`
        : (STARTED[clock.kind] ?? '')
    this.line('started', `The clock started on ${this.time(run.start)}: ${what}.`, run.start, null, null, {
      clock: clock.kind,
      key: run.key,
    })
    this.row()
    for (const note of run.notes ?? []) this.note(note)
    const basis = this.basis()
    if (basis !== undefined && basis.origin !== run.start)
      this.line(
        'target',
        `The target is counted from ${this.time(basis.origin)}, when the facts changed.`,
        basis.origin,
        null,
        null,
      )
    if (basis !== undefined) this.reckoning(basis)
    this.verdict()
    return this.lines
  }

  private time(instant: number): string {
    return sayInstant(this.judge.bound.charter.zone, instant)
  }

  private line(
    code: ReasonCode,
    text: string,
    from: number | null,
    to: number | null,
    counted: number | null,
    data: Reason['data'] = {},
  ): void {
    this.lines.push({ code, text, from, to, counted_ms: counted, data })
  }

  private row(): void {
    const first = this.run.firstRow
    const row = this.rows[first]
    if (row === undefined) return
    const number = first + 1
    const says =
      this.rows.length === 1 && row.cells.size === 0 ? 'the promise' : `row ${number} (${sayCondition(row.cells)})`
    this.line('row', `By ${says} the target is ${row.targetText}.`, null, null, null, {
      row: number,
      target: row.targetText,
    })
    this.amendment(this.promise.clause.rows[first]?.targetText ?? '', row.targetText)
  }

  private amendment(usual: string, target: string): void {
    const amendment = this.judge.amendmentOf(this.run.promise)
    if (amendment === undefined) return
    const { crisis, from, until } = amendment
    const text = `The ticket came in while ${crisis.id} was in force, until ${crisis.until.text}: ${target} in place of ${usual}.`
    this.line('amended', text, from, until, null, { crisis: crisis.id, target, usual })
  }

  /** Which other rows match, and why they lose: of rows that match the first one counts (SPEC C10). */
  private passedOver({ at, row, others }: RunNote): void {
    const said = sayPassedOver(row + 1, others)
    const data = { row: row + 1, rows: others.join(', '), count: others.length }
    this.line('rows-passed-over', `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, at, null, null, data)
  }

  private note(note: RunNote): void {
    if (note.code === 'rows-passed-over') return this.passedOver(note)
    const row = this.rows[note.row]
    const named = row === undefined ? 'no row' : `row ${note.row + 1}, ${row.targetText}`
    const data = { row: note.row + 1, what: note.what }
    const change = note.what === '' ? '' : ` (${note.what})`
    const at = this.time(note.at)
    const texts: Readonly<Record<Exclude<RunNote['code'], 'rows-passed-over'>, string>> = {
      'row-changed': `On ${at} the facts changed${change}: from then on ${named}.`,
      'row-kept': `On ${at} the facts changed${change}: ${named}, but the time already told to the customer stays.`,
      'row-fixed': `On ${at} the facts changed${change}, but this promise keeps its first row.`,
      'pause-not-counted':
        note.what === 'on-hold'
          ? `On ${at} the ticket was put on hold without saying who is waited for: the clock runs on.`
          : `On ${at} the ticket was left waiting for the customer, whom nobody had asked: the clock runs on.`,
      told: `On ${at} the customer was told the due time.`,
      'put-off': `On ${at} the customer was told a later time: the promise counts as put off.`,
      'settled-first': `It had been settled on ${at}.`,
      'reopened-late': `On ${at} the ticket was reopened.`,
      reopened: `On ${at} the ticket was reopened; the time since it was settled is not counted.`,
      'reopening-undone': `On ${at} the reopening was found to need no answer, and is taken back.`,
      'silent-solve': `On ${at} the ticket was solved without a message to the customer: that settles nothing.`,
    }
    this.line(note.code, texts[note.code], note.at, null, null, data)
  }

  /** The reckoning that gave the due instant: the row's own, or an older one that it may not pass (SPEC F3). */
  private basis(): Basis | undefined {
    const { run, promise, judge } = this
    const { row, target, origin } = run
    if (target === undefined || run.failed !== '') return undefined
    const own = { row, target, origin }
    if (Number.isNaN(run.due) || run.earlier.length === 0) return own
    const asOf = Number.isNaN(run.settledAt) ? judge.now : run.settledAt
    const answer: Reckoning = { due: 0, stopped: false, left: 0 }
    const gives = (basis: Basis) =>
      dueWithPauses(basis.target, basis.origin, this.pauses, promise.pauses, asOf, answer) === run.due
    return [own, ...run.earlier].find(gives) ?? own
  }

  private reckoning(basis: Basis): void {
    const { run, judge, promise, pauses } = this
    const { target, origin } = basis
    const isPaused = Number.isNaN(run.due)
    const end = isPaused ? judge.now : run.due
    const { targetText, target: written } = this.rows[basis.row] ?? {}
    if (target.kind === 'dates') {
      for (const { from, to } of this.pausedSpans(origin, end))
        this.line('paused', `${this.time(from)} to ${this.time(to)}: paused`, from, to, 0)
      if (isPaused) return
      const [from, last] = [formatDate(localDay(target.zone, origin)), formatDate(localDay(target.zone, end - 1))]
      const moved = localDay(target.zone, end - 1) - addSpan(localDay(target.zone, origin), target.span)
      const by = moved > 0 ? `, moved by ${moved} ${moved === 1 ? 'date' : 'dates'} spent paused` : ''
      this.line('dates', `${targetText} from ${from}: due at the end of ${last}${by}.`, origin, end, null, { moved })
      return
    }
    let counted = 0
    const spans = reckoningSpans(target.calendar, Math.min(origin, end), end, pauses, promise.pauses)
    for (const [index, span] of spans.entries()) {
      // Of working days only what was paused is told by the hour; the days are counted whole.
      if (target.kind !== 'opening' && span.kind !== 'paused') continue
      if (spans.length > MOST_SPANS && index >= MOST_SPANS / 2 && index < spans.length - MOST_SPANS / 2) {
        if (index === MOST_SPANS / 2) counted += this.folded(spans.slice(index, spans.length - MOST_SPANS / 2))
        continue
      }
      const length = span.kind === 'counted' ? span.to - span.from : 0
      counted += length
      const says = span.kind === 'counted' ? sayLength(length) : span.kind
      this.line(span.kind, `${this.time(span.from)} to ${this.time(span.to)}: ${says}`, span.from, span.to, length)
    }
    if (target.kind === 'opening') {
      const rest = isPaused ? `; paused, ${sayLength(run.left)} left` : ''
      const calendar = written === undefined || written.kind === 'dates' ? '' : ` of ${written.calendar}`
      const text = `Counted: ${sayLength(counted)} of ${sayLength(target.ms)}${calendar}${rest}.`
      this.line('sum', text, origin, end, counted)
    } else if (!isPaused) {
      const text = `${targetText} after ${this.date(origin)}: due at the closing on ${this.time(end)}.`
      this.line('dates', text, origin, end, null)
    }
  }

  /** Many spans in one line: a reckoning of hundreds is read by nobody. Answers the time they count. */
  private folded(spans: readonly ReckoningSpan[]): number {
    const counted = spans.reduce((sum, { kind, from, to }) => (kind === 'counted' ? sum + to - from : sum), 0)
    const [from, to] = [spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0]
    const text = `${this.time(from)} to ${this.time(to)}: ${spans.length} further spans, ${sayLength(counted)} counted`
    this.line('more', text, from, to, counted, { spans: spans.length })
    return counted
  }

  private pausedSpans(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
    const { starts, ends, kinds, count } = this.pauses
    return Array.from({ length: count }, (_, index) => index)
      .filter((index) => ((kinds[index] as number) & this.promise.pauses) !== 0)
      .map((index) => ({
        from: Math.max(from, starts[index] as number),
        to: Math.min(to, Number.isNaN(ends[index]) ? to : (ends[index] as number)),
      }))
      .filter((span) => span.to > span.from)
  }

  private date(instant: number): string {
    return this.time(instant).split(' ').slice(0, 4).join(' ')
  }

  private verdict(): void {
    const { run } = this
    const due = Number.isNaN(run.due) ? '' : this.time(run.due)
    if (run.failed !== '')
      this.line('unsure', `This promise could not be reckoned (${run.failed}).`, null, null, null, {
        problem: run.failed,
      })
    else if (run.state === RUN.kept)
      this.line('kept', `Kept: done on ${this.time(run.fulfilledAt)}, due ${due}.`, run.fulfilledAt, null, null)
    else if (run.state === RUN.broken) {
      const late = Number.isNaN(run.fulfilledAt)
        ? 'and still not done'
        : `and done on ${this.time(run.fulfilledAt)}, ${sayLength(run.fulfilledAt - run.due)} late`
      this.line(
        Number.isNaN(run.fulfilledAt) ? 'broken' : 'fulfilled-late',
        `Broken: due ${due}, ${late}.`,
        run.due,
        Number.isNaN(run.fulfilledAt) ? null : run.fulfilledAt,
        null,
      )
    } else if (run.state === RUN.cancelled)
      this.line('cancelled', `Cancelled on ${this.time(run.settledAt)} (${run.reason}).`, run.settledAt, null, null, {
        reason: run.reason,
      })
    else if (run.paused) this.line('paused', 'Paused: there is no due time while it waits.', null, null, null)
    else {
      this.line('running', `Due ${due} (${this.judge.bound.charter.zone.name}).`, run.due, null, null)
    }
  }
}
