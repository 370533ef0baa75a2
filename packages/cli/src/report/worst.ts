/** Keeps the worst of many without keeping them all. */
export class Worst<T extends { readonly late: number }> {
  /** How many were offered. */
  count = 0
  private readonly most: number
  private kept: T[] = []

  /** `most`: how many are kept. */
  constructor(most: number) {
    this.most = most
  }

  offer(item: T): void {
    this.count++
    this.kept.push(item)
    if (this.kept.length >= 2 * this.most + 16) this.kept = this.list()
  }

  /** The worst first; of equals the one offered first. */
  list(): T[] {
    return [...this.kept].sort((a, b) => b.late - a.late).slice(0, this.most)
  }
}

/**
 * Chooses `most` out of several lists (each the worst first): from each its fair share, so that a promise in minutes is
 * not crowded out by one in weeks, then the worst of what is left. The worst first.
 */
export function fairChoice<T extends { readonly late: number }>(
  lists: readonly (readonly T[])[],
  most: number,
): readonly T[] {
  const some = lists.filter((list) => list.length > 0)
  const share = Math.floor(most / Math.max(1, some.length))
  const chosen = some.flatMap((list) => list.slice(0, share))
  const left = some.flatMap((list) => list.slice(share)).sort((a, b) => b.late - a.late)
  return [...chosen, ...left.slice(0, most - chosen.length)].sort((a, b) => b.late - a.late)
}
