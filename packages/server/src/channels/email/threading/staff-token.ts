import type { Keys } from '../../../secrets/index.ts'
import { base32, fromBase32 } from './base32.ts'

/** 80 bits: what Keys.isMark asks for at least, and 16 letters in an address. */
const MARK_BYTES = 10
const DAY = 86_400_000

/** What the address is good for: an answer of this person, on this ticket, as they knew it. */
export interface StaffTicket {
  readonly workspace: string
  /** Ids. */
  readonly ticket: string
  readonly person: string
  /** Of the last event that they were told of. */
  readonly seq: number
  /** The last day on which it may be used, counted from 1970 in UTC. */
  readonly day: number
}

/** What a token says; nothing is known of its truth yet, and whose it is only its mark says. */
export interface StaffToken {
  /** Of the ticket. */
  readonly number: number
  readonly seq: number
  readonly day: number
  readonly mark: Buffer
}

/** The last day of an address that is written now, UTC ms; `days` later. */
export function lastDayOf(now: number, days: number): number {
  return Math.floor(now / DAY) + days
}

/**
 * The address to which one person of the desk answers one ticket from their own mail program: `support+s41-3-g1k-mark@…`. It
 * is made under a key of its own, and looks like no address of a customer: neither can be used as the other.
 */
export function addressToAnswer(
  keys: Keys,
  address: string,
  { number, ...about }: StaffTicket & { readonly number: number },
): string {
  const at = address.lastIndexOf('@')
  const mark = keys.mark('staff-answer', marked(about)).subarray(0, MARK_BYTES)
  const said = `s${number}-${about.seq.toString(36)}-${about.day.toString(36)}`
  return `${address.slice(0, at)}+${said}-${base32(mark)}${address.slice(at)}`
}

/** The token in an address, in whatever letter case; undefined where there is none of this form. */
export function staffTokenIn(address: string): StaffToken | undefined {
  const found = /\+s(\d{1,15})-([0-9a-z]{1,8})-([0-9a-z]{1,6})-([a-z2-7]{16})@[^@]+$/iu.exec(address)
  const [, number = '', seq = '', day = '', letters = ''] = found ?? []
  const mark = fromBase32(letters.toLowerCase())
  if (found === null || mark === undefined) return undefined
  return { number: Number(number), seq: Number.parseInt(seq, 36), day: Number.parseInt(day, 36), mark }
}

/** Was the token made by us for this person and ticket? Whether its time is over is not looked at. */
export function isStaffTokenOf(
  keys: Keys,
  { mark, seq, day }: StaffToken,
  about: Pick<StaffTicket, 'workspace' | 'ticket' | 'person'>,
): boolean {
  return mark.length === MARK_BYTES && keys.isMark('staff-answer', marked({ ...about, seq, day }), mark)
}

function marked({ workspace, ticket, person, seq, day }: StaffTicket): string {
  return `${workspace} ${ticket} ${person} ${seq} ${day}`
}
