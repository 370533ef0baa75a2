import { parseInstant } from '@avow/core'
import type { Call } from '../command.ts'
import { UsageFailure } from '../failure.ts'

/** The option --at as an instant (UTC ms), undefined where it is not given. */
export function instantOption(call: Call): number | undefined {
  const typed = call.text('at')
  if (typed === undefined) return undefined
  const instant = parseInstant(typed)
  if (instant === undefined)
    throw new UsageFailure(`--at ${typed} is no instant; write it as 2026-01-05T10:00:00Z or 2026-01-05T11:00+01:00`)
  return instant
}
