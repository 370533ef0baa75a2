/** The reasons of a commitment, line by line, as a good clerk would note them. */
import { dateOfDay, formatDate, localDay } from '../calendar/index.ts'
import { type CompiledPromise, type Condition, PAUSE } from '../charter/index.ts'
import { STATE } from '../ticket/index.ts'
import type { Reason, ReasonCode } from './decision.ts'
import type { Judge } from './judge.ts'
import { reckoningSpans } from './reckoning-spans.ts'
import { RUN, type Run, type RunNote } from './run.ts'
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

  constructor(judge: Judge, run: Run) {
    this.judge = judge
    this.run = run
    this.promise = judge.promiseOf(run)
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
    if (run.origin !== run.start)
      this.line(
        'target',
        `The target is counted from ${this.time(run.origin)}, when the facts changed.`,
        run.origin,
        null,
        null,
      )
    this.reckoning()
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
      reopened: `On ${at} the ticket was reopened; the time since it was settled is not counted.`,
      'reopening-undone': `On ${at} the reopening was found to need no answer, and is taken back.`,
      'silent-solve': `On ${at} the ticket was solved without a message to the customer: that settles nothing.`,
    }
    this.line(note.code, texts[note.code], note.at, null, null, data)
  }

  private reckoning(): void {
    const { run, judge, promise } = this
    const { target } = run
    if (target === undefined || run.failed !== '') return
    const isPaused = Number.isNaN(run.due)
    const end = isPaused ? judge.now : run.due
    if (target.kind === 'dates') {
      if (isPaused) return
      this.line(
        'dates',
        `${promise.clause.rows[run.row]?.targetText} from ${formatDate(localDay(target.zone, run.origin))}: due at the end of ${this.lastDate(end, target.zone)}.`,
        run.origin,
        end,
        null,
      )
      return
    }
    const spans = reckoningSpans(target.calendar, Math.min(run.origin, end), end, judge.timeline, promise.pauses)
    let counted = 0
    for (const span of spans) {
      // Of working days only what was paused is told by the hour; the days are counted whole.
      if (target.kind !== 'opening' && span.kind !== 'paused') continue
      const length = span.kind === 'counted' ? span.to - span.from : 0
      counted += length
      const says = span.kind === 'counted' ? sayLength(length) : span.kind === 'closed' ? 'closed' : 'paused'
      this.line(span.kind, `${this.time(span.from)} to ${this.time(span.to)}: ${says}`, span.from, span.to, length)
    }
    if (target.kind === 'opening') {
      const rest = isPaused ? `; paused, ${sayLength(run.left)} left` : ''
      this.line(
        'sum',
        `Counted: ${sayLength(counted)} of ${sayLength(target.ms)} of ${this.calendarName()}${rest}.`,
        run.origin,
        end,
        counted,
      )
    } else if (!isPaused) {
      this.line(
        'dates',
        `${promise.clause.rows[run.row]?.targetText} after ${this.date(run.origin)}: due at the closing on ${this.time(end)}.`,
        run.origin,
        end,
        null,
      )
    }
  }

  private lastDate(end: number, zone: Parameters<typeof localDay>[0]): string {
    const { year, month, day } = dateOfDay(localDay(zone, end - 1))
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }

  private date(instant: number): string {
    return this.time(instant).split(' ').slice(0, 4).join(' ')
  }

  private calendarName(): string {
    const target = this.promise.clause.rows[this.run.row]?.target
    return target === undefined || target.kind === 'dates' ? '' : target.calendar
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
