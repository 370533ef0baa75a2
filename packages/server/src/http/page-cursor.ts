import { isUuid } from '../db/index.ts'
import { Refusal } from '../refusal.ts'

/** Where a page ended: the instant (UTC ms) and the id of its last row. */
export interface PageCursor {
  readonly at: number
  readonly id: string
}

export function writePageCursor({ at, id }: PageCursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

/** Throws `bad-request` for what no page ended with. */
export function readPageCursor(typed: string): PageCursor {
  const [at = '', id = '', ...more] = Buffer.from(typed, 'base64url').toString('latin1').split(' ')
  if (/^\d{1,15}$/.test(at) && isUuid(id) && more.length === 0) return { at: Number(at), id }
  const message = 'This cursor is none of ours. Give the `next` of the page before, or none for the first page.'
  throw new Refusal('bad-request', message, { at: [{ path: 'cursor', message, typed: typed.slice(0, 100) }] })
}
