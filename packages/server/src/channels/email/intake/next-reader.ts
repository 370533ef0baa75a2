import type { MailRow } from './mail-row.ts'

/** Who reads accepted mail at once, in this process. */
export interface NextReader {
  /** How long mail that is accepted now is kept for it, ms; 0: it has enough to do, and whoever is free takes it. */
  leaseMs(): number
  take(mail: readonly MailRow[]): void
}
