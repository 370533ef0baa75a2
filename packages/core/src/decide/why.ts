/** The reasons of a commitment, line by line, as a good clerk would note them. */
import { formatDate, localDay } from '../calendar/index.ts'
import { type CompiledPromise, type Condition, PAUSE } from '../charter/index.ts'
import { STATE } from '../ticket/index.ts'
import type { Reason, ReasonCode } from './decision.ts'
import type { Judge } from './judge.ts'
import type { PauseTimeline } from './pause-timeline.ts'
import { dueWithPauses, type Reckoning } from './reckon.ts'
import { reckoningSpans } from './reckoning-spans.ts'
import { type Basis, RUN, type Run, type RunNote } from './run.ts'
import { sayInstant, sayLength } from './say.ts'

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
  private readonly lines: Reason[] = []
  /** As they stood when the run was settled: what came later is no part of its reckoning. */
  private readonly pauses: PauseTimeline

  constructor(judge: Judge, run: Run) {
    this.judge = judge
    this.run = run
    this.promise = judge.promiseOf(run)
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
    const row = this.promise.clause.rows[this.run.row]
    if (row === undefined) return
    const number = this.run.row + 1
    const says =
      this.promise.clause.rows.length === 1 && row.cells.size === 0
        ? 'the promise'
        : `row ${number} (${sayCondition(row.cells)})`
    this.line('row', `By ${says} the target is ${row.targetText}.`, null, null, null, {
      row: number,
      target: row.targetText,
    })
  }

  private note(note: RunNote): void {
    const row = this.promise.clause.rows[note.row]
    const named = row === undefined ? 'no row' : `row ${note.row + 1}, ${row.targetText}`
    const data = { row: note.row + 1 }
    const at = this.time(note.at)
    const texts: Readonly<Record<RunNote['code'], string>> = {
      'row-changed': `On ${at} the facts changed: from then on ${named}.`,
      'row-kept': `On ${at} the facts changed (${named}), but the time already told to the customer stays.`,
      told: `On ${at} the customer was told the due time.`,
      'put-off': `On ${at} the customer was told a later time: the promise counts as put off.`,
      'settled-first': `It was first settled on ${at}.`,
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
    const { targetText, target: written } = promise.clause.rows[basis.row] ?? {}
    if (target.kind === 'dates') {
      if (isPaused) return
      const [from, last] = [formatDate(localDay(target.zone, origin)), formatDate(localDay(target.zone, end - 1))]
      this.line('dates', `${targetText} from ${from}: due at the end of ${last}.`, origin, end, null)
      return
    }
    let counted = 0
    for (const span of reckoningSpans(target.calendar, Math.min(origin, end), end, pauses, promise.pauses)) {
      // Of working days only what was paused is told by the hour; the days are counted whole.
      if (target.kind !== 'opening' && span.kind !== 'paused') continue
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
      this.uncountedPause()
      this.line('running', `Due ${due} (${this.judge.bound.charter.zone.name}).`, run.due, null, null)
    }
  }

  /** A state that would stop this clock, and does not, because nobody was asked (SPEC P2, P3). */
  private uncountedPause(): void {
    const { state } = this.judge
    const { pauses } = this.promise
    const says =
      state === STATE.waiting && (pauses & PAUSE.waiting) !== 0
        ? 'The ticket waits for the customer, but nobody has asked since the customer’s last message: the clock runs on.'
        : state === STATE.onHold && (pauses & PAUSE.onHold) !== 0
          ? 'The ticket is on hold, but does not say who is waited for: the clock runs on.'
          : ''
    if (says !== '') this.line('pause-not-counted', says, this.judge.now, null, null)
  }
}
