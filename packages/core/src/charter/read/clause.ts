import { MAX_NAME_CHARACTERS } from '../limits.ts'
import { isForbiddenName } from '../source/check-names.ts'
import { comparePlaces, entryOf, type SourceNode, textOf } from '../source/node.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'
import { text } from './words.ts'

const ID = /^[A-Z][A-Za-z0-9-]*$/

/** The stable id of a clause: a capital letter, then letters, digits, hyphens; unique over all clauses of the charter. */
export const clauseId: Shape<string> = {
  schema: { type: 'string', pattern: ID.source },
  read(node, reading) {
    const id = text('an id such as P1').read(node, reading)
    if (id === undefined) return undefined
    if (!isClauseId(id)) {
      reading.report.add(
        'bad-name',
        node.place,
        `${quoted(id)} cannot be an id: write a capital letter, then letters, digits or “-”, as in P1`,
        { typed: id, like: 'P1' },
      )
      return undefined
    }
    reading.clauseIds.push({ id, place: node.place })
    return id
  },
}

function isClauseId(id: string): boolean {
  return ID.test(id) && id.length <= MAX_NAME_CHARACTERS && !isForbiddenName(id)
}

/** Reports ids that stand twice, at the later place in the source. */
export function checkClauseIds({ clauseIds, report }: Reading): void {
  const lines = new Map<string, number>()
  for (const { id, place } of clauseIds.toSorted((a, b) => comparePlaces(a.place, b.place))) {
    const line = lines.get(id)
    if (line === undefined) lines.set(id, place.line)
    else report.add('named-twice', place, `the id ${quoted(id)} was given already in line ${line}`, { typed: id, line })
  }
}

/**
 * Declares the ids of clauses before they are read, with the number of their rows, so that clauses can refer to each other
 * in any order. An id that stands twice was perhaps meant to be another, so it counts as refused, and nobody knows its rows.
 */
export function declareClauses(section: SourceNode | undefined, register: Register<number>): void {
  if (section?.kind !== 'list') return
  for (const clause of section.items) {
    const id = entryOf(clause, 'id')
    if (id?.kind !== 'scalar') continue
    const table = entryOf(clause, 'table')
    const word = textOf(id)
    const isTwice = register.isDeclared(word)
    if (isTwice || typeof id.value !== 'string' || !isClauseId(word)) register.refuse(word)
    register.declare(word, table?.kind === 'list' && !isTwice ? table.items.length : undefined)
  }
}

/** A section of clauses: a list. Clauses that cannot be read are reported and left out. */
export function clauses<T>(what: string, clause: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: clause.schema },
    read(node, reading) {
      if (node.kind !== 'list')
        return expected(`a list of ${what}, each beginning with “- id: …”`, node, reading, '- id: …')
      return node.items.map((item) => clause.read(item, reading)).filter((read) => read !== undefined)
    },
  }
}
