import type { Reason } from '@avow/contract'

export interface FoldedSpans {
  readonly folded: number
  /** Counted in them, ms. */
  readonly counted: number
}

/** So many spans are shown at the start of a reckoning and at its end. */
const SHOWN = 5

/** Many spans are told in one line in the middle, so that a reckoning is read and not scrolled. */
export function foldSpans(lines: readonly Reason[]): readonly (Reason | FoldedSpans)[] {
  const hidden = lines.slice(SHOWN, -SHOWN)
  if (hidden.length < 2) return lines
  const fold: FoldedSpans = {
    folded: hidden.reduce((sum, { code, data }) => sum + (code === 'more' ? Number(data['spans']) : 1), 0),
    counted: hidden.reduce((sum, { counted_ms }) => sum + (counted_ms ?? 0), 0),
  }
  return [...lines.slice(0, SHOWN), fold, ...lines.slice(-SHOWN)]
}
