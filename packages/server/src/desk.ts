import type { ClientConfig } from 'pg'
import type { Logger } from 'pino'
import type { BlobStore } from './blobs/index.ts'
import type { Lookup } from './channels/email/verifying/lookup.ts'
import type { ConsentProvider } from './consent-providers/index.ts'
import type { Store } from './db/index.ts'
import type { MailLimits } from './mail-limits.ts'
import type { Outward } from './outward/index.ts'
import type { KeptPrints } from './printing/index.ts'
import type { Keys } from './secrets/index.ts'

/** What the parts of a running server share; made once by start-server.ts. */
export interface Desk {
  readonly store: Store
  readonly blobs: BlobStore
  readonly keys: Keys
  /** Address in links and mail, without a slash at its end. The Host header is never used. */
  readonly publicUrl: string
  readonly log: Logger
  /** Name of the runtime's zone data, e.g. `2026b`. */
  readonly zoneData: string
  /** The folder that holds charters/. */
  readonly root: string
  /** Makes PDFs; undefined where there is no Chromium. */
  readonly prints?: KeptPrints
  /** Walls against floods of mail; the usual ones where left out. */
  readonly mailLimits?: MailLimits
  /** How it reaches addresses that strangers named; the public web alone where left out. */
  readonly outward?: Outward
  /** Who lets us in to mailboxes without a password; the known ones where left out. */
  readonly consents?: readonly ConsentProvider[]
  /** Asks the DNS where somebody waits for the answer, each time anew; the machine's own servers where left out. */
  readonly lookup?: Lookup
  /** As the owner of the tables, for what the server's own role has no right to: removing what is in the log. */
  readonly owner?: ClientConfig
}
