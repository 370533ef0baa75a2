/** What a comparison of two charters says, clause by clause. As JSON it is what `avow diff --json` prints. */
import { CLAUSE_KINDS, type ClauseKind } from '../../charter/index.ts'
import type { WitnessValue } from '../tables/witness.ts'
import type { CustomersGet } from './customers.ts'
import type { DifferenceSays } from './difference-forms.ts'

export type Change = 'same' | 'stricter' | 'looser' | 'changed' | 'added' | 'removed'

/** The kinds of part that are compared; `charter` stands for what is said once, such as languages and people. */
export type DifferenceKind = ClauseKind | 'fact' | 'event' | 'calendar' | 'position' | 'charter'

/** One thing that a clause now says differently. */
export interface DifferencePart {
  /** What it is about: the `rows` of the table, the clock, the pauses, the wording … */
  readonly about: string
  readonly change: Exclude<Change, 'same'>
  /** A plain sentence without the clause's id: `looser for tier gold, channel email: 1 h of office → 2 h of office`. */
  readonly text: string
  /** The same without its words, for screens and mails in other languages. */
  readonly says: DifferenceSays
  /** For rows: which tickets; empty for all. */
  readonly where?: string
  readonly old?: string
  readonly new?: string
  /** Whether customers get less or more by it (SPEC D); left out where it means neither to them. */
  readonly customers?: CustomersGet
  readonly witness?: DifferenceWitness
}

/** A ticket that the two charters treat differently. */
export interface DifferenceWitness {
  /** Facts by name, and `at`, when it is created (RFC 3339 UTC). */
  readonly ticket: Readonly<Record<string, WitnessValue>>
  readonly old: Treatment
  readonly new: Treatment
}

/** What one charter gives the witness. */
export interface Treatment {
  /** From 1; null where no row matches, or several do under `unique`. */
  readonly row: number | null
  readonly gives: string
  /** Due instant of a promise for a ticket created at the witness's `at`, RFC 3339 UTC. */
  readonly due?: string
}

export interface ClauseDifference {
  readonly kind: DifferenceKind
  readonly id: string
  /**
   * For promises and remedies, how customers are served: stricter is sooner, or more. `changed` where some are served better
   * and others worse.
   */
  readonly change: Change
  /** What its parts come to for customers (SPEC D1). */
  readonly customers?: CustomersGet
  readonly parts: readonly DifferencePart[]
  /** Line in the new document, or in the old one for what was removed. */
  readonly line: number
}

/** The difference as sentences: `P1: looser for tier gold, channel email: 1 h of office → 2 h of office`. */
export function differenceSentences({ kind, id, change, parts }: ClauseDifference): string[] {
  const name = CLAUSES.has(kind) || kind === 'charter' ? id : `${kind} ${id}`
  return parts.length === 0 ? [`${name}: ${change}`] : parts.map(({ text }) => `${name}: ${text}`)
}

const CLAUSES: ReadonlySet<DifferenceKind> = new Set(CLAUSE_KINDS)

/** Parts about words alone, or about who looks after a promise, do not make it stricter or looser. */
const NEUTRAL = new Set(['wording', 'measured', 'audience', 'owner', 'objective', 'review', 'stance'])

/** The kinds whose clauses are stricter or looser as a whole. */
const GIVING: ReadonlySet<DifferenceKind> = new Set(['promise', 'remedy'])

/** What the parts of a clause come to together. Only promises and remedies are stricter or looser. */
export function overallChange(kind: DifferenceKind, parts: readonly DifferencePart[]): Change {
  if (parts.length === 0) return 'same'
  const changes = new Set(parts.filter(({ about }) => !NEUTRAL.has(about)).map(({ change }) => change))
  const [only] = changes
  return GIVING.has(kind) && changes.size === 1 && only !== undefined ? only : 'changed'
}
