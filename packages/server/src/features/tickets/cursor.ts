import { Refusal } from '../../refusal.ts'

/** Where a page ended: the instant that its last row is sorted by, and its id. */
export interface Cursor {
  /** UTC ms; null among the rows without one. */
  readonly at: number | null
  readonly id: string
}

const CURSOR = /^(-?\d{1,16}|n)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at ?? 'n'}.${id}`).toString('base64url')
}

/** Throws `bad-request` for what no page ended with. */
export function readCursor(typed: string): Cursor {
  const found = CURSOR.exec(Buffer.from(typed, 'base64url').toString('latin1'))
  const [at, id] = [found?.[1], found?.[2]]
  if (at === undefined || id === undefined) {
    const message = 'This cursor is none of ours. Give the `next` of the page before, or none for the first page.'
    throw new Refusal('bad-request', message, { at: [{ path: 'cursor', message, typed: typed.slice(0, 100) }] })
  }
  return { at: at === 'n' ? null : Number(at), id }
}
