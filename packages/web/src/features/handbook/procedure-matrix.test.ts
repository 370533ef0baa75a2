import type { ClauseView } from '@avow/contract'
import { readCharter, viewClauses } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { procedureMatrix } from './procedure-matrix.ts'

const CHARTER = `avow: 1
charter: test
languages: [en]
zone: UTC
promises:
  - { id: P1, clock: first-response, table: [{ target: 1 day }] }
  - { id: P2, clock: resolution, table: [{ target: 9 days }] }
  - { id: P3, clock: next-response, table: [{ target: 2 days }] }
procedures:
  - { id: D1, standards: [P2, P1], steps: [{ ask: photo }] }
  - { id: D2, steps: [{ ask: bill }] }
`
const ids = (clauses: readonly ClauseView[]) => clauses.map(({ id }) => id)

describe('the matrix of procedures and promises', () => {
  it('tells what measures what, and the holes of both', () => {
    const { document } = readCharter(CHARTER)
    if (document === undefined) throw new Error('the charter cannot be read')
    const { promises, rows, unmeasured, unserved } = procedureMatrix(viewClauses(document))
    expect(ids(promises)).toEqual(['P1', 'P2', 'P3'])
    expect(rows.map(({ procedure, standards }) => [procedure.id, ...standards])).toEqual([['D1', 'P2', 'P1'], ['D2']])
    expect([ids(unmeasured), ids(unserved)]).toEqual([['D2'], ['P3']])
  })
})
