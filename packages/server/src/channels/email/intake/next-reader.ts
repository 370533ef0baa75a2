import type { MailRow } from './mail-row.ts'

/** Who reads accepted mail at once, in this process. */
export interface NextReader {
  /**
   * How long mail to these mailboxes that is accepted now is kept for it, ms; 0: it has enough to do, of all or of one of them,
   * and whoever is free takes it.
   */
  leaseMs(mailboxes: readonly string[]): number
  /** `raw`: bytes that are at hand, by the ids of their rows; they need not be fetched again. */
  take(mail: readonly MailRow[], raw?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void
  /** Mail to these mailboxes was accepted that is kept for nobody. */
  look(mailboxes: readonly string[]): void
}
