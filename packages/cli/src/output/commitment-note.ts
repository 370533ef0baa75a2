/** What a commitment came to, told in full or in one line. */
import {
  type Commitment,
  type CompiledCharter,
  type PromiseRow,
  type Reason,
  rowsUnder,
  sayInstant,
  sayLength,
  type TicketEvent,
} from '@avow/core'
import { MasterWords } from '../charter-words/master-words.ts'
import type { Paint, Style } from '../io.ts'
import { countedUntil, isSpan, reckoningLines } from './reckoning-lines.ts'
import { sayWait } from './say-wait.ts'

export interface CommitmentNote {
  readonly charter: CompiledCharter
  /** UTC ms. */
  readonly now: number
  /** The ticket's events, for the next word after a missed update. */
  readonly events: readonly TicketEvent[]
  readonly paint: Paint
  /** Show every line of a long reckoning. */
  readonly all: boolean
}

const MARKS: Readonly<Record<Commitment['state'], readonly [string, Style]>> = {
  kept: ['✓', 'green'],
  broken: ['✕', 'red'],
  running: ['●', 'yellow'],
  paused: ['⏸', 'magenta'],
  cancelled: ['–', 'dim'],
}

/** `P1`, or `P1, run 2`. */
export function commitmentName(promise: string, run: number): string {
  return run > 1 ? `${promise}, run ${run}` : promise
}

/** The commitment in one line: its state, its name and when. */
export function commitmentHead(commitment: Commitment, note: CommitmentNote): string {
  const [mark, style] = MARKS[commitment.state]
  const state = isMissed(commitment) ? 'MISSED' : commitment.state.toUpperCase()
  const name = note.paint('bold', commitmentName(commitment.promise, commitment.run))
  return `${note.paint(style, `${mark} ${state}`)}  ${name}  ${verdict(commitment, note)}`
}

/** The commitment in full: what was promised, the reckoning in columns, and what it came to. */
export function commitmentLines(commitment: Commitment, note: CommitmentNote): readonly string[] {
  const { charter, paint, all } = note
  const says = promiseText(charter, commitment)
  const { why } = commitment
  const spans = why.filter(isSpan)
  const done = commitment.state === 'kept' ? commitment.fulfilled_at : null
  const firstSpan = why.findIndex(isSpan)
  const before = firstSpan < 0 ? why : why.slice(0, firstSpan)
  const after = firstSpan < 0 ? [] : why.slice(firstSpan)
  const sentences = (reasons: typeof why) =>
    reasons.filter((reason) => !isSpan(reason)).map((reason) => `  ${sentence(reason, commitment, spans, note)}`)
  return [
    commitmentHead(commitment, note),
    ...(says === undefined ? [] : [paint('dim', `  ${says}`)]),
    ...sentences(before),
    ...reckoningLines(spans, charter.zone, done, all).map((line) => `    ${line}`),
    ...sentences(after),
  ]
}

/** An interval between two updates that passed in silence: nothing can fulfil it any more, the next one has begun. */
function isMissed({ clock, state, fulfilled_at, due }: Commitment): boolean {
  return clock === 'update-every' && state === 'broken' && fulfilled_at === null && due !== null
}

/** When a person wrote to the customer next after an instant; null where nobody did by now. */
function nextWord({ events, now }: CommitmentNote, after: number): number | null {
  const words = events
    .filter(({ type, by, at, recorded }) => type === 'message.sent' && by === 'agent' && at > after && recorded <= now)
    .map(({ at }) => at)
    .filter((at) => at <= now)
  return words.length === 0 ? null : Math.min(...words)
}

function verdict(commitment: Commitment, note: CommitmentNote): string {
  const { charter, now } = note
  const { state, due, settled_at, fulfilled_at, left_ms, reason, unsure, put_off } = commitment
  const say = (instant: number | null) => (instant === null ? '' : sayInstant(charter.zone, instant))
  const beside = [unsure ? 'holidays are not known that far' : '', put_off ? 'put off' : ''].filter(Boolean)
  const end = beside.length > 0 ? ` (${beside.join(', ')})` : ''
  switch (state) {
    case 'kept':
      return `done ${say(fulfilled_at)}, due ${say(due)}${end}`
    case 'broken': {
      if (due === null) return `broken ${say(settled_at)}${end}`
      if (isMissed(commitment)) {
        const word = nextWord(note, due)
        return `nobody wrote by ${say(due)}${word === null ? '' : `; next word ${say(word)}`}${end}`
      }
      return fulfilled_at === null
        ? `due ${say(due)}, not done ${sayWait(now - due)} later${end}`
        : `due ${say(due)}, done ${say(fulfilled_at)}, ${sayWait(fulfilled_at - due)} late${end}`
    }
    case 'running':
      return due === null ? `no due time${end}` : `due ${say(due)}, in ${sayWait(due - now)}${end}`
    case 'paused':
      return `no due time while it waits${left_ms === null ? '' : `, ${sayLength(left_ms)} left`}${end}`
    case 'cancelled':
      return `on ${say(settled_at)}${reason === null ? '' : `: ${reason}`}${end}`
  }
}

/** A line of the why in the charter's own words where it has some, else as the core says it. */
function sentence(
  reason: Reason,
  commitment: Commitment,
  spans: readonly Reason[],
  { charter, ...note }: CommitmentNote,
): string {
  const { code, text, from, to, data } = reason
  const words = new MasterWords(charter)
  const say = (instant: number | null) => (instant === null ? '' : sayInstant(charter.zone, instant))
  const promise = charter.promises.find(({ id }) => id === commitment.promise)
  if (promise === undefined) return text
  const { clock } = promise
  const rows = rowsUnder(promise, commitment.amended_by)
  switch (code) {
    case 'started': {
      if (clock.kind !== 'declared') return text
      const of = commitment.key === '' ? '' : ` of “${commitment.key}”`
      return `The clock started on ${say(from)}: from ${words.event(clock.from)} until ${words.event(clock.until)}${of}.`
    }
    case 'row': {
      const number = Number(data['row'])
      const row = rows[number - 1]
      if (row === undefined) return text
      const promised = words.target(row.target, row.targetText)
      return rows.length === 1 && row.cells.size === 0
        ? `For every ticket the target is ${promised}.`
        : `By row ${number} (${words.conditions(row.cells)}) the target is ${promised}.`
    }
    case 'sum': {
      const target = reckonedTarget(text, rows, words)
      if (target === undefined || commitment.state === 'paused') return text
      const done = commitment.state === 'kept' ? commitment.fulfilled_at : null
      const used = done === null ? undefined : countedUntil(spans, done)
      return used === undefined
        ? `Counted: ${sayLength(reason.counted_ms ?? 0)} of ${target}.`
        : `Used ${sayLength(used)} of ${target} when it was done.`
    }
    case 'dates': {
      const row = rows.find(({ targetText }) => text.startsWith(`${targetText} `))
      return row === undefined
        ? text
        : `${words.target(row.target, row.targetText)}${text.slice(row.targetText.length)}`
    }
    case 'broken':
      if (isMissed(commitment)) return `Missed: ${verdict(commitment, { charter, ...note })}.`
      return `Broken: due ${say(from)}, and still not done.`
    case 'fulfilled-late':
      return `Broken: due ${say(from)}, and done on ${say(to)}, ${sayWait((to ?? 0) - (from ?? 0))} late.`
    default:
      return text
  }
}

/** The opening time that a sum speaks of: not always that of the row in force now (SPEC F3). */
function reckonedTarget(text: string, rows: readonly PromiseRow[], words: MasterWords): string | undefined {
  for (const { target, targetText } of rows) {
    if (target.kind === 'opening' && text.endsWith(` of ${sayLength(target.ms)} of ${target.calendar}.`))
      return words.target(target, targetText)
  }
  return undefined
}

/** What the customer is told, the row's target filled in. */
function promiseText(charter: CompiledCharter, commitment: Commitment): string | undefined {
  const words = new MasterWords(charter)
  const compiled = charter.promises.find(({ id }) => id === commitment.promise)
  const text = words.text(compiled?.clause.says)
  if (text === undefined || compiled === undefined) return undefined
  return `“${text.replaceAll('{target}', () => words.rowTarget(compiled, commitment))}”`
}
