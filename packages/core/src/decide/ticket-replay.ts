/** The ticket as its events leave it: state, turns, counts and pauses (SPEC E5–E8, E11, P2, P3). No clock is known here. */
import { PAUSE } from '../charter/index.ts'
import { STATE } from '../ticket/index.ts'
import type { TicketFacts } from './bind.ts'
import { PauseTimeline } from './pause-timeline.ts'

export class TicketReplay {
  readonly timeline = new PauseTimeline()
  readonly facts: TicketFacts
  state: number = STATE.new
  /** NaN until the ticket is created. */
  created = Number.NaN
  /** A person has sent a message since the customer's last one (SPEC P2). */
  asked = false
  /** The ticket was reopened, and no person has sent a message since (SPEC K9). */
  reopenedInSilence = false

  /** Number of the last reopening, those undone counted too. */
  reopening = 0

  private turnOpen = false
  private thirdPartyNamed = false
  /** The true solve, and the closing, that hold now; NaN for none (SPEC P8). */
  private solvedAt = Number.NaN
  private closedAt = Number.NaN
  /** The same before the last reopening, for taking it back. */
  private solvedBefore = Number.NaN
  private closedBefore = Number.NaN

  constructor(factColumns: number) {
    this.facts = {
      current: new Int32Array(factColumns),
      contacts: 0,
      messages: 0,
      reopenings: 0,
      unanswered: 0,
      createdDay: 0,
      today: 0,
    }
  }

  reset(): void {
    this.timeline.clear()
    const { current } = this.facts
    for (let index = 0; index < current.length; index++) current[index] = -1
    this.facts.contacts = 0
    this.facts.messages = 0
    this.facts.reopenings = 0
    this.facts.unanswered = 0
    this.state = STATE.new
    this.created = Number.NaN
    this.asked = false
    this.reopenedInSilence = false
    this.reopening = 0
    this.turnOpen = false
    this.thirdPartyNamed = false
    this.solvedAt = Number.NaN
    this.closedAt = Number.NaN
    this.solvedBefore = Number.NaN
    this.closedBefore = Number.NaN
  }

  get isOver(): boolean {
    return this.state === STATE.solved || this.state === STATE.closed
  }

  create(instant: number, forCustomer: boolean): void {
    this.created = instant
    this.turnOpen = forCustomer
    this.facts.contacts = forCustomer ? 1 : 0
  }

  /** A customer's message: counts, and the turn; the state is changed by `enter` or `reopen`. */
  hearCustomer(instant: number): void {
    this.facts.messages++
    this.facts.unanswered++
    if (!this.turnOpen) {
      this.turnOpen = true
      this.facts.contacts++
    }
    this.asked = false
    // On hold, somebody must be asked again (P3).
    this.thirdPartyNamed = false
    this.updatePause(instant)
  }

  hearPerson(instant: number): void {
    this.asked = true
    this.turnOpen = false
    this.facts.unanswered = 0
    this.reopenedInSilence = false
    this.updatePause(instant)
  }

  /** Enters a state that is no reopening. */
  enter(state: number, instant: number, namesThirdParty = false): void {
    this.thirdPartyNamed =
      state === STATE.onHold && (namesThirdParty || (this.state === STATE.onHold && this.thirdPartyNamed))
    this.state = state
    this.updatePause(instant)
  }

  solveTruly(instant: number): void {
    this.turnOpen = false
    this.facts.unanswered = 0
    if (Number.isNaN(this.solvedAt)) this.solvedAt = instant
  }

  close(instant: number): void {
    if (Number.isNaN(this.closedAt)) this.closedAt = instant
  }

  /** The step back from solved or closed (SPEC E8): the time since it was settled becomes a pause of resolutions. */
  reopen(state: number, instant: number, namesThirdParty: boolean): void {
    this.facts.reopenings++
    this.reopening++
    this.reopenedInSilence = true
    if (!Number.isNaN(this.solvedAt)) this.timeline.insert(PAUSE.solved, this.solvedAt, instant)
    if (!Number.isNaN(this.closedAt)) this.timeline.insert(PAUSE.closed, this.closedAt, instant)
    this.solvedBefore = this.solvedAt
    this.closedBefore = this.closedAt
    this.solvedAt = Number.NaN
    this.closedAt = Number.NaN
    this.enter(state, instant, namesThirdParty)
  }

  /** Makes the last reopening as if it had not been (SPEC K9). */
  takeBackReopening(): void {
    this.facts.reopenings--
    this.reopenedInSilence = false
    // Its pause stays: what broke since then was reckoned with it, and a later reopening has a pause that covers it.
    this.solvedAt = this.solvedBefore
    this.closedAt = this.closedBefore
  }

  private updatePause(instant: number): void {
    if (this.state === STATE.waiting && this.asked) this.timeline.set(PAUSE.waiting, instant)
    else if (this.state === STATE.onHold && this.thirdPartyNamed) this.timeline.set(PAUSE.onHold, instant)
    else this.timeline.set(0, instant)
  }
}
