/** Histories out of files: JSON lines, and tables of other systems through a mapping. */
import { EVENT_TYPES, type EventColumns, type HistoryAccount, HistoryReader, type RowAccount } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { loadMapping, MappedTables } from './load-mapping.ts'
import { openInput, sizeOf } from './open-input.ts'

export interface LoadedHistories {
  readonly columns: EventColumns
  /** What became of the lines of JSON; its instants are those of all input. */
  readonly lines: HistoryAccount
  /** Lines of JSON alone, without the events of tables. */
  readonly jsonLines: number
  readonly jsonEvents: number
  /** What became of the rows of tables. */
  readonly rows: RowAccount | undefined
  /** Events that a table gives and no charter at hand declares, by type. */
  readonly undeclared: ReadonlyMap<string, number>
}

export interface HistoryFiles {
  readonly paths: readonly string[]
  readonly mapPath: string | undefined
  /** The types of event that the charters at hand declare. */
  readonly declared: readonly string[]
}

/** Bytes read so far, of how many, where that is known. */
export type OnProgress = (done: number, total: number | undefined) => void

/** Reads all files in turn, in pieces. Throws Failure: no such file, damaged gzip, a table without its mapping. */
export async function loadHistories(
  { paths, mapPath, declared }: HistoryFiles,
  io: Io,
  onProgress: OnProgress = () => {},
): Promise<LoadedHistories> {
  const isTable = (path: string) => mapPath !== undefined && !/\.(jsonl|ndjson|json)(\.gz)?$/i.test(path)
  for (const path of paths) {
    if (mapPath === undefined && /\.(csv|tsv)(\.gz)?$/i.test(path))
      throw new Failure(`${path} is a table: say how to read it with --map FILE (mappings/ has examples)`)
  }
  const reader = new HistoryReader(declared)
  const tables = mapPath === undefined ? undefined : new MappedTables(await loadMapping(mapPath, io), mapPath)
  const total = await sizeOf(paths)
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress(done, total)
  }
  for (const path of paths) {
    const chunks = openInput(path, io, onBytes)
    if (tables !== undefined && isTable(path)) {
      await tables.read(path, chunks)
      continue
    }
    for await (const chunk of chunks) reader.push(chunk)
    reader.endOfFile()
  }
  const known = new Set<string>([...EVENT_TYPES, ...declared])
  const undeclared = new Map<string, number>()
  let pushed = 0
  const rows = tables?.finish((event) => {
    if (!known.has(event.type)) {
      undeclared.set(event.type, (undeclared.get(event.type) ?? 0) + 1)
      return
    }
    pushed++
    reader.pushEvent(event)
  })
  const { columns, account } = reader.finish()
  return {
    columns,
    lines: account,
    jsonLines: account.lines - pushed,
    jsonEvents: account.events - pushed,
    rows,
    undeclared,
  }
}
