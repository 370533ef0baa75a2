import type { ClauseKind } from '../clause.ts'
import type { Cell, Condition, FactDefinition, Place } from '../parts.ts'
import type { SourceEntry } from '../source/node.ts'
import { readCell } from './cell.ts'
import type { Reading } from './reading.ts'
import { expected, type Shape } from './shape.ts'

/** Reads one entry of a condition and adds it; `more` are the other words possible here, for suggestions. */
export function readEntry(
  entry: SourceEntry,
  where: ClauseKind,
  cells: Map<string, Cell>,
  reading: Reading,
  more: readonly string[] = [],
): void {
  const { facts, report } = reading
  if (!facts.has(entry.key)) {
    const known = (): readonly string[] => [...facts.names(), ...more]
    report.addUnknown('unknown-fact', entry.keyPlace, 'fact', entry.key, known, () => facts.refusedNames())
    return
  }
  const fact = facts.get(entry.key)
  if (fact === undefined || !mayStand(fact, where, entry.keyPlace, reading)) return
  const cell = readCell(fact, entry.value, reading)
  if (cell) cells.set(fact.name, cell)
}

/**
 * The kinds that decide at one moment. Promises and escalation judge the past, so `age: now` has no place in their conditions (SPEC C3).
 */
const MAY_GROW: ReadonlySet<ClauseKind> = new Set(['remedy', 'authority', 'procedure', 'exclusion', 'channel'])

function mayStand(fact: FactDefinition, where: ClauseKind, place: Place, reading: Reading): boolean {
  if (fact.type.kind !== 'age' || fact.type.until === 'creation' || MAY_GROW.has(where)) return true
  const reason = `“${fact.name}” is an age up to now, which changes while a ${where === 'promise' ? 'promise runs' : 'ticket waits'}`
  reading.report.add(
    'fact-not-allowed',
    place,
    `${reason}; only remedies and authority may use it. Declare it with { age: true } to count up to the ticket's creation`,
    { typed: fact.name, like: '{ age: true }' },
  )
  return false
}

/** The scope of a clause: `when: { reason: damaged }`. */
export function condition(where: ClauseKind): Shape<Condition> {
  return {
    schema: { type: 'object', additionalProperties: { $ref: '#/$defs/cell' } },
    read(node, reading) {
      if (node.kind !== 'map')
        return expected('conditions by fact, as in { channel: email }', node, reading, '{ channel: email }')
      const cells = new Map<string, Cell>()
      for (const entry of node.entries) readEntry(entry, where, cells, reading)
      return cells
    },
  }
}
