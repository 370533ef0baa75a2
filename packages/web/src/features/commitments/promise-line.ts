/** The geometry of the promise line: where its pieces and marks stand, in percent from the inline start. */
export type SpanKind = 'counted' | 'closed' | 'paused'

/** A span of a reckoning, UTC ms. */
export interface Span {
  readonly kind: SpanKind
  readonly from: number
  readonly to: number
}

export interface LineToDraw {
  readonly start: number
  /** Null while paused. */
  readonly due: number | null
  /** When it was done; null while it is not. */
  readonly done: number | null
  /** From when nothing is waited for any more, UTC ms; null while it runs. */
  readonly ended: number | null
  /** In order; none: all time up to the due instant counts. */
  readonly spans: readonly Span[]
}

export interface Piece {
  readonly kind: SpanKind | 'late'
  readonly at: number
  readonly length: number
  /** Not yet come to pass: drawn faintly. */
  readonly ahead: boolean
  readonly from: number
  readonly to: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  readonly due: number | null
  readonly done: number | null
  /** Where now stands; null once it has ended. */
  readonly now: number | null
  /** The line is drawn at two scales, one up to the due time and one after it. */
  readonly bent: boolean
}

/** Part of the line up to the due time, at least and at most, where something comes after it. */
const LEAST = 30
const MOST = 85

/** Lays a commitment out along its line, as of `now` (UTC ms). */
export function layOut(line: LineToDraw, now: number): Line {
  const { start, due, done, spans } = line
  const until = done ?? line.ended ?? now
  const end = Math.max(due ?? until, until, start + 1)
  const late = due !== null && until > due
  const straight = due === null ? 100 : (100 * (due - start)) / (end - start)
  const dueAt = late ? Math.min(MOST, Math.max(LEAST, straight)) : 100
  const x = (instant: number): number => {
    const bound = Math.min(end, Math.max(start, instant))
    if (due === null) return (100 * (bound - start)) / (end - start)
    if (bound <= due) return (dueAt * (bound - start)) / Math.max(1, due - start)
    return dueAt + ((100 - dueAt) * (bound - due)) / Math.max(1, end - due)
  }
  const last = due ?? until
  const pieces = whole(spans, start, last).flatMap((span) => parted(span, until))
  if (late && due !== null) pieces.push({ kind: 'late', from: due, to: until, ahead: false })
  return {
    pieces: pieces.map((piece) => ({ ...piece, at: x(piece.from), length: x(piece.to) - x(piece.from) })),
    due: due === null ? null : dueAt,
    done: done === null ? null : x(done),
    now: done === null && line.ended === null ? x(now) : null,
    bent: late && Math.abs(straight - dueAt) > 0.5,
  }
}

type Bare = Omit<Piece, 'at' | 'length'>

/** The spans from start to end without gaps; what none of them tells of counts. */
function whole(spans: readonly Span[], start: number, end: number): Span[] {
  const filled: Span[] = []
  let at = start
  for (const { kind, from, to } of spans) {
    const [begin, stop] = [Math.max(from, at), Math.min(to, end)]
    if (stop <= begin) continue
    if (begin > at) filled.push({ kind: 'counted', from: at, to: begin })
    filled.push({ kind, from: begin, to: stop })
    at = stop
  }
  if (at < end) filled.push({ kind: 'counted', from: at, to: end })
  return filled
}

function parted({ kind, from, to }: Span, until: number): Bare[] {
  if (to <= until) return [{ kind, from, to, ahead: false }]
  if (from >= until) return [{ kind, from, to, ahead: true }]
  return [
    { kind, from, to: until, ahead: false },
    { kind, from: until, to, ahead: true },
  ]
}
