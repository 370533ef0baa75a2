import { silenceOf } from './silence.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A mail that waits to be read for longer is late. */
const LATE = 5 * MINUTE
/** Fetching that fails for longer is not a matter of a moment. */
const UNFETCHED = 15 * MINUTE
/** Where mail came within so long there is no silence. */
export const NOT_SILENT = 4 * HOUR

/** What raises an alarm of a mailbox. */
export const ALARMS = ['mailbox-silent', 'mailbox-late', 'mailbox-not-fetched'] as const
export type AlarmCode = (typeof ALARMS)[number]

/** What is seen of a mailbox; instants in UTC ms. */
export interface SeenMailbox {
  readonly lastMailAt: number | undefined
  /** Of those that were not read yet. */
  readonly oldestWaitingAt: number | undefined
  /** The first failure of those that followed one another. */
  readonly failingSince: number | undefined
  /** When mail came in the last four weeks. */
  readonly arrivals: readonly number[]
}

export interface Alarm {
  readonly code: AlarmCode
  readonly data: { readonly minutes: number; readonly hours?: number }
}

/**
 * What is wrong with a mailbox at `now` (UTC ms), and what is no longer: a mail waits to be read for more than 5 minutes;
 * fetching has failed for 15; it has fallen silent by the rule of silenceOf. Silence is over once mail comes again, and not
 * because a night has come: until then it is neither raised nor healed.
 */
export function alarmsOf(
  seen: SeenMailbox,
  now: number,
): { readonly raised: readonly Alarm[]; readonly healed: readonly AlarmCode[] } {
  const raised: Alarm[] = []
  const healed: AlarmCode[] = []
  const since = (code: AlarmCode, at: number | undefined, patience: number): void => {
    if (at !== undefined && now - at > patience)
      raised.push({ code, data: { minutes: Math.floor((now - at) / MINUTE) } })
    else healed.push(code)
  }
  since('mailbox-late', seen.oldestWaitingAt, LATE)
  since('mailbox-not-fetched', seen.failingSince, UNFETCHED)
  if (seen.lastMailAt !== undefined && now - seen.lastMailAt <= NOT_SILENT) healed.push('mailbox-silent')
  else {
    const silence = silenceOf(seen.arrivals, now)
    if (silence !== undefined)
      raised.push({
        code: 'mailbox-silent',
        data: { minutes: Math.floor(silence.lasts / MINUTE), hours: Math.floor(silence.lasts / HOUR) },
      })
  }
  return { raised, healed }
}
