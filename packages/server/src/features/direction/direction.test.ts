import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { addAgent, addFirstWorkspace, addMonth, RETAILER } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { versionInForce } from '../charters/index.ts'
import { reckonFigures } from '../figures/index.ts'
import { readDirection } from './read-direction.ts'

const CHARTER = `${RETAILER.replace('  - id: P1\n', '  - id: P1\n    objective: O1\n').replace('  - id: P2\n', '  - id: P2\n    objective: O2\n')}
mission: { en: Tea for everybody. }
values:
  - { id: V1, audience: public, says: { en: Nobody waits long. }, shown by: [P1] }
  - { id: V2, audience: duty-manager, says: { en: We mend what we sold. } }
  - { id: V3, audience: staff, says: { en: We are kind. } }
objectives:
  - { id: O1, value: V1, says: { en: Answers in time. }, measure: kept(P1), target: 95%, by: 2027-06-30 }
  - { id: O2, value: V2, audience: duty-manager, says: { en: Done in time. }, measure: kept(P2), target: 90%, by: 2027-06-30 }
`
const LEAD = { person: undefined, roles: ['lead'] }
const AGENT = { person: undefined, roles: ['agent'] }

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  workspace = await addFirstWorkspace(database.store, 'Bramble & Co', CHARTER)
  await addMonth(database.store, workspace, await addAgent(database.store, workspace), 60)
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

describe('the direction of the charter in force', () => {
  it('has a row for each value and one for none, which sum to the total of the figures', async () => {
    const { direction, figures, promised } = await run(async (tx) => {
      const direction = await readDirection(tx, LEAD)
      const charter = await versionInForce(tx, tx.now)
      if (charter === undefined) throw new Error('no charter')
      const ids = charter.promises.map(({ id }) => id)
      const { rows } = await sql<{ state: string; count: number }>`
        select state, count(*)::integer as count from commitment
         where "workspace_id" = ${workspace} and state in ('kept', 'broken')
           and due between ${direction.from}::timestamptz and ${direction.to}::timestamptz group by state`.execute(
        tx.db,
      )
      return { direction, figures: await reckonFigures(tx, charter, Date.parse(direction.to), ids), promised: rows }
    })
    const { pillars, total } = direction
    expect(pillars.map(({ value }) => value)).toEqual(['V1', 'V2', 'V3', null])
    const group = (id: string) => figures.get(id)?.figure.group
    expect(pillars[0]).toMatchObject({ settled: group('P1')?.judged, kept: group('P1')?.kept })
    expect(pillars[1]).toMatchObject({ settled: group('P2')?.judged, kept: group('P2')?.kept })
    expect(pillars[2]).toEqual({ value: 'V3', clauses: 0, settled: 0, kept: 0, scored: 0, shown: 0 })
    expect(group('P1')?.judged).toBeGreaterThan(30)
    expect(group('P1')?.kept).toBeLessThan(group('P1')?.judged ?? 0)
    for (const name of ['clauses', 'settled', 'kept', 'scored', 'shown'] as const)
      expect(pillars.reduce((sum, row) => sum + row[name], 0)).toBe(total[name])
    const count = (state: string) => promised.find((row) => row.state === state)?.count ?? 0
    expect(total).toMatchObject({ kept: count('kept'), settled: count('kept') + count('broken') })
    expect(total.clauses).toBe(direction.clauses.filter(({ kind }) => kind !== 'value').length)
  })

  it('says what each clause serves, and lists what serves no objective', async () => {
    const { mission, nodes, links, traces, orphans, clauses } = await run((tx) => readDirection(tx, LEAD))
    expect(mission).toEqual({ en: 'Tea for everybody.' })
    expect(nodes[0]).toEqual({ id: 'mission', kind: 'mission' })
    expect(links).toContainEqual({ below: 'O1', above: 'V1', kind: 'value' })
    expect(traces).toContainEqual({ clause: 'P1', objectives: ['O1'], own: 'O1' })
    const rows = clauses.filter(({ kind }) => kind !== 'value' && kind !== 'objective').map(({ id }) => id)
    expect([...traces.map(({ clause }) => clause), ...orphans].toSorted()).toEqual(rows.toSorted())
    expect(orphans.length).toBeGreaterThan(0)
  })

  it('tells nobody of clauses that are not for them, and calls no clause an orphan for it', async () => {
    const told = await run((tx) => readDirection(tx, AGENT))
    const { nodes, links, traces, orphans } = told
    expect(JSON.stringify({ nodes, links, traces, orphans })).not.toMatch(/"(?:V2|O2)"/)
    expect(JSON.stringify(told)).not.toMatch(/mend what we sold|Done in time/)
    expect(told.traces).toContainEqual({ clause: 'P2', objectives: [], own: null })
    expect(told.orphans).not.toContain('P2')
  })
})
