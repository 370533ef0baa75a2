import { z } from 'zod'

/** Name of the last entry of a backup: what the others must be. */
export const MANIFEST = 'manifest.json'
export const SECRET = 'secret'

const part = z.object({
  /** `control.workspace`, or the name of a tenant table. */
  table: z.string(),
  /** Absent for tables of the control schema. */
  workspace: z.uuid().optional(),
  columns: z.array(z.string()),
  rows: z.number().int().nonnegative(),
  /** SHA-256 over the rows in PostgreSQL's COPY text, hexadecimal. */
  sha256: z.string(),
})

export const manifest = z.object({
  avow: z.literal('backup 1'),
  /** Number of the last migration of the schema that the rows have. */
  schema: z.number().int().positive(),
  /** The database's clock when the snapshot was taken. */
  at: z.iso.datetime(),
  parts: z.array(part),
  /** `sha256` is over the bytes of all, in the order of the entries. */
  blobs: z.object({ count: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
  hasKeys: z.boolean(),
})

export type Manifest = z.infer<typeof manifest>
export type Part = z.infer<typeof part>

/** A backup that is broken, or that does not fit where it shall go. Says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
