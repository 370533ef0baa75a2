import type { ClauseKind } from '../clause.ts'
import type { Cell, Condition, HitPolicy } from '../parts.ts'
import type { SourceNode } from '../source/node.ts'
import { readEntry } from './condition.ts'
import { type FieldsRead, type FieldTable, fieldsSchema, readFields } from './fields.ts'
import type { Reading } from './reading.ts'
import { expected, type Shape } from './shape.ts'
import { oneOf } from './words.ts'

/** Which row counts where several match (SPEC C6). */
export const hitPolicy: Shape<HitPolicy> = oneOf('hit policy', ['first', 'unique'])

export interface RowRead<F extends FieldTable> {
  readonly cells: Condition
  readonly read: FieldsRead<F>
}

/**
 * A decision table: a list of rows. In each row the words of `outputs` say what it gives; every other key is a fact and
 * its value a condition.
 */
export function table<F extends FieldTable>(
  what: string,
  where: ClauseKind,
  outputs: F,
  later?: ReadonlyMap<string, string>,
): Shape<readonly RowRead<F>[]> {
  const outputNames = Object.keys(outputs)
  const readRow = (node: SourceNode, reading: Reading): RowRead<F> | undefined => {
    if (node.kind !== 'map')
      return expected('a row with its conditions', node, reading, '{ channel: email, target: 2 h of office }')
    const cells = new Map<string, Cell>()
    const read = readFields(what, outputs, node, reading, {
      ...(later ? { later } : {}),
      others: {
        read: (entry) => readEntry(entry, where, cells, reading, outputNames),
        isMeant: ({ key }, output) =>
          reading.facts.has(key) || reading.report.nearestOf(key, [output, ...reading.facts.names()]) !== output,
      },
    })
    return { cells, read }
  }
  return {
    schema: { type: 'array', minItems: 1, items: fieldsSchema(outputs, { $ref: '#/$defs/cell' }) },
    read(node, reading) {
      if (node.kind !== 'list' || node.items.length === 0)
        return expected('a list of rows', node, reading, '[{ channel: email, target: 2 h of office }]')
      return node.items.map((row) => readRow(row, reading)).filter((row) => row !== undefined)
    },
  }
}
