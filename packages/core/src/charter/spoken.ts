import type { Audience, Condition, Duration } from './parts.ts'

/** What a clause, or one field of it, speaks of: the parts that a charter declares for it. */
export interface Spoken {
  readonly audience?: Audience
  readonly conditions?: readonly Condition[]
  readonly durations?: readonly (Duration | undefined)[]
  readonly facts?: readonly string[]
  readonly calendars?: readonly (string | undefined)[]
  readonly positions?: readonly string[]
  readonly remedies?: readonly string[]
}
