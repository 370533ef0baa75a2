/** The spans of a reckoning in columns: from, to, what they were, how much they counted, and the sum so far. */
import { type Reason, sayInstant, sayLength, type Zone } from '@avow/core'

/** A reckoning longer than this is shown from both ends, unless all of it is asked for. */
const MOST_LINES = 24
const EACH_END = 10

const SPANS: ReadonlySet<Reason['code']> = new Set(['counted', 'closed', 'paused', 'more'])

/** Whether a reason is a span of the reckoning rather than a sentence. */
export function isSpan({ code, from, to }: Reason): boolean {
  return SPANS.has(code) && from !== null && to !== null
}

/** Time counted up to an instant (UTC ms), in ms; undefined where that lies among spans told in one line. */
export function countedUntil(spans: readonly Reason[], instant: number): number | undefined {
  let sum = 0
  for (const { code, from, to, counted_ms } of spans) {
    if (instant <= (from ?? 0)) break
    if (instant >= (to ?? 0)) sum += counted_ms ?? 0
    else if (code === 'more') return undefined
    else if (code === 'counted') sum += instant - (from ?? 0)
  }
  return sum
}

/** The spans as aligned lines; the one in which the commitment was done (UTC ms) says so, and none follows it. */
export function reckoningLines(
  spans: readonly Reason[],
  zone: Zone,
  done: number | null,
  all: boolean,
): readonly string[] {
  let sum = 0
  const last = done === null ? -1 : spans.findIndex(({ to }) => done <= (to ?? 0))
  const rows = (last < 0 ? spans : spans.slice(0, last + 1)).map(({ code, from, to, counted_ms, data }, index) => {
    sum += counted_ms ?? 0
    const counts = (counted_ms ?? 0) > 0
    const mark = done !== null && index === last ? `   ← done ${sayInstant(zone, done)}` : ''
    return [
      ...spanTexts(zone, from ?? 0, to ?? 0),
      code === 'more' ? `${data['spans'] ?? ''} more` : code,
      counts ? sayLength(counted_ms ?? 0) : '',
      counts ? sayLength(sum) : '',
      mark,
    ]
  })
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const cell = (row: readonly string[], column: number) => (row[column] ?? '').padEnd(widths[column] ?? 0)
  const figure = (row: readonly string[], column: number) => (row[column] ?? '').padStart(widths[column] ?? 0)
  const lines = rows.map((row) =>
    `${cell(row, 0)} – ${cell(row, 1)}   ${cell(row, 2)}   ${figure(row, 3)}   ${figure(row, 4)}${row[5] ?? ''}`.trimEnd(),
  )
  if (all || lines.length <= MOST_LINES) return lines
  const between = lines.length - 2 * EACH_END
  return [...lines.slice(0, EACH_END), `… ${between} more lines (--all shows them)`, ...lines.slice(-EACH_END)]
}

/** `Wed 23 Dec 2026 16:30` and `17:00`; the end with its date where that is another. */
function spanTexts(zone: Zone, from: number, to: number): readonly [string, string] {
  const [begin, end] = [sayInstant(zone, from), sayInstant(zone, to)]
  const date = begin.slice(0, begin.lastIndexOf(' '))
  const atMidnight = end.endsWith(' 00:00') && sayInstant(zone, to - 1).startsWith(`${date} `)
  if (atMidnight) return [begin, '24:00']
  return [begin, end.startsWith(`${date} `) ? end.slice(date.length + 1) : end]
}
