import { bindHeader, type Mapping, type RowAccount, RowHistories, readMapping, type TicketEvent } from '@avow/core'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { csvRows } from './csv-rows.ts'
import { unreadable, zoneData } from './load-charter.ts'
import { placeKey } from './odd-words.ts'
import { nameOf, readText } from './read-text.ts'

/** A mapping from its file. Throws Failure with what is wrong, each with its place. */
export async function loadMapping(path: string, io: Io): Promise<Mapping> {
  const { mapping, findings } = readMapping(await readText(path, io))
  if (mapping !== undefined) return mapping
  throw unreadable(path, findings, io)
}

/** Tables of another system on their way to become histories. */
export class MappedTables {
  private readonly mapping: Mapping
  private readonly mappingPath: string
  private histories: RowHistories | undefined

  constructor(mapping: Mapping, mappingPath: string) {
    this.mapping = mapping
    this.mappingPath = mappingPath
  }

  /** Reads one table. Throws Failure where it lacks a column that the mapping uses. */
  async read(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const { separator, encoding } = this.mapping.csv
    let hasHeader = false
    for await (const { line, cells } of csvRows(path, chunks, separator, encoding)) {
      if (hasHeader) this.histories?.addRow(cells, `${nameOf(path)}:${line}`)
      else this.readHeader(path, cells)
      hasHeader = true
    }
    if (!hasHeader) throw new Failure(`${nameOf(path)} is empty; a table begins with its header`)
  }

  /** Hands out the events of all tables; answers what became of each row. */
  finish(take: (event: TicketEvent) => void): RowAccount | undefined {
    return this.histories?.finish(take)
  }

  /** Where the mapping names its facts, as `placeKey` calls them. */
  factPlaces(): ReadonlyMap<string, string> {
    return new Map(
      this.mapping.facts.map(({ name, column }) => [
        placeKey('fact', name),
        `${this.mappingPath}:${column.place.line}`,
      ]),
    )
  }

  private readHeader(path: string, cells: readonly string[]): void {
    const header = bindHeader(this.mapping, cells)
    if (header.problems.length > 0) {
      const other = header.positions.size === 0 ? separatorOf(cells, this.mapping) : undefined
      if (other !== undefined)
        throw new Failure(
          `${nameOf(path)} does not fit the mapping: the table seems to be parted by “${other === '\t' ? '\\t' : other}”; write in ${this.mappingPath}: csv: { separator: "${other === '\t' ? '\\t' : other}" }`,
        )
      const lines = header.problems.map(
        ({ line, column, code, message }) => `${this.mappingPath}:${line}:${column}  ${code}  ${message}`,
      )
      throw new Failure(`${nameOf(path)} does not fit the mapping:\n${lines.join('\n')}`)
    }
    this.histories ??= new RowHistories(this.mapping, header.positions.keys(), zoneData())
    this.histories.useHeader(header)
  }
}

/** The separator by which the header has columns that the mapping names, where it has none by the mapping's own. */
function separatorOf(cells: readonly string[], mapping: Mapping): string | undefined {
  const { separator } = mapping.csv
  const line = cells.join(separator)
  return [';', ',', '\t', '|'].find((other) => {
    if (other === separator || !line.includes(other)) return false
    return (
      bindHeader(
        mapping,
        line.split(other).map((cell) => cell.replace(/^"(.*)"$/, '$1')),
      ).positions.size > 0
    )
  })
}
