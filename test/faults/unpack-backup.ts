import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({
  at: z.iso.datetime(),
  parts: z.array(
    z.object({ table: z.string(), workspace: z.string().optional(), columns: z.array(z.string()), rows: z.number() }),
  ),
  blobs: z.object({ count: z.number(), bytes: z.number() }),
})

export interface UnpackedBackup {
  readonly manifest: z.infer<typeof manifest>
  /** Hexadecimal SHA-256 of each blob, by its key. */
  readonly blobs: ReadonlyMap<string, string>
  /** The rows of a table, as objects of texts; null is undefined. */
  rowsOf(table: string): Record<string, string | undefined>[]
}

/** Takes a backup apart with the system's own tar, into a folder. */
export function unpackBackup(file: string, folder: string): UnpackedBackup {
  mkdirSync(folder, { recursive: true })
  const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tar could not unpack ${file}: ${stderr}`)
  const read = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  return {
    manifest: read,
    blobs: new Map(
      filesIn(join(folder, 'blobs')).map((path) => [
        path.slice(path.lastIndexOf('/') + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
    ),
    rowsOf(table) {
      const columns = read.parts.find((part) => part.table === table)?.columns ?? []
      return filesIn(join(folder, 'tables'))
        .filter((path) => path.includes(`/${table}/`))
        .flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'))
        .map((line) => {
          const values = line.split('\t')
          return Object.fromEntries(columns.map((name, index) => [name, textOf(values[index])]))
        })
    },
  }
}

/** COPY writes null as \N. What it writes of other letters is left as it is. */
function textOf(value: string | undefined): string | undefined {
  return value === '\\N' ? undefined : value
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
