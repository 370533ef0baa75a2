import { type ClauseKind, declaredOf, isPlainKind, type PlainKind } from '../../charter/index.ts'

/** What the checks ask of a kind of clause. */
interface KindTraits {
  /** Its texts tell customers what they get, and so are searched for vague words and for numbers. */
  readonly isTold: boolean
  /** It is there for an objective, which it is asked to name. */
  readonly serves: boolean
}

/** Of the kinds that do not declare it beside their fields; one that is not here is refused by the types. */
const TRAITS: Readonly<Record<Exclude<ClauseKind, PlainKind>, KindTraits>> = {
  // It may be vague, since its figures stand beside it.
  objective: { isTold: false, serves: false },
  promise: { isTold: true, serves: true },
  crisis: { isTold: false, serves: false },
  escalation: { isTold: false, serves: false },
  remedy: { isTold: true, serves: true },
  channel: { isTold: true, serves: true },
  authority: { isTold: false, serves: false },
  procedure: { isTold: false, serves: true },
  routing: { isTold: false, serves: false },
  agreement: { isTold: false, serves: false },
}

/** What the checks ask of a kind. */
export function traitsOf(kind: ClauseKind): KindTraits {
  return isPlainKind(kind) ? declaredOf(kind) : TRAITS[kind]
}
