/** Whether clauses hang together: objectives with procedures, values with what shows them, remedies with who may grant them. */
import {
  type AnyClause,
  type CharterDocument,
  clausesOf,
  type Finding,
  isToldToCustomers,
} from '../../charter/index.ts'
import { remedyWords } from '../tables/table-subjects.ts'
import { found } from '../words/found.ts'
import { traitsOf } from './kind-traits.ts'

/** The findings about what a clause needs of others. */
export function checkPurpose(document: CharterDocument): Finding[] {
  const { objectives, procedures, values } = document
  const served = new Set(procedures.map(({ objective }) => objective))
  const seen = new Set(clausesOf(document).flatMap((clause) => (isSeen(clause) ? [clause.id] : [])))
  return [
    ...objectives
      .filter(({ id }) => !served.has(id))
      .map(({ id, place }) => found('objective-without-procedure', place, { clause: id })),
    ...procedures
      .filter(({ standards }) => standards.length === 0)
      .map(({ id, place }) => found('procedure-without-standard', place, { clause: id })),
    ...values
      .filter(({ audience, shownBy }) => audience === 'public' && !shownBy.some((id) => seen.has(id)))
      .map(({ id, place }) => found('value-without-evidence', place, { clause: id })),
    ...unattended(document),
    ...incomplete(document),
    ...ungrantable(document),
  ]
}

/** Whether customers see a value by a clause: another value declares no more than the value itself, and what is for staff they never see. */
function isSeen(clause: AnyClause): boolean {
  if (clause.kind === 'crisis') return true
  if (clause.kind === 'value' || !('audience' in clause)) return false
  const { audience } = clause
  return (
    isToldToCustomers(audience) ||
    (clause.kind === 'promise' && clause.rows.some((row) => isToldToCustomers(row.audience ?? audience)))
  )
}

/**
 * Who works by objectives is asked of every clause which of them it serves, who answers for it and when it is looked at
 * again, as they stand in the document; a charter that has none is not.
 */
function unattended(document: CharterDocument): Finding[] {
  if (document.objectives.length === 0) return []
  const clauses = clausesOf(document).toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
  const lacking = (form: 'owner' | 'objective' | 'review', without: typeof clauses): Finding[] => {
    const [first] = without
    if (first === undefined) return []
    const data = { clauses: without.map(({ id }) => id), count: without.length }
    return [found(`clause-unattended.${form}`, first.place, data)]
  }
  const serving = clauses.filter(({ kind }) => traitsOf(kind).serves)
  return [
    ...(document.people?.owner === undefined
      ? lacking(
          'owner',
          clauses.filter(({ owner }) => owner === undefined),
        )
      : []),
    ...lacking(
      'objective',
      serving.filter(({ objective }) => objective === undefined),
    ),
    ...(document.isReviewed
      ? []
      : lacking(
          'review',
          clauses.filter(({ review }) => review === undefined),
        )),
  ]
}

/**
 * What ISO 10001 wants of a promise in public: its words, its objective, on what it depends, what it does not cover, whom to
 * reach and where to complain. Told where the last two, or what it depends on, are not there; a row or a scope with
 * conditions says the latter.
 */
function incomplete(document: CharterDocument): Finding[] {
  if (document.objectives.length === 0) return []
  return document.promises
    .filter(({ audience }) => audience === 'public')
    .flatMap((promise) => {
      const { id, place, says, objective, limits, when, rows } = promise
      const isConditional = when.size > 0 || rows.some(({ cells }) => cells.size > 0)
      const fields = {
        says: says !== undefined,
        objective: objective !== undefined,
        conditions: promise.conditions !== undefined || isConditional,
        limits: limits !== undefined,
        contact: (promise.contact ?? document.contact) !== undefined,
        complaints: (promise.complaints ?? document.complaints) !== undefined,
      }
      if (fields.conditions && fields.contact && fields.complaints) return []
      const all = Object.keys(fields)
      const missing = Object.entries(fields).flatMap(([name, isThere]) => (isThere ? [] : [name]))
      const written = missing.map((name) => writtenField(name, document))
      const counts = { there: all.length - missing.length, all: all.length }
      return [found('promise-incomplete', place, { clause: id, missing, written, ...counts })]
    })
}

/** How a field that is missing is written: `contact: { en: …, it: … }`, `objective: O1`. */
function writtenField(name: string, { languages, objectives }: CharterDocument): string {
  if (name === 'objective') return `objective: ${objectives[0]?.id ?? 'O1'}`
  return `${name}: { ${languages.map((language) => `${language}: …`).join(', ')} }`
}

/** What a row allows and no authority clause names: nobody could ever grant it. */
function ungrantable({ remedies, authority }: CharterDocument): Finding[] {
  if (authority.length === 0) return []
  const granted = new Set(authority.flatMap(({ rows }) => rows.flatMap(({ may }) => may)))
  return remedies.flatMap((clause) =>
    clause.rows.flatMap((row, index) =>
      row.allow
        .filter((remedy) => !granted.has(remedy))
        .map((remedy) =>
          found('remedy-without-authority', row.place, {
            row: index + 1,
            clause: clause.id,
            gives: remedyWords(row),
            remedy,
          }),
        ),
    ),
  )
}
