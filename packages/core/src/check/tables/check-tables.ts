import type { CharterDocument, Condition, Finding, Place } from '../../charter/index.ts'
import { found } from '../words/found.ts'
import { casesOf, hasNoCases } from './cases.ts'
import { findGaps } from './gaps.ts'
import { findOverlaps } from './overlaps.ts'
import { findIdleRows, firstTwo } from './reach.ts'
import { type TableSubject, tableSubjects } from './table-subjects.ts'
import type { Moment } from './witness.ts'

/** The exact checks of every decision table: gaps, overlaps, rows never reached, duplicates, rows that change nothing. */
export function checkTables(document: CharterDocument, moment: Moment): Finding[] {
  return [...tableSubjects(document).flatMap((subject) => checkTable(subject, moment)), ...checkTriggers(document)]
}

/** Escalation on a condition that no ticket can meet. */
function checkTriggers({ facts, escalation }: CharterDocument): Finding[] {
  return escalation.flatMap(({ id, on, place }) => {
    if (on.kind !== 'condition' || !hasNoCases(casesOf({ facts, hit: 'first', when: on.when, rows: [] }))) return []
    return [emptyScope(id, on.when, place)]
  })
}

function emptyScope(id: string, when: Condition, place: Place): Finding {
  return found('empty-scope', [...when.values()][0]?.place ?? place, { clause: id })
}

/** The exact checks of one table. Witnesses are dated from the moment. */
export function checkTable(subject: TableSubject, moment: Moment): Finding[] {
  const { id, place, source } = subject
  const cases = casesOf(source)
  if (hasNoCases(cases)) return [emptyScope(id, source.when, place)]
  const diagram = firstTwo(subject, cases)
  if (diagram === undefined) {
    const data = { clause: id, columns: cases.columns.length, rows: source.rows.length }
    return [found('table-too-large', place, data)]
  }
  return [
    ...findGaps(subject, cases, moment),
    ...findOverlaps(subject, cases, moment),
    ...findIdleRows(subject, cases, diagram, moment),
  ]
}

/** How many nodes the diagram has from which each table's gaps and idle rows are read; 0 where it is too large. */
export function diagramSizes(
  document: CharterDocument,
): readonly { readonly clause: string; readonly nodes: number }[] {
  return tableSubjects(document).map((subject) => {
    const diagram = firstTwo(subject, casesOf(subject.source))
    return { clause: subject.id, nodes: diagram?.column.length ?? 0 }
  })
}
