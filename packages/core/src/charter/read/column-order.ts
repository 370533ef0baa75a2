import { compareCuts, isNear, meanLength } from '../condition/cut-order.ts'
import type { Cell, Condition, Cut } from '../parts.ts'
import type { Reading } from './reading.ts'

interface Seen {
  readonly cut: Cut
  readonly cell: Cell
}

/**
 * Reports the cells whose ages cannot be put in one order with those before them on every date, each at its own place
 * (SPEC C4). The conditions are those of one clause: its scope, then its rows.
 */
export function checkColumnOrder(conditions: readonly Condition[], reading: Reading): void {
  const columns = new Map<string, Seen[]>()
  for (const condition of conditions) {
    for (const cell of condition.values()) {
      const seen = columns.get(cell.fact) ?? []
      columns.set(cell.fact, seen)
      for (const cut of agesOf(cell)) takeCut({ cut, cell }, seen, reading)
    }
  }
}

function agesOf(cell: Cell): readonly Cut[] {
  if (cell.accepts === 'any') return []
  const cuts = cell.accepts.flatMap((alternative) =>
    alternative.kind === 'range' ? [alternative.from, alternative.to] : [],
  )
  return cuts.filter((cut) => cut?.kind === 'age')
}

/** Compares a cut with those near it, and keeps it in its place in the order of mean lengths. */
function takeCut(next: Seen, seen: Seen[], reading: Reading): void {
  let at = 0
  let end = seen.length
  while (at < end) {
    const middle = (at + end) >> 1
    const other = seen[middle]
    if (other && meanLength(other.cut) < meanLength(next.cut)) at = middle + 1
    else end = middle
  }
  for (let index = at; index < seen.length && near(seen[index], next); index++)
    if (clashes(seen[index], next, reading)) return
  for (let index = at - 1; index >= 0 && near(seen[index], next); index--)
    if (clashes(seen[index], next, reading)) return
  const here = seen[at]
  if (here === undefined || compareCuts(here.cut, next.cut) !== 0) seen.splice(at, 0, next)
}

function near(seen: Seen | undefined, next: Seen): seen is Seen {
  return seen !== undefined && isNear(seen.cut, next.cut)
}

function clashes(seen: Seen | undefined, next: Seen, reading: Reading): boolean {
  if (seen === undefined || compareCuts(seen.cut, next.cut) !== undefined) return false
  const { text, place } = seen.cell
  const other = seen.cell === next.cell ? 'in itself' : `beside “${text}” in line ${place.line}`
  reading.report.add(
    'cuts-out-of-order',
    next.cell.place,
    `“${next.cell.text}” ${other} has no fixed order, since months differ in length; write both in days, or both in months`,
    { typed: next.cell.text, of: next.cell.fact },
  )
  return true
}
