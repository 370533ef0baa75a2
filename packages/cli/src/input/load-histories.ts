/** Histories out of files: JSON lines, and tables of other systems through a mapping. */
import { type EventColumns, type HistoryAccount, HistoryReader, type RowAccount } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { loadMapping, MappedTables } from './load-mapping.ts'
import { type FirstPlaces, firstPlaces, type OddWord, oddWordsIn } from './odd-words.ts'
import { openInput, sizeOf } from './open-input.ts'
import { nameOf } from './read-text.ts'
import { isKnownType, type Vocabulary } from './vocabulary.ts'

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
  /** Words that no charter at hand knows, with how many events use them. */
  readonly odd: readonly OddWord[]
  /** Where lines of JSON, or the mapping, name these and other unusable things first. */
  readonly places: FirstPlaces['places']
  readonly vocabulary: Vocabulary
  /** The files of JSON lines, in the order in which the account counts them. */
  readonly lineFiles: readonly string[]
}

export interface HistoryFiles {
  readonly paths: readonly string[]
  readonly mapPath: string | undefined
  /** When the charter judges, UTC ms, where that is not the end of the input: a later merge is not yet one. */
  readonly asOf: number | undefined
  /** What the charters at hand declare. */
  readonly vocabulary: Vocabulary
}

/** Bytes read so far, of how many, where that is known. */
export type OnProgress = (done: number, total: number | undefined) => void

/** Reads all files in turn, in pieces. Throws Failure: no such file, damaged gzip, a table without its mapping. */
export async function loadHistories(
  { paths, mapPath, asOf, vocabulary }: HistoryFiles,
  io: Io,
  onProgress: OnProgress = () => {},
): Promise<LoadedHistories> {
  const isTable = (path: string) => mapPath !== undefined && !/\.(jsonl|ndjson|json)(\.gz)?$/i.test(path)
  for (const path of paths) {
    if (mapPath === undefined && /\.(csv|tsv)(\.gz)?$/i.test(path))
      throw new Failure(`${path} is a table: say how to read it with --map FILE (mappings/ has examples)`)
  }
  const reader = new HistoryReader([...vocabulary.events])
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
  const undeclared = new Map<string, number>()
  let pushed = 0
  const rows = tables?.finish((event) => {
    if (!isKnownType(event.type, vocabulary)) {
      undeclared.set(event.type, (undeclared.get(event.type) ?? 0) + 1)
      return
    }
    pushed++
    reader.pushEvent(event)
  })
  const { columns, account } = reader.finish(asOf)
  const lineFiles = paths.filter((path) => tables === undefined || !isTable(path))
  const odd = oddWordsIn(columns, vocabulary)
  const { places, states } = await firstPlaces(lineFiles, account, odd, vocabulary, io)
  const named = [...states].map(([word, count]): OddWord => ({ kind: 'state', word, count }))
  const unnamed = odd.states - named.reduce((sum, { count }) => sum + count, 0)
  return {
    columns,
    lines: account,
    jsonLines: account.lines - pushed,
    jsonEvents: account.events - pushed,
    rows,
    undeclared,
    odd: [...odd.words, ...named, ...(unnamed > 0 ? [{ kind: 'state' as const, word: '', count: unnamed }] : [])],
    places: new Map([...(tables?.factPlaces() ?? []), ...places]),
    vocabulary,
    lineFiles: lineFiles.map(nameOf),
  }
}
