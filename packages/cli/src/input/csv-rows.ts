import { CsvError, parse } from 'csv-parse'
import { Failure } from '../failure.ts'
import { nameOf } from './read-text.ts'

export interface CsvRow {
  /** The line in the file where the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Longer rows are a quote that is never closed. */
const MAX_ROW = 4 * 1024 * 1024

/**
 * The rows of a CSV file (RFC 4180), the header first. Rows with too few or too many cells come as they are, and so do
 * quotes in the middle of a cell; a quote that is never closed throws Failure.
 */
export async function* csvRows(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  separator: string,
  encoding: string,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_ROW,
  })
  const feeding = feed(parser, decoded(path, chunks, encoding))
  try {
    let line = 1
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      yield { line, cells }
      line += 1 + lineEndsIn(cells)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    throw new Failure(
      `${nameOf(path)}: ${open ? 'a quote is opened and never closed, so that the rest would be one row' : error.message}`,
    )
  }
  await feeding
}

async function feed(parser: ReturnType<typeof parse>, chunks: AsyncIterable<Uint8Array | string>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (!parser.write(chunk)) await new Promise((done) => void parser.once('drain', done))
      if (parser.destroyed) return
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Line ends inside quoted cells. */
function lineEndsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** UTF-8 is left to the parser. */
function decoded(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncIterable<Uint8Array | string> {
  if (/^utf-?8$/i.test(encoding)) return chunks
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encoding)
  } catch {
    throw new Failure(
      `${nameOf(path)}: there is no encoding “${encoding}”; names are utf-8, windows-1252, iso-8859-2 and so on`,
    )
  }
  return decodedBy(decoder, chunks)
}

async function* decodedBy(
  decoder: InstanceType<typeof TextDecoder>,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
