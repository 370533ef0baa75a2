import { formatInstant } from '@avow/core'
import type { Backtested } from './backtest-text.ts'
import type { CountedReason } from './input-account.ts'

/** A backtest for programs: docs/cli.md. Instants are RFC 3339 in UTC with milliseconds. */
export function backtestJson({ charter, now, result, account, seconds, against }: Backtested): unknown {
  const promises = [...result.promises].map(([id, { cancelledBy, putOff, inCrisis, ...counts }]) => [
    id,
    {
      ...counts,
      cancelled_by: Object.fromEntries(cancelledBy),
      put_off: putOff,
      ...(inCrisis === undefined ? {} : { in_crisis: inCrisis }),
    },
  ])
  return {
    charter: { id: charter.id, version: charter.version, hash: charter.hash },
    at: formatInstant(now),
    tickets: result.tickets,
    events: result.events,
    seconds: round(seconds.all),
    seconds_reading: round(seconds.reading),
    seconds_judging: round(seconds.judging),
    promises: Object.fromEntries(promises),
    lines: {
      read: account.read,
      used: account.used,
      skipped: byReason(account.skipped),
      notes: byReason(account.notes),
    },
    without_creation: result.withoutCreation,
    unjudged: Object.fromEntries(result.unjudged),
    ambiguous: Object.fromEntries(result.ambiguous),
    misfits: Object.fromEntries(result.misfits),
    ...(against === undefined ? {} : { against: Object.fromEntries(against.promises) }),
  }
}

function byReason(list: readonly CountedReason[]): unknown {
  return Object.fromEntries(list.map(({ reason, count, about }) => [reason, { count, about }]))
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
