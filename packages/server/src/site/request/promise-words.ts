/** A promise on a request, in words and as its line. */
import { type CommitmentState, rowsUnder, targetsUnder } from '@avow/core'
import { promiseText } from '../charter/promise-text.ts'
import { type Html, html } from '../html.ts'
import { openLength, wallLength } from '../lengths.ts'
import type { MessageKey } from '../messages/en.ts'
import { type LineLabel, promiseLine } from '../promise-line.ts'
import type { Tongue } from '../tongue.ts'
import type { WallClock } from '../wall-clock.ts'
import { isAtRisk, type PromiseOnRequest } from './read-request.ts'

export interface Telling {
  readonly tongue: Tongue
  readonly clock: WallClock
  readonly now: number
}

/** What was promised, how it stands, and the line. */
export function promiseBlock(on: PromiseOnRequest, telling: Telling): Html {
  const { commitment, promise } = on
  const target = targetsUnder(promise, commitment.amended_by)[commitment.row - 1]
  const state = shownState(on, telling.now)
  return html`<div class="promised"><p class="promised-words"><span class="state ${state}"><span aria-hidden="true">${SIGNS[state]}</span> ${telling.tongue.say(`state.${state}`)}</span> ${promiseWords(on, telling)}</p>
${target !== undefined && commitment.state !== 'cancelled' && promiseLine({ ...lineOf(on, telling), target }, labels(on, telling))}</div>`
}

const SIGNS: Readonly<Record<CommitmentState | 'at-risk', string>> = {
  kept: '✓',
  broken: '✕',
  running: '●',
  'at-risk': '◔',
  paused: '⏸\ufe0e',
  cancelled: '–',
}

function shownState(on: PromiseOnRequest, now: number): keyof typeof SIGNS {
  return isAtRisk(on.commitment, now) ? 'at-risk' : on.commitment.state
}

type About = 'answer' | 'settle' | 'other'

function aboutOf({ promise }: PromiseOnRequest): About {
  const { kind } = promise.clock
  if (kind === 'first-response' || kind === 'next-response') return 'answer'
  return kind === 'resolution' ? 'settle' : 'other'
}

const WORDS = {
  answer: { by: 'line.answer-by', late: 'line.answer-late', done: 'line.answered', doneLate: 'line.answered-late' },
  settle: { by: 'line.settle-by', late: 'line.settle-late', done: 'line.settled', doneLate: 'line.settled-late' },
  other: { by: 'line.by', late: 'line.late', done: 'line.done', doneLate: 'line.done-late' },
} as const satisfies Record<About, Record<string, MessageKey>>

/** A sentence: by when, or when it was done. */
export function promiseWords(on: PromiseOnRequest, { tongue, clock, now }: Telling): Html {
  const { charter, promise, commitment } = on
  const { state, due, fulfilled_at: done, left_ms: left } = commitment
  if (state === 'cancelled') return tongue.say('line.cancelled')
  if (due === null) {
    const length = left === null ? undefined : openLength(tongue, left)
    return length === undefined ? tongue.say('line.paused-dates') : tongue.say('line.paused', { length })
  }
  const row = rowsUnder(promise, commitment.amended_by)[commitment.row - 1]
  const text = row === undefined ? html`` : promiseText(charter, promise, row.target, tongue)
  const words = WORDS[aboutOf(on)]
  if (done === null)
    return tongue.say(state === 'broken' ? words.late : words.by, { text, time: tongue.due(due, clock, now) })
  const times = { text, time: tongue.bareTime(done, clock, now), due: tongue.bareDue(due, clock, now) }
  if (state !== 'broken') return tongue.say(words.done, times)
  return tongue.say(words.doneLate, { ...times, length: wallLength(tongue, done - due) })
}

function lineOf({ commitment }: PromiseOnRequest, { now }: Telling) {
  const { start, due, fulfilled_at: fulfilled, pauses } = commitment
  return { start, due, fulfilled, now, pauses }
}

const NAMES = {
  answer: { start: 'line.you-wrote', due: 'line.we-answer-by', done: 'line.answer' },
  settle: { start: 'line.you-wrote', due: 'line.we-settle-by', done: 'line.settle' },
  other: { start: 'line.started', due: 'line.due', done: 'line.fulfilled' },
} as const satisfies Record<About, Record<string, MessageKey>>

/** `you wrote`, `we answer by`, `answered`, in the order of time. */
function labels(on: PromiseOnRequest, { tongue, clock, now }: Telling): readonly LineLabel[] {
  const names = NAMES[aboutOf(on)]
  const { start, due, fulfilled_at: done } = on.commitment
  const end: readonly LineLabel[] =
    due === null ? [] : [{ mark: 'due', name: tongue.say(names.due), time: tongue.bareDue(due, clock, now) }]
  const isAfter = due !== null && (done ?? now) > due
  const reached: LineLabel =
    done === null
      ? { mark: 'now', name: tongue.say('line.now'), time: tongue.bareTime(now, clock, now) }
      : { mark: isAfter ? 'late' : 'done', name: tongue.say(names.done), time: tongue.bareTime(done, clock, now) }
  return [
    { mark: 'start', name: tongue.say(names.start), time: tongue.bareTime(start, clock, now) },
    ...(isAfter ? [...end, reached] : [reached, ...end]),
  ]
}
