import { chainOf, type MergeSaid, survivorsOf } from '../absorb.ts'
import { KIND } from '../columns.ts'
import type { Actor } from '../event.ts'
import type { EventRows } from './event-rows.ts'
import type { EventShape, EventShapes } from './event-shapes.ts'

const ACTORS: readonly Actor[] = ['customer', 'agent', 'bot', 'system']

/** The rows to add to, the shapes they name, and the tickets by name and index; `indexOf` is -1 for one without events. */
export interface MergeTable {
  readonly rows: EventRows
  readonly shapes: EventShapes
  readonly nameOf: (ticket: number) => string
  readonly indexOf: (name: string) => number
}

/**
 * What `absorbMerged` does for arrays, on rows: adds copies of the merged tickets' messages to their survivors, and a
 * `ticket.merged` where the survivor said `ticket.absorbed`. `merges` are the rows that say either. Tickets without an
 * event of their own get none.
 */
export function joinMerged(table: MergeTable, merges: readonly number[]): void {
  const { rows, shapes, nameOf, indexOf } = table
  const said: MergeSaid[] = []
  for (const row of merges) {
    const shape = shapes.list[rows.shape[row] as number]
    if (shape === undefined || shape.merge === '') continue
    const own = nameOf(rows.ticket[row] as number)
    const bySurvivor = shape.kind === KIND.absorbed
    const [ticket, into] = bySurvivor ? [shape.merge, own] : [own, shape.merge]
    said.push({
      ticket,
      into,
      at: rows.at[row] as number,
      seq: rows.seq?.[row] ?? Number.POSITIVE_INFINITY,
      bySurvivor,
    })
    if (bySurvivor) addMerged(table, row, shape, into)
  }
  const into = survivorsOf(said)
  const chains = new Map<number, readonly number[]>()
  for (const ticket of into.keys()) {
    const index = indexOf(ticket)
    const joined = chainOf(into, ticket).map(indexOf)
    if (index >= 0)
      chains.set(
        index,
        joined.filter((survivor) => survivor >= 0),
      )
  }
  const isMessage = shapes.list.map(({ kind }) => kind === KIND.received || kind === KIND.sent || kind === KIND.auto)
  const isMerged = new Uint8Array(Math.max(-1, ...chains.keys()) + 1)
  for (const index of chains.keys()) isMerged[index] = 1
  const own = rows.count
  for (let row = 0; row < own; row++) {
    const ticket = rows.ticket[row] as number
    if (isMerged[ticket] !== 1 || isMessage[rows.shape[row] as number] !== true) continue
    for (const survivor of chains.get(ticket) ?? []) copyTo(rows, row, survivor)
  }
}

function copyTo(rows: EventRows, row: number, ticket: number): void {
  const { at, shape, detail } = rows
  const copy = rows.add(ticket, at[row] as number, rows.recordedOf(row), shape[row] as number, detail[row] as number)
  rows.copyOrder(row, copy)
}

function addMerged({ rows, shapes, indexOf }: MergeTable, row: number, shape: EventShape, into: string): void {
  const ticket = indexOf(shape.merge)
  const at = rows.at[row] as number
  const recorded = rows.recordedOf(row)
  const by = ACTORS[shape.actor] ?? 'system'
  const merged = shapes.of({ ticket: shape.merge, type: 'ticket.merged', at, recorded, by, into })
  if (ticket < 0 || merged === undefined) return
  const seq = rows.seq?.[row]
  const added = rows.add(ticket, at, recorded, merged.index, merged.about.index)
  if (seq !== undefined) rows.setSeq(added, seq)
}
