/**
 * The promise line: ● started, thick where time counted, thin where closed, ▨ paused, ◆ due, then late. Drawn from the
 * inline start; what it shows stands beneath it in words.
 */
import { openPeriods, type Target } from '@avow/core'
import { type Html, html, joined } from './html.ts'

export interface LineToDraw {
  readonly start: number
  /** Null while paused. */
  readonly due: number | null
  readonly fulfilled: number | null
  readonly now: number
  readonly target: Target
  readonly pauses: readonly (readonly [number, number | null])[]
}

/** A label beneath the line, in the order of time. */
export interface LineLabel {
  readonly mark: 'start' | 'due' | 'done' | 'late' | 'now'
  readonly name: Html
  readonly time: Html
}

const WIDTH = 1000
/** The due time stands no nearer to the ends than this part of the line, however late it is. */
const LEAST = 0.3
const MOST = 0.88
/** More pieces than can be told apart. */
const MOST_PIECES = 200

export function promiseLine(line: LineToDraw, labels: readonly LineLabel[]): Html {
  return html`<div class="line-block">${drawn(line)}<ol class="line-labels">${joined(
    labels.map(
      ({ mark, name, time }) =>
        html`<li class="at-${mark}">${SIGNS[mark]}<span class="line-name">${name}</span> <span class="line-time">${time}</span></li>`,
    ),
  )}</ol></div>`
}

const SIGNS: Readonly<Record<LineLabel['mark'], Html>> = {
  start: sign(html`<circle class="l-start" cx="7" cy="7" r="4"/>`),
  due: sign(html`<path class="l-due" d="M7 1 13 7 7 13 1 7Z"/>`),
  done: sign(html`<path class="l-done" d="M2 7.5 5.5 11 12 3.5"/>`),
  late: sign(html`<path class="l-done late" d="M7 1V13"/>`),
  now: sign(html`<path class="l-now" d="M7 1V13"/>`),
}

function sign(drawing: Html): Html {
  return html`<svg class="sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${drawing}</svg>`
}

function drawn(line: LineToDraw): Html {
  const { start, due, fulfilled, now } = line
  const isLate = due !== null && (fulfilled ?? now) > due
  const last = isLate ? (fulfilled ?? now) : (due ?? now)
  const end = Math.max(last, start + 1)
  const dueAt = due === null ? WIDTH * MOST : isLate ? WIDTH * between((due - start) / (end - start)) : WIDTH
  const scaleEnd = due ?? now
  const x = (instant: number) =>
    Math.round(Math.max(0, Math.min(1, (instant - start) / Math.max(1, scaleEnd - start))) * dueAt)
  const path = (pieces: readonly (readonly [number, number])[]) => html`${pathOf(pieces.map(([a, b]) => [x(a), x(b)]))}`
  const upTo = fulfilled !== null && !isLate ? fulfilled : Math.min(now, scaleEnd)
  const marks = [
    html`<circle class="l-start" cx="0" cy="8" r="5"/>`,
    due !== null && at(dueAt, html`<path class="l-due" d="M0 1 7 8 0 15-7 8Z"/>`),
    fulfilled !== null &&
      !isLate &&
      at(
        x(fulfilled),
        html`<path class="l-done-back" d="M-6 8.5-2 12.5 6 3.5"/><path class="l-done" d="M-6 8.5-2 12.5 6 3.5"/>`,
      ),
    fulfilled !== null && isLate && at(WIDTH, html`<path class="l-done late" d="M0 2V14"/>`),
    fulfilled === null && at(isLate ? WIDTH : x(now), html`<path class="l-now" d="M0 0V16"/>`),
  ]
  return html`<svg class="line turns" height="16" aria-hidden="true"><svg viewBox="0 0 1000 16" preserveAspectRatio="none"><path class="l-closed" d="M0 8H${dueAt}"/><path class="l-ahead" d="${path(cut(openOf(line), start, scaleEnd))}"/><path class="l-counted" d="${path(cut(openOf(line), start, upTo))}"/><path class="l-paused" d="${path(pausesOf(line))}"/>${isLate && html`<path class="l-late" d="M${Math.round(dueAt)} 8H${WIDTH}"/>`}</svg>${joined(marks)}</svg>`
}

/** A mark at a place of the line, which keeps its form however long the line is. */
function at(place: number, mark: Html): Html {
  return html`<svg class="mark" x="${place / (WIDTH / 100)}%">${mark}</svg>`
}

function between(part: number): number {
  return Math.min(MOST, Math.max(LEAST, part))
}

function openOf({ start, due, now, target }: LineToDraw): readonly (readonly [number, number])[] {
  const end = due ?? now
  if (target.kind === 'dates') return [[start, end]]
  const found: (readonly [number, number])[] = []
  for (const period of openPeriods(target.calendar, start, end)) {
    found.push(period)
    if (found.length === MOST_PIECES) break
  }
  return found
}

function pausesOf({ pauses, start, due, now }: LineToDraw): readonly (readonly [number, number])[] {
  return cut(
    pauses.map(([from, to]) => [from, to ?? now]),
    start,
    due ?? now,
  )
}

function cut(
  pieces: readonly (readonly [number, number])[],
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  return pieces.flatMap(([a, b]) => (b > from && a < to ? [[Math.max(a, from), Math.min(b, to)] as const] : []))
}

/** Pieces in the order of time; those too narrow to see are widened to one unit. */
function pathOf(pieces: readonly (readonly [from: number, to: number])[]): string {
  let path = ''
  let last = -1
  for (const [from, to] of pieces) {
    const end = Math.max(to, from + 1)
    if (end <= last) continue
    path += `M${Math.max(from, last)} 8H${end}`
    last = end
  }
  return path
}
