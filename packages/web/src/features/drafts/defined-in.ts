import { type DefinedCharter, parseDate } from '@avow/core'
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'

/** What of a draft's plain data is looked at to say how much of its definition is measured, faulty or not; dates that cannot be read are past. */
export function definedIn(data: Fields): DefinedCharter {
  const clauses = (section: string) =>
    listOf(data[section])
      .map(fieldsOf)
      .map((clause) => ({ clause, id: String(clause['id'] ?? '') }))
  return {
    definition: clauses('definition').map(({ clause, id }) => ({
      id,
      shownBy: wordsOf(clause['shown by']),
      measuredBy: wordsOf(clause['measured by']),
    })),
    promises: clauses('promises').map(({ id }) => ({ id })),
    objectives: clauses('objectives').map(({ clause, id }) => ({ id, by: dayOf(clause['by']) })),
    crisis: clauses('crisis').map(({ clause }) => ({
      from: { day: dayOf(clause['from']) },
      until: { day: dayOf(clause['until']) },
      suspends: listOf(clause['amends'])
        .map(fieldsOf)
        .filter(({ suspended }) => suspended === true || suspended === 'yes')
        .map(({ promise }) => String(promise)),
    })),
  }
}

function dayOf(written: unknown): number {
  return parseDate(String(written ?? '').slice(0, 10)) ?? Number.NEGATIVE_INFINITY
}
