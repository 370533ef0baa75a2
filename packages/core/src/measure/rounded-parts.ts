/**
 * Rounds parts to whole multiples of `unit` so that they add up to the rounded total: each is rounded down, and what is
 * missing goes to those that lost most (the earlier of equals). Parts are ≥ 0.
 */
export function roundedParts(parts: readonly number[], unit: number): readonly number[] {
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0) / unit)
  const floors = parts.map((part) => Math.floor(part / unit))
  let missing = total - floors.reduce((sum, floor) => sum + floor, 0)
  const byLoss = parts.map((part, index) => ({ index, lost: part / unit - (floors[index] ?? 0) }))
  byLoss.sort((a, b) => b.lost - a.lost || a.index - b.index)
  for (const { index } of byLoss) {
    if (missing <= 0) break
    floors[index] = (floors[index] ?? 0) + 1
    missing--
  }
  return floors.map((floor) => floor * unit)
}
