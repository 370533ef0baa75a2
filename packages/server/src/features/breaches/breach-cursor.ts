import { isUuid } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'

/** The broken promise that a page ended with. */
export interface BreachCursor {
  /** UTC ms. */
  readonly due: number
  readonly ticket: string
  readonly promise: string
  readonly run: number
}

export function writeBreachCursor({ due, ticket, promise, run }: BreachCursor): string {
  return Buffer.from(`${due} ${ticket} ${run} ${promise}`).toString('base64url')
}

/** Throws `bad-request` for what no page ended with. */
export function readBreachCursor(typed: string): BreachCursor {
  const [due = '', ticket = '', run = '', ...promise] = Buffer.from(typed, 'base64url').toString().split(' ')
  if (/^-?\d{1,15}$/.test(due) && isUuid(ticket) && /^\d{1,9}$/.test(run) && promise.length > 0)
    return { due: Number(due), ticket, run: Number(run), promise: promise.join(' ') }
  const message = 'This cursor is none of ours. Give the `next` of the page before, or none for the first page.'
  throw new Refusal('bad-request', message, { at: [{ path: 'cursor', message, typed: typed.slice(0, 100) }] })
}
