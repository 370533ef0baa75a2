import type { ClauseKind } from '../charter/index.ts'

/** What the checks ask of a kind of clause. A kind that is not here is refused by the types. */
interface KindTraits {
  /** Its texts tell customers what they get, and so are searched for vague words and for numbers. */
  readonly isTold: boolean
  /** It is there for an objective, which it is asked to name. */
  readonly serves: boolean
}

/** Values and objectives may be vague, since their figures stand beside them. */
export const KIND_TRAITS: Readonly<Record<ClauseKind, KindTraits>> = {
  value: { isTold: false, serves: false },
  objective: { isTold: false, serves: false },
  promise: { isTold: true, serves: true },
  crisis: { isTold: false, serves: false },
  escalation: { isTold: false, serves: false },
  remedy: { isTold: true, serves: true },
  exclusion: { isTold: true, serves: false },
  channel: { isTold: true, serves: true },
  authority: { isTold: false, serves: false },
  procedure: { isTold: false, serves: true },
  routing: { isTold: false, serves: false },
  agreement: { isTold: false, serves: false },
  tone: { isTold: false, serves: false },
}
