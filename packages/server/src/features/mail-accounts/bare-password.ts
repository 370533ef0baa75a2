import { isLoopback } from '@avow/contract'
import type { MailServer } from '../../channels/email/index.ts'
import { Refusal } from '../../refusal.ts'

/** Throws `bad-request` where what is said to the server, the password first, could be read by all on the way. */
export function refuseBarePassword({ host, security }: MailServer): void {
  if (security !== 'none' || isLoopback(host)) return
  const message = `Without encryption the password of ${host} would go over the network for all to read. Choose TLS or STARTTLS.`
  throw new Refusal('bad-request', message, { at: [{ path: 'security', message }] })
}

/** What to throw where none is stored for the server that was named. */
export function passwordMissing(): Refusal {
  const message = 'Type the password of this account.'
  return new Refusal('bad-request', message, { at: [{ path: 'password', message }] })
}
