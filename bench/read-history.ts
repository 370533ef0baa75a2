import { closeSync, openSync, readSync } from 'node:fs'
import { type EventColumns, type HistoryAccount, HistoryReader } from '@avow/core'

const PIECE = 1 << 20

/** Reads a file of JSON lines into columns. `declared` are the event types of the charters that will judge it. */
export function readHistory(
  path: string,
  declared: readonly string[],
): { columns: EventColumns; account: HistoryAccount } {
  const reader = new HistoryReader(declared)
  const file = openSync(path, 'r')
  const piece = new Uint8Array(PIECE)
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) reader.push(piece.subarray(0, read))
  closeSync(file)
  return reader.finish()
}

/** The declared event types of the charters together. */
export function declaredBy(
  charters: readonly { readonly document: { readonly events: ReadonlyMap<string, unknown> } }[],
): string[] {
  return [...new Set(charters.flatMap(({ document }) => [...document.events.keys()]))]
}
