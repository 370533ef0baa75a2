import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  /** From 1, without gaps. */
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text, whatever its line ends. */
  readonly checksum: string
}

/** Where the numbered migrations stand. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations')

/** The migrations of a folder in their order. Throws where a number is missing, twice, or a name has another form. */
export function readMigrations(folder: string = MIGRATIONS): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1)
      throw new Error(`${join(folder, name)} should be called ${String(index + 1).padStart(4, '0')}-what-it-does.sql`)
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}
