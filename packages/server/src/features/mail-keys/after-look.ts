import type { KeyFinding } from '@avow/contract'
import { isInPlace, type StoredKey } from './mail-key.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** So many regular looks in a row that found no fitting record, and the key signs no more. */
const ENOUGH = 3
/** By so much of the time between two looks they may come earlier, so that not all keys are looked for at once. */
const SPREAD = 1 / 12

/** What a receiver cannot verify by. Not `testing`: the key is there, although receivers treat the mail as unsigned. */
const LACKING: ReadonlySet<KeyFinding> = new Set<KeyFinding>([
  'missing',
  'doubled-name',
  'several',
  'syntax',
  'other-key',
  'withdrawn',
])

/** What is known of the record of a key. Instants: UTC ms. */
export type KnownRecord = Pick<StoredKey, 'seenAt' | 'lackingSince' | 'missed' | 'stoppedAt'>

/**
 * What is known of the record of a key once the DNS said `finding` at `now` (UTC ms). A key whose record was seen, and is
 * gone or another in three regular looks in a row, signs no more until it is seen again: others treat a signature that they
 * cannot verify as none at best, and some count it against the mail. Looks that a person asks for do not count, since three
 * presses take seconds; nor does a look that nobody answered, nor the record of a key that was never seen: who lets it
 * sign knows why.
 */
export function afterLook(key: StoredKey, finding: KeyFinding, now: number, isRegular: boolean): KnownRecord {
  const { seenAt, lackingSince = now, missed, stoppedAt } = key
  if (finding === 'found') return { seenAt: seenAt ?? now, lackingSince: undefined, missed: 0, stoppedAt: undefined }
  if (finding === 'unanswered' || !isInPlace(key) || !isWatched(key) || stoppedAt !== undefined) return key
  if (!LACKING.has(finding)) return { seenAt, lackingSince, missed: 0, stoppedAt }
  const misses = missed + (isRegular ? 1 : 0)
  return misses < ENOUGH
    ? { seenAt, lackingSince, missed: misses, stoppedAt }
    : { seenAt: undefined, lackingSince, missed: misses, stoppedAt: now }
}

/**
 * When a key is to be looked for again (UTC ms): a day after it was found, an hour after it was not, each up to a twelfth
 * earlier by its id.
 */
export function nextLookAt(key: StoredKey): number {
  const { id, checked } = key
  if (checked === undefined) return 0
  const pause = isWatched(key) && checked.finding !== 'found' ? HOUR : DAY
  const share = Number.parseInt(id.slice(-4), 16) / 0x10000
  return checked.at + pause * (1 - share * SPREAD)
}

function isWatched({ seenAt, stoppedAt }: StoredKey): boolean {
  return seenAt !== undefined || stoppedAt !== undefined
}
