import type { MailboxHealth } from '@avow/contract'

const MINUTE = 60_000
/** Mail that waits for longer is late, ms: the server raises its alarm then, too. */
const LATE = 5 * MINUTE

export type MailboxState = 'failing' | 'late' | 'given-up' | 'well'

/** How a mailbox stands, in a word: the worst that is true of it. `now`: UTC ms. */
export function mailboxState(
  { account, oldest_waiting_at, out_week }: Pick<MailboxHealth, 'account' | 'oldest_waiting_at' | 'out_week'>,
  now: number,
): MailboxState {
  if (account !== null && account.failure !== null) return 'failing'
  if (oldest_waiting_at !== null && now - Date.parse(oldest_waiting_at) > LATE) return 'late'
  return out_week.given_up > 0 ? 'given-up' : 'well'
}
