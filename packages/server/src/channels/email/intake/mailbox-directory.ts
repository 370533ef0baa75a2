import type { Store } from '../../../db/index.ts'
import { withoutToken } from '../threading/index.ts'

/** Where mail for an address goes. */
export interface MailboxPlace {
  readonly workspace: string
  readonly mailbox: string
}

/** How long a place is remembered, ms: so long may mail go to a mailbox that has just been removed. */
const REMEMBERED = 5_000
const MOST_REMEMBERED = 10_000

export interface MailboxDirectory {
  /**
   * The mailbox of an envelope recipient, over all workspaces: by its address as it is, else without its `+token`.
   * Undefined where there is none, or the setting refuses the unknown; mail to postmaster is never refused (RFC 5321 §4.5.1).
   */
  find(recipient: string): Promise<MailboxPlace | undefined>
  close(): void
}

/** `unknown` says what becomes of mail to an address that no mailbox has. What was not found is asked for again. */
export function openMailboxDirectory(store: Store, unknown: 'default' | 'refuse'): MailboxDirectory {
  const places = new Map<string, MailboxPlace>()
  const forget = setInterval(() => places.clear(), REMEMBERED)
  forget.unref()
  return {
    async find(recipient) {
      const address = recipient.toLowerCase()
      const known = places.get(address)
      if (known !== undefined) return known
      const takesUnknown = unknown === 'default' || /^postmaster(?:@|$)/.test(address)
      const found = await look(store, address, takesUnknown)
      if (places.size >= MOST_REMEMBERED) places.clear()
      if (found !== undefined) places.set(address, found)
      return found
    },
    close: () => clearInterval(forget),
  }
}

async function look(store: Store, address: string, takesUnknown: boolean): Promise<MailboxPlace | undefined> {
  const plain = withoutToken(address)
  const rows = await store.control
    .selectFrom('control.mailbox_address')
    .select(['address', 'workspace_id', 'mailbox_id', 'is_default'])
    .where(({ eb, or }) => or([eb('address', 'in', [address, plain]), eb('is_default', '=', true)]))
    .execute()
  const row =
    rows.find((each) => each.address === address) ??
    rows.find((each) => each.address === plain) ??
    (takesUnknown ? rows.find((each) => each.is_default) : undefined)
  return row && { workspace: row.workspace_id, mailbox: row.mailbox_id }
}
