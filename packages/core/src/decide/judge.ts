/**
 * The one judge: replays a ticket's events through every promise's clock and leaves the runs with their verdicts. `decide`
 * asks it for one ticket, the backtest for a million; neither judges by itself.
 */
import { type CompiledAmendment, type CompiledPromise, formatMoney, PAUSE, type PromiseRow } from '../charter/index.ts'
import { ACTOR, type EventDetail, FIRST_DECLARED, KIND, STATE, TICKET_STATES } from '../ticket/index.ts'
import type { BoundCharter, TicketFacts } from './bind.ts'
import { decideAgain } from './changed-facts.ts'
import { AnswerClocks } from './clocks/answers.ts'
import { DeclaredClocks } from './clocks/declared.ts'
import { ResolutionClocks } from './clocks/resolution.ts'
import { UpdateClocks } from './clocks/updates.ts'
import { knownDay } from './fact-numbers.ts'
import type { PauseTimeline } from './pause-timeline.ts'
import { RUN, type Run } from './run.ts'
import { RunBook } from './run-book.ts'
import { TicketReplay } from './ticket-replay.ts'
import { hearTold } from './told.ts'

export interface JudgeOptions {
  /** Keep notes on each run, from which a why is written. */
  readonly notes: boolean
  /** Told after each event that was judged, with the ticket as it then stands. */
  readonly afterEvent?: (event: number, instant: number) => void
}

/** Judges tickets one after another; what it found on the last one stands until the next. */
export class Judge {
  readonly bound: BoundCharter
  now = 0
  /** When spam or a merge ended the judging; NaN where none did. */
  endedAt = Number.NaN

  private readonly ticket: TicketReplay
  private readonly book: RunBook
  private readonly answers: AnswerClocks
  private readonly updates: UpdateClocks
  private readonly resolution: ResolutionClocks
  private readonly declared: DeclaredClocks
  private readonly afterEvent: JudgeOptions['afterEvent']
  /** By fact column: the index of `null`, by which an event makes a fact unknown; -1 where none does. */
  private readonly unknownValues: readonly number[]
  /** Somewhere in the history a `ticket.spam` is undone. */
  private readonly undoesSpam: boolean

  constructor(bound: BoundCharter, options: JudgeOptions) {
    this.bound = bound
    this.ticket = new TicketReplay(bound.columns.facts.length)
    this.book = new RunBook(bound, this.ticket, options.notes)
    this.answers = new AnswerClocks(this.book)
    this.updates = new UpdateClocks(this.book, this.ticket)
    this.resolution = new ResolutionClocks(this.book)
    this.declared = new DeclaredClocks(this.book, bound.columns.declared)
    this.afterEvent = options.afterEvent
    this.unknownValues = bound.columns.facts.map(({ values }) => values.indexOf(null))
    this.undoesSpam = bound.columns.details.some(({ undo }) => undo)
  }

  /** The runs of the last ticket; those from `runCount` on are left over from others. */
  get runs(): readonly Run[] {
    return this.book.runs
  }

  get runCount(): number {
    return this.book.count
  }

  /** Promises for which several rows of a table of unique rows matched, with these rows where notes are kept. */
  get ambiguous(): ReadonlyMap<number, readonly number[]> {
    return this.book.ambiguous
  }

  get timeline(): PauseTimeline {
    return this.ticket.timeline
  }

  get facts(): TicketFacts {
    return this.ticket.facts
  }

  /** A code of STATE. */
  get state(): number {
    return this.ticket.state
  }

  /** Instant of the creation; NaN where there was none. */
  get created(): number {
    return this.ticket.created
  }

  promiseOf(run: Run): CompiledPromise {
    return this.book.promiseOf(run)
  }

  /** The crisis by whose amendment the last ticket's commitments of a promise are judged (SPEC A1). */
  amendmentOf(promise: number): CompiledAmendment | undefined {
    return this.book.amendmentOf(promise)
  }

  /** The rows of a promise as they are for the last ticket. */
  rowsOf(promise: number): readonly PromiseRow[] {
    return this.book.amendmentOf(promise)?.rows ?? this.bound.charter.promises[promise]?.clause.rows ?? []
  }

  /** Judges ticket `ticket` of the columns at `now` (UTC ms). */
  judge(ticket: number, now: number): void {
    this.now = now
    this.endedAt = Number.NaN
    this.ticket.reset()
    this.book.reset()
    this.answers.reset()
    const { columns } = this.bound
    const { at, kind, actor, detail, recorded } = columns
    const first = columns.first[ticket] as number
    const end = columns.first[ticket + 1] as number
    const undone = this.undoesSpam ? this.undoneSpam(first, end) : undefined
    for (let event = first; event < end; event++) {
      const instant = at[event] as number
      if (instant > now || (recorded !== undefined && (recorded[event] as number) > now)) continue
      const code = kind[event] as number
      if (code === KIND.spam && undone?.has(event)) continue
      if (code === KIND.created) this.onCreated(instant, actor[event] as number, detail[event] as number)
      else if (code === KIND.factsChanged) this.onFactsChanged(instant, detail[event] as number)
      else if (!Number.isNaN(this.created))
        this.onEvent(code, instant, actor[event] as number, columns.details[detail[event] as number])
      if (!Number.isNaN(this.endedAt)) break
      this.afterEvent?.(event, instant)
    }
    if (Number.isNaN(this.created)) return
    if (Number.isNaN(this.endedAt)) {
      this.updates.follow(now)
      this.book.finish(now)
    }
    this.book.countLeft()
  }

  /** The spam events that a later `undo` makes as if they had never been (SPEC E9), the undoing ones too. */
  private undoneSpam(first: number, end: number): ReadonlySet<number> | undefined {
    const { kind, detail, details, at, recorded } = this.bound.columns
    let undone: Set<number> | undefined
    let spam: number[] | undefined
    for (let event = first; event < end; event++) {
      if (kind[event] !== KIND.spam || (at[event] as number) > this.now) continue
      if (recorded !== undefined && (recorded[event] as number) > this.now) continue
      if (details[detail[event] as number]?.undo !== true) {
        spam ??= []
        spam.push(event)
        continue
      }
      undone ??= new Set()
      undone.add(event)
      const latest = spam?.pop()
      if (latest !== undefined) undone.add(latest)
    }
    return undone
  }

  private onCreated(instant: number, actor: number, factRow: number): void {
    if (!Number.isNaN(this.created)) return
    const forCustomer = actor !== ACTOR.agent
    this.takeFacts(factRow)
    this.facts.createdDay = knownDay(this.bound.charter.zone, instant)
    this.ticket.create(instant, forCustomer)
    this.book.amend(instant)
    this.answers.onCreated(instant, forCustomer)
    this.resolution.onCreated(instant)
    this.declared.onCreated(instant)
  }

  private takeFacts(row: number): void {
    if (row < 0) return
    const { facts } = this.bound.columns
    const { current } = this.facts
    for (let index = 0; index < facts.length; index++) {
      const column = facts[index] as (typeof facts)[number]
      const value = column.rows[row] as number
      if (value >= 0) current[index] = value === this.unknownValues[index] ? -1 : value
    }
  }

  private onFactsChanged(instant: number, factRow: number): void {
    const exists = !Number.isNaN(this.created)
    if (exists) this.updates.follow(instant)
    this.takeFacts(factRow)
    if (!exists) return
    if (this.book.keepsNotes) this.book.what = this.factsInWords(factRow)
    for (let index = 0; index < this.book.count; index++) {
      const run = this.book.run(index)
      if (run.state === RUN.kept || run.takenBack !== undefined) run.stale = true
      if (run.state === RUN.running && run.open) decideAgain(this.book, run, instant)
    }
    this.book.what = ''
  }

  /** `tier gold, price unknown`. */
  private factsInWords(row: number): string {
    const said = this.bound.columns.facts.flatMap(({ name, values, rows }) => {
      const value = values[rows[row] ?? -1]
      if (value === undefined) return []
      return `${name} ${value === null ? 'unknown' : typeof value === 'object' ? formatMoney(value) : String(value)}`
    })
    return said.join(', ')
  }

  /** A state that would stop a clock, and does not, because nobody was asked (SPEC P2, P3): the whys say so. */
  private noteUncountedPause(instant: number): void {
    const kind = this.state === STATE.waiting ? PAUSE.waiting : this.state === STATE.onHold ? PAUSE.onHold : 0
    if (kind === 0 || this.timeline.isOpen) return
    this.book.what = TICKET_STATES[this.state] ?? ''
    for (let index = 0; index < this.book.count; index++) {
      const run = this.book.run(index)
      if (run.open && run.state === RUN.running && (this.promiseOf(run).pauses & kind) !== 0) {
        this.book.note(run, 'pause-not-counted', instant)
      }
    }
    this.book.what = ''
  }

  private onEvent(code: number, instant: number, actor: number, about: EventDetail | undefined): void {
    this.updates.follow(instant)
    if (code === KIND.received) this.onReceived(instant, about)
    else if (code === KIND.sent) this.onSent(instant, actor, about)
    else if (code === KIND.auto) hearTold(this.book, about, instant)
    else if (code === KIND.status) this.onStatus(instant, about)
    else if (code === KIND.reopened) {
      if (this.ticket.isOver) this.reopen(STATE.open, instant, false)
    } else if (code >= FIRST_DECLARED) this.declared.onEvent(code - FIRST_DECLARED, about?.key ?? '', instant)
    else if (code === KIND.spam) this.endBy('spam', instant)
    else if (code === KIND.merged) this.endBy('merged', instant)
  }

  private onReceived(instant: number, about: EventDetail | undefined): void {
    if (about?.automatic === true || this.state === STATE.closed) return
    this.ticket.hearCustomer(instant)
    if (this.state === STATE.waiting) this.ticket.enter(STATE.open, instant)
    else if (this.state === STATE.solved) this.reopen(STATE.open, instant, false)
    this.answers.onReceived(instant)
  }

  private onSent(instant: number, actor: number, about: EventDetail | undefined): void {
    if (actor === ACTOR.agent && about?.automatic !== true) {
      this.answers.onSent(instant)
      this.ticket.hearPerson(instant)
      this.updates.onSent(instant)
    }
    hearTold(this.book, about, instant)
  }

  private onStatus(instant: number, about: EventDetail | undefined): void {
    if (about === undefined || about.state === STATE.unknown) return
    const { state, reason, waitsForThird } = about
    const ends = state === STATE.solved || state === STATE.closed
    const noAnswer = ends && this.bound.charter.noAnswerNeeded.has(reason)
    if (noAnswer) {
      this.answers.onNoAnswerNeeded(instant, reason)
      if (!this.ticket.isOver && this.ticket.reopenedInSilence) this.takeBackReopening(instant)
    }
    if (state === STATE.solved && !this.ticket.isOver) this.onSolved(instant, noAnswer)
    if (state === STATE.closed && this.state !== STATE.closed) {
      this.resolution.onClosed(instant)
      this.ticket.close(instant)
    }
    if (!ends && this.ticket.isOver) this.reopen(state, instant, waitsForThird)
    else this.ticket.enter(state, instant, waitsForThird)
    if (this.book.keepsNotes) this.noteUncountedPause(instant)
  }

  private onSolved(instant: number, noAnswer: boolean): void {
    this.ticket.reopenedInSilence = false
    if (!this.ticket.asked && !noAnswer) {
      this.resolution.onSilentSolve(instant)
      return
    }
    this.updates.onSolved(instant)
    this.resolution.onSolved(instant)
    this.ticket.solveTruly(instant)
  }

  /** "Thanks!": the last reopening is as if it had not been (SPEC K9). */
  private takeBackReopening(instant: number): void {
    this.resolution.restore(this.ticket.reopening, instant)
    this.ticket.takeBackReopening()
  }

  private reopen(state: number, instant: number, namesThirdParty: boolean): void {
    this.ticket.reopen(state, instant, namesThirdParty)
    this.resolution.onReopened(this.ticket.reopening, instant)
  }

  /** Spam and merging end the judging: running commitments are cancelled (SPEC E9, E10). */
  private endBy(reason: string, instant: number): void {
    this.endedAt = instant
    for (let index = 0; index < this.book.count; index++) {
      const run = this.book.run(index)
      if (run.open) this.book.cancel(run, instant, reason)
    }
  }
}
