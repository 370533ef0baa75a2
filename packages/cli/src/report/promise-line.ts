/** The promise line of a broken commitment: ● started, thick where time counted, thin where closed, ▨ paused, ◆ due, then late. */
import type { Segment } from '@avow/core'
import { type Html, html } from './html.ts'

const WIDTH = 1000
/** Part of the line up to the due time, at least and at most: else the scale changes at the due time. */
const LEAST = 0.3
const MOST = 0.85

/** Style rules that set a text at a mark of the line: the page may carry no style of single elements. */
export function markRules(): string {
  const rules: string[] = []
  for (let percent = 100 * LEAST; percent <= 100 * MOST; percent++) {
    rules.push(
      `.at-${percent}.begins-there{padding-inline-start:${percent}%}.at-${percent}.ends-there{padding-inline-end:${100 - percent}%}`,
    )
  }
  return rules.join('\n')
}

export interface LineToDraw {
  readonly start: number
  readonly due: number
  /** Null while it is still waited for. */
  readonly end: number | null
  readonly fulfilled: boolean
  readonly segments: readonly Segment[]
}

/** Whether the line needs two scales: one up to the due time, one after it. */
export function hasTwoScales(line: LineToDraw, now: number): boolean {
  if (endsAtDue(line)) return false
  const part = partUpToDue(line, now)
  return part < LEAST || part > MOST
}

/** An interval in which nothing was done ends with its due time: nothing comes after it. */
export function endsAtDue({ due, end, fulfilled }: LineToDraw): boolean {
  return end === due && !fulfilled
}

/** Where the due time stands on the line, in whole percent of its length. */
export function dueMark(line: LineToDraw, now: number): number {
  if (endsAtDue(line)) return 100
  return Math.round(100 * Math.min(MOST, Math.max(LEAST, partUpToDue(line, now))))
}

function partUpToDue({ start, due, end }: LineToDraw, now: number): number {
  return (due - start) / Math.max(1, (end ?? now) - start)
}

/** Draws it from the inline start; the words stand beside it. */
export function promiseLine(line: LineToDraw, now: number): Html {
  const { start, due, segments } = line
  const dueAt = (WIDTH / 100) * dueMark(line, now)
  const x = (instant: number) => Math.round(((Math.min(instant, due) - start) / Math.max(1, due - start)) * dueAt)
  const path = (wanted: (kind: Segment['kind']) => boolean) =>
    pathOf(segments.filter(({ kind, from }) => wanted(kind) && from < due).map(({ from, to }) => [x(from), x(to)]))
  const ends = endsAtDue(line)
  const scale = hasTwoScales(line, now) && html`<use href="#s-break" x="${(dueAt + WIDTH) / 20}%"/>`
  return html`<svg class="line turns" height="14" aria-hidden="true"><svg viewBox="0 0 1000 14" preserveAspectRatio="none"><path class="l-closed" d="M0 7H${dueAt}"/><path class="l-counted" d="${path((kind) => kind !== 'closed' && kind !== 'paused')}"/><path class="l-paused" d="${path((kind) => kind === 'paused')}"/>${!ends && html`<path class="l-late" d="M${dueAt} 7H${WIDTH}"/>`}</svg>${scale}<use href="#s-start"/><use href="#s-due" x="${dueAt / 10}%"/>${!ends && html`<use href="#${line.fulfilled ? 's-done' : 's-open'}" x="100%"/>`}</svg>`
}

/** The signs on the line, once for the whole page; each stands round x = 0, from y = 0 to 14. */
export const LINE_SIGNS = html`<g id="s-start"><circle class="l-start" cy="7" r="5"/></g><g id="s-due"><path class="l-due" d="M0 0 7 7 0 14-7 7Z"/></g><g id="s-done"><path class="l-done" d="M0 1V13"/></g><g id="s-open"><path class="l-done" d="M-4 2 1 7-4 12"/></g><g id="s-break"><path class="l-break" d="M-5 13-1 1M1 13 5 1"/></g>`

/** Touching and overlapping pieces joined, those too narrow to see widened to one unit. */
function pathOf(pieces: readonly (readonly [from: number, to: number])[]): string {
  let path = ''
  let last = -1
  for (const [from, to] of pieces) {
    const end = Math.max(to, from + 1)
    if (end <= last) continue
    path = from <= last ? path.replace(/H\d+$/, `H${end}`) : `${path}M${from} 7H${end}`
    last = end
  }
  return path
}
