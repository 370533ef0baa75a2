/** Words longer than this are compared by nobody; the suggestion would be no help. */
const MAX_LENGTH = 64

/**
 * The candidate nearest to a mistyped word, or undefined where none is near: at most one slip in four letters, three in
 * all. Case does not count. `budget` bounds the work over a whole reading and is used up by it.
 */
export function nearest(word: string, candidates: Iterable<string>, budget: { left: number }): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  const typed = word.toLowerCase()
  const most = Math.min(3, Math.max(1, Math.floor(typed.length / 4) + 1))
  let best: string | undefined
  let bestSlips = most + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) > most || candidate.length > MAX_LENGTH) continue
    if (budget.left-- <= 0) break
    const slips = slipsBetween(typed, candidate.toLowerCase(), bestSlips)
    if (slips < bestSlips && slips < candidate.length) {
      best = candidate
      bestSlips = slips
    }
  }
  return best
}

/**
 * Letters added, left out, exchanged or swapped with their neighbour (Damerau–Levenshtein, optimal string alignment); any
 * number from `enough` on where there are at least so many.
 */
export function slipsBetween(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, cell(beforeLast, j - 2) + 1)
      row.push(slips)
      if (slips < least) least = slips
    }
    if (least >= enough) return least
    beforeLast = last
    last = row
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
