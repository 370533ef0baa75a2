/** A clause as people read it, whatever its kind. */
import { formatDate } from '../../calendar/index.ts'
import { audienceName } from '../audience.ts'
import type { Clause, ClauseKind } from '../clause.ts'
import type { Audience, Condition, HitPolicy, Texts } from '../parts.ts'

/** One clause. Everything but its texts stands as a charter writes it, in no language. */
export interface ClauseView {
  readonly id: string
  readonly kind: ClauseKind
  /**
   * `public`, `staff`, or `position:NAME`: who it concerns. An authority concerns who holds its position; escalation, routing,
   * tone and agreements all staff.
   */
  readonly audience: string
  readonly says: Record<string, string> | null
  readonly because: Record<string, string> | null
  /** What is said once for the clause, by the name of its field. */
  readonly terms: { readonly name: string; readonly text: string }[]
  /** Its further texts, by the name of their field: `conditions`, `contact`, `instead`. */
  readonly texts: { readonly name: string; readonly by: Record<string, string> }[]
  /** Rows of its table, or its steps: conditions by fact, what is given by field, and the words of a step that has some. */
  readonly rows: {
    readonly when: Record<string, string>
    readonly gives: Record<string, string>
    readonly says: Record<string, string> | null
  }[]
}

type Words = Readonly<Record<string, string | undefined>>

/** What differs from kind to kind. */
interface Particular {
  readonly kind: ClauseKind
  readonly audience: Audience
  readonly terms?: Words
  readonly texts?: Readonly<Record<string, Texts | undefined>>
  readonly rows?: readonly { readonly when?: Words; readonly gives: Words; readonly says?: Texts | undefined }[]
}

/** A clause with what every kind says of itself. */
export function clauseView(
  clause: Clause,
  { kind, audience, terms: own = {}, texts = {}, rows = [] }: Particular,
): ClauseView {
  const { id, says, because, owner, objective, review, stance } = clause
  return {
    id,
    kind,
    audience: audienceName(audience),
    says: said(says),
    because: said(because),
    terms: terms({ ...own, owner, objective, review: review === undefined ? undefined : formatDate(review), stance }),
    texts: Object.entries(texts).flatMap(([name, text]) =>
      text === undefined ? [] : [{ name, by: Object.fromEntries(text.by) }],
    ),
    rows: rows.map((row) => ({ when: given(row.when ?? {}), gives: given(row.gives), says: said(row.says) })),
  }
}

function said(texts: Texts | undefined): Record<string, string> | null {
  return texts === undefined ? null : Object.fromEntries(texts.by)
}

function terms(fields: Readonly<Record<string, string | undefined>>): { name: string; text: string }[] {
  return Object.entries(given(fields)).map(([name, text]) => ({ name, text }))
}

/** Without what is not there. */
function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text]])),
  )
}

/** Conditions by fact. A cell that asks nothing is left out. */
export function conditions(condition: Condition): Record<string, string> {
  return Object.fromEntries(
    [...condition.values()].flatMap(({ fact, text, accepts }) => (accepts === 'any' ? [] : [[fact, text]])),
  )
}

/** Conditions in one line: `channel: email, tier: gold`. */
export function conditionText(condition: Condition): string {
  return Object.entries(conditions(condition))
    .map(([fact, text]) => `${fact}: ${text}`)
    .join(', ')
}

/** Nothing for the first row that matches, which is the rule. */
export function hitText(hit: HitPolicy): string {
  return hit === 'first' ? '' : hit
}
