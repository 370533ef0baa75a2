import type { Transaction } from '../../db/index.ts'

/** Where processes hear of changes. What is heard there may be lost: nothing but speed relies on it. */
export const CHANGES = 'avow_changes'

/** What is said there: a workspace, and ids of what changed in it. Nothing else. */
export interface Changes {
  readonly w: string
  /** Of each ticket its id, number and last seq. */
  readonly t?: readonly (readonly [string, number, number])[]
  /** Of each draft of a charter its id and last seq. */
  readonly d?: readonly (readonly [string, number])[]
  /** Numbers of versions that were published. */
  readonly v?: readonly number[]
  /** Ids of people who have a notice. */
  readonly n?: readonly string[]
}

/** Says something with the commit of the transaction; each text has less than 8000 bytes. */
export function announce(tx: Transaction, said: readonly Omit<Changes, 'w'>[]): void {
  for (const each of said) tx.notify(CHANGES, JSON.stringify({ w: tx.workspace, ...each } satisfies Changes))
}
