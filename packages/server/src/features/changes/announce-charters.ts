import type { Transaction } from '../../db/index.ts'
import { announce } from './changes.ts'

/** Tells that a draft changed: its text, which then is that of `seq`, or what became of it. */
export function announceDraft(tx: Transaction, draft: string, seq: number): void {
  announce(tx, [{ d: [[draft, seq]] }])
}

/** Tells that a version was published. */
export function announceVersion(tx: Transaction, version: number): void {
  announce(tx, [{ v: [version] }])
}
