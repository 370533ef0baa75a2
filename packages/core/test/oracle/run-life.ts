/** The life of one run, from its start through every later event: decided again (F), told (F4), ended; its due instant is walked anew whenever it is asked for. */
import { othersBeside, rowOf } from './conditions.ts'
import { endsJudging } from './histories.ts'
import type { Interval, PlainCharter, PlainPromise } from './plain-data.ts'
import { dueOf, joined, type Reckoning } from './reckoning.ts'
import type { TicketQuestions } from './ticket-questions.ts'

/** What an event does to an open run of a clock, before anything else that it does. */
export type Act =
  | { readonly does: 'fulfil' }
  | { readonly does: 'cancel'; readonly reason: string; readonly endsBroken: boolean }
  | undefined

export interface Clock {
  readonly promise: PlainPromise
  readonly pauses: readonly Interval[]
  /** K4: a reopening takes back its fulfilment. */
  readonly reopens: boolean
  /** K6: whether a broken run stays open, to record when it was fulfilled. */
  readonly staysOpen: boolean
  act(i: number, key: string): Act
}

export interface RunStart {
  readonly key: string
  readonly start: number
  /** The last event before or at the start; later ones act on the run. */
  readonly index: number
  /** Whether that event itself started the run, and so may tell its due time. */
  readonly byEvent: boolean
}

export interface RunLife extends RunStart {
  readonly state: 'without row' | 'running' | 'paused' | 'kept' | 'broken' | 'cancelled'
  readonly due: number | null
  readonly settled: number | null
  readonly fulfilled: number | null
  readonly reason: string | null
  readonly row: number | null
  readonly putOff: boolean
  readonly passedOver: readonly (readonly [number, readonly number[]])[]
  /** The event by which the run was no longer open (K6), or Infinity. */
  readonly closedBy: number
}

type Condition = 'live' | 'broken' | 'fulfilled' | 'cancelled' | 'ended'

/** What the facts made of a run: its row (null for none), how it is reckoned, and a looser row not yet told. */
interface Terms {
  readonly row: number | null
  readonly reckonings: readonly Reckoning[]
  readonly waiting: { readonly row: number | null } | null
  /** From when rows are reckoned: the start, or the entry into a row (F6). */
  readonly since: number
  /** That it left all rows untold, and what it was then (F5). */
  readonly left: { readonly at: number; readonly row: number; readonly due: number | null } | null
}

interface Life {
  condition: Condition
  terms: Terms
  /** F4: whether a due time of this run has been told. */
  told: boolean
  putOff: boolean
  fulfilled: number | null
  ended: { readonly at: number; readonly reason: string } | null
  brokenAt: number | null
  closedBy: number
  /** P8. */
  reopenedPauses: readonly Interval[]
  /** F7: whether facts changed while it was kept. */
  factsChangedSince: boolean
  /** What the last reopening took back: what to return to when it is undone (K9). */
  takenBack: {
    readonly by: number
    readonly fulfilled: number
    readonly terms: Terms
    readonly wasBroken: boolean
  } | null
}

export function liveThrough(
  charter: PlainCharter,
  ticket: TicketQuestions,
  clock: Clock,
  run: RunStart,
  now: number,
): RunLife {
  const { promise } = clock
  const keeps = promise['on change'] === 'keep'
  const decide = (i: number) => rowOf(charter, promise, ticket.known(i))
  const target = (row: number) => promise.table[row - 1]?.target ?? ''
  const from = (origin: number, row: number): Reckoning[] => [{ origin, target: target(row) }]

  const passedOver: [number, number[]][] = []
  /** C10. */
  const seeOthers = (i: number, row: number | null) => {
    const others = row === null ? [] : othersBeside(charter, promise, ticket.known(i), row)
    if (row !== null && others.length > 0) passedOver.push([row, others])
  }
  const first = decide(run.index)
  seeOthers(run.index, first)
  const life: Life = {
    condition: 'live',
    terms: {
      row: first,
      reckonings: first === null ? [] : from(run.start, first),
      waiting: null,
      since: run.start,
      left: null,
    },
    told: false,
    putOff: false,
    fulfilled: null,
    ended: null,
    brokenAt: null,
    closedBy: Number.POSITIVE_INFINITY,
    reopenedPauses: [],
    factsChangedSince: false,
    takenBack: null,
  }

  /** The due instant by what is known until `end` (P7), or by all that is known. */
  const due = (end: number, reckonings = life.terms.reckonings) =>
    dueOf(charter, reckonings, joined([...clock.pauses, ...life.reopenedPauses], run.start, end))
  const breaksBefore = (t: number) => {
    if (life.condition !== 'live' || life.terms.row === null) return
    const at = due(Number.POSITIVE_INFINITY)
    if (at === null || at >= t) return
    life.condition = 'broken'
    life.brokenAt = at
  }
  const cancel = (i: number, reason: string) => {
    life.condition = 'cancelled'
    life.ended = { at: ticket.at(i), reason }
    life.closedBy = i
  }
  const take = (row: number, reckonings: readonly Reckoning[], since = life.terms.since) => {
    life.terms = { row, reckonings, waiting: null, since, left: null }
  }
  /** F2 to F6. */
  const decideAgain = (i: number) => {
    const change = ticket.at(i)
    const row = decide(i)
    const old = life.terms
    life.terms = { ...old, waiting: null }
    if (row === old.row) return
    seeOthers(i, row)
    if (old.row === null) return row === null ? undefined : take(row, from(change, row), change)
    if (row === null) {
      if (life.told) life.terms = { ...old, waiting: { row } }
      else {
        const left = { at: change, row: old.row, due: due(change, old.reckonings) }
        life.terms = { row, reckonings: [], waiting: null, since: old.since, left }
      }
      return
    }
    const before = due(change, old.reckonings) ?? Number.NaN
    const again = from(old.since, row)
    const after = due(change, again) ?? Number.NaN
    if (after === before) return take(row, again)
    if (after < before) return take(row, after >= change ? again : [...old.reckonings, ...from(change, row)])
    if (life.told) life.terms = { ...old, waiting: { row } }
    else take(row, again)
  }
  const hearMessage = (i: number) => {
    if (life.condition !== 'live' || life.terms.row === null) return
    const message = ticket.event(i)
    if (names(message.tells, promise.id)) {
      life.told = true
      if (life.terms.waiting !== null && life.terms.waiting.row !== null) {
        take(life.terms.waiting.row, from(life.terms.since, life.terms.waiting.row))
        life.putOff = true
      }
    }
    if (names(message.withdraws, promise.id) && life.terms.waiting !== null && life.terms.waiting.row === null)
      cancel(i, 'withdrawn')
  }
  const fulfil = (i: number) => {
    life.fulfilled = ticket.at(i)
    if (life.condition === 'live') {
      life.condition = 'fulfilled'
      life.factsChangedSince = false
    }
    life.closedBy = i
  }
  const reopen = (i: number) => {
    if (!clock.reopens || life.fulfilled === null) return
    if (life.condition === 'fulfilled') {
      life.reopenedPauses = [...life.reopenedPauses, { start: life.fulfilled, end: ticket.at(i) }]
      life.takenBack = { by: i, fulfilled: life.fulfilled, terms: life.terms, wasBroken: false }
      life.condition = 'live'
    }
    if (life.condition === 'broken')
      life.takenBack = { by: i, fulfilled: life.fulfilled, terms: life.terms, wasBroken: true }
    life.fulfilled = null
    life.closedBy = Number.POSITIVE_INFINITY
    if (life.condition === 'live' && life.factsChangedSince && (!keeps || life.terms.row === null)) decideAgain(i)
  }
  const undoReopening = (i: number): boolean => {
    if (life.takenBack === null || ticket.undoes(i) !== life.takenBack.by) return false
    const { by, fulfilled: former } = life.takenBack
    if (life.takenBack.wasBroken) {
      life.fulfilled = former
      life.closedBy = i
      life.takenBack = null
      return true
    }
    if (life.condition !== 'live' && life.condition !== 'broken') return false
    life.brokenAt = null
    life.reopenedPauses = life.reopenedPauses.filter((pause) => pause.end !== ticket.at(by) || pause.start !== former)
    life.terms = life.takenBack.terms
    life.condition = 'fulfilled'
    life.fulfilled = former
    life.closedBy = i
    for (let j = by; j <= i; j++) if (ticket.is(j, 'facts.changed')) life.factsChangedSince = true
    life.takenBack = null
    return true
  }
  const act = (i: number) => {
    const does = clock.act(i, run.key)
    if (does === undefined || life.fulfilled !== null) return
    if (does.does === 'fulfil') fulfil(i)
    else if (life.condition === 'live') cancel(i, does.reason)
    else if (does.endsBroken) {
      life.condition = 'ended'
      life.closedBy = i
    }
  }
  const isOver = () =>
    (life.condition === 'broken' && !clock.staysOpen) ||
    life.condition === 'cancelled' ||
    life.condition === 'ended' ||
    (life.fulfilled !== null && !clock.reopens)
  const isMessageOut = (i: number) => ticket.is(i, 'message.sent') || ticket.is(i, 'message.auto')

  if (run.byEvent && isMessageOut(run.index)) hearMessage(run.index)
  for (let i = run.index + 1; i < ticket.count && !isOver(); i++) {
    breaksBefore(ticket.at(i))
    if (isOver()) break
    if (endsJudging(ticket.event(i))) {
      if (life.condition === 'live') cancel(i, ticket.is(i, 'ticket.spam') ? 'spam' : 'merged')
      break
    }
    if (!undoReopening(i)) act(i)
    if (ticket.isReopening(i)) reopen(i)
    if (ticket.is(i, 'facts.changed')) {
      if (life.condition === 'live' && (!keeps || life.terms.row === null)) decideAgain(i)
      else if (life.condition === 'fulfilled') life.factsChangedSince = true
    }
    if (isMessageOut(i)) hearMessage(i)
  }
  breaksBefore(now)

  const { terms, brokenAt, ended, fulfilled, putOff, closedBy } = life
  const common = { ...run, row: terms.row, putOff, passedOver, closedBy, reason: null, fulfilled, settled: null }
  if (terms.row === null && terms.left !== null)
    return {
      ...common,
      state: 'cancelled',
      row: terms.left.row,
      due: terms.left.due,
      fulfilled: null,
      settled: terms.left.at,
      reason: 'no-row',
    }
  if (terms.row === null) return { ...common, state: 'without row', due: null }
  if (brokenAt !== null) return { ...common, state: 'broken', due: brokenAt, settled: brokenAt + 1 }
  if (ended !== null)
    return { ...common, state: 'cancelled', due: due(ended.at), settled: ended.at, reason: ended.reason }
  if (fulfilled !== null) return { ...common, state: 'kept', due: due(fulfilled), settled: fulfilled }
  const at = due(Number.POSITIVE_INFINITY)
  return { ...common, state: at === null ? 'paused' : 'running', due: at }
}

function names(said: string | readonly string[] | undefined, promise: string): boolean {
  return typeof said === 'string' ? said === promise : (said ?? []).includes(promise)
}
