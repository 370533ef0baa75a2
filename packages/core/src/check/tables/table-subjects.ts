/** The tables of a charter as the exact checks look at them: every clause kind alike, each row with what it gives. */
import type {
  AuthorityRow,
  CharterDocument,
  Condition,
  FactDefinition,
  HitPolicy,
  Place,
  PromiseClause,
  RemedyRow,
} from '../../charter/index.ts'
import { formatMoney } from '../../charter/index.ts'
import { audienceText, limitText, targetKey } from '../words/target-words.ts'
import type { TableSource } from './cases.ts'

export interface SubjectRow {
  readonly place: Place
  /** Equal for rows that give the same. */
  readonly outcome: string
  /** What it gives, in words. */
  readonly words: string
}

export interface TableSubject {
  readonly kind: 'promise' | 'remedy' | 'authority'
  readonly id: string
  readonly place: Place
  readonly source: TableSource
  readonly rows: readonly SubjectRow[]
}

/** All decision tables of a charter. */
export function tableSubjects(document: CharterDocument): TableSubject[] {
  const { facts, promises, remedies, authority } = document
  const subject = subjectOf(facts)
  return [
    ...promises.map((clause) => promiseSubject(facts, clause)),
    ...remedies.map((clause) => subject('remedy', clause, remedyWords, remedyOutcome)),
    ...authority.map((clause) => subject('authority', clause, authorityWords)),
  ]
}

/** The table of one promise. */
export function promiseSubject(facts: ReadonlyMap<string, FactDefinition>, clause: PromiseClause): TableSubject {
  const rows = clause.rows.map((row) => ({
    place: row.place,
    outcome: `${targetKey(row.target)}, ${audienceText(row.audience ?? clause.audience)}`,
    words: row.targetText,
  }))
  return {
    kind: 'promise',
    id: clause.id,
    place: clause.place,
    source: { facts, hit: clause.hit, when: clause.when, rows: clause.rows },
    rows,
  }
}

/** What a remedy's row gives: `refund, credit up to 10.00 EUR`, or `none`. */
export function remedyWords({ allow, upTo }: RemedyRow): string {
  if (allow.length === 0) return 'none'
  return upTo === undefined ? allow.join(', ') : `${allow.join(', ')} up to ${limitText(upTo)}`
}

/** Two rows that give the same and tell other exclusions are not the same. */
function remedyOutcome(row: RemedyRow): string {
  return `${remedyWords(row)}; ${row.tell?.join(', ') ?? ''}`
}

/** What an authority's row gives: `refund, credit; 100.00 EUR a ticket`. */
export function authorityWords({ may, perTicket, perDay, bend }: AuthorityRow): string {
  return [
    may.join(', '),
    ...(perTicket ? [`${formatMoney(perTicket)} a ticket`] : []),
    ...(perDay ? [`${formatMoney(perDay)} a day`] : []),
    ...(bend ? [`${formatMoney(bend.money)} to bend a ${bend.period}`] : []),
  ].join('; ')
}

interface ClauseOfRows<Row> {
  readonly id: string
  readonly place: Place
  readonly hit: HitPolicy
  readonly when: Condition
  readonly rows: readonly Row[]
}

/** Makes subjects of clauses; rows whose `outcome` is equal give the same, where left out those of equal words. */
export function subjectOf(facts: ReadonlyMap<string, FactDefinition>) {
  return <Row extends { readonly place: Place; readonly cells: Condition }>(
    kind: TableSubject['kind'],
    { id, place, hit, when, rows }: ClauseOfRows<Row>,
    words: (row: Row) => string,
    outcome: (row: Row) => string = words,
  ): TableSubject => {
    const told = rows.map((row) => ({ place: row.place, outcome: outcome(row), words: words(row) }))
    return { kind, id, place, source: { facts, hit, when, rows }, rows: told }
  }
}
