import { describe, expect, it } from 'vitest'
import { AS_OF, entangledPromise, promiseOf } from '../../../test/check/charter-texts.ts'
import { casesWhere, type KeyedTable } from './cases-where.ts'
import { tableSubjects } from './table-subjects.ts'

const { zone } = promiseOf(['target: 14 days'])
const moment = { at: AS_OF, zone }

/** A promise whose rows are alike where they give the same. */
function keyed(...rows: readonly string[]): KeyedTable {
  const [subject] = tableSubjects(promiseOf(rows).document)
  if (subject === undefined) throw new Error('no table')
  return { source: subject.source, keys: subject.rows.map(({ outcome }) => outcome) }
}

const always = () => true

describe('cases in which two tables give what is looked for', () => {
  it('C1: are one for each pair of things given, with the rows that its ticket hits', () => {
    const old = keyed('tier: gold, target: 1 days', 'target: 4 days')
    const fresh = keyed('channel: email, target: 2 days', 'target: 8 days')
    expect(casesWhere(old, fresh, always, moment)).toEqual([
      { old: 0, new: 0, witness: { facts: { channel: 'email', tier: 'gold' } } },
      { old: 0, new: 1, witness: { facts: { channel: 'chat', tier: 'gold' } } },
      { old: 1, new: 0, witness: { facts: { channel: 'email', tier: 'free' } } },
      { old: 1, new: 1, witness: { facts: { channel: 'chat', tier: 'free' } } },
    ])
  })

  it('are those alone that are wanted, asked by rows', () => {
    const old = keyed('tier: gold, target: 1 days', 'target: 4 days')
    const fresh = keyed('channel: email, target: 2 days', 'target: 8 days')
    const found = casesWhere(old, fresh, (before, after) => before === 0 && after === 1, moment)
    expect(found.map((one) => [one.old, one.new])).toEqual([[0, 1]])
  })

  it('are one for rows that give the same', () => {
    const old = keyed('tier: gold, target: 1 days', 'tier: free, target: 1 days', 'target: 4 days')
    const found = casesWhere(old, keyed('target: 8 days'), always, moment)
    expect(found).toEqual([
      { old: 1, new: 0, witness: { facts: { tier: 'free' } } },
      { old: 2, new: 0, witness: { facts: { tier: 'standard' } } },
    ])
  })

  it('are none where one of the two gives nothing', () => {
    const old = keyed('tier: gold, target: 1 days')
    const fresh = keyed('channel: email, target: 2 days')
    expect(casesWhere(old, fresh, always, moment).map((one) => [one.old, one.new])).toEqual([[0, 0]])
  })

  it('C6: are asked of rows alone: where several match, or none, there is nothing to ask', () => {
    const unique = keyed('tier: gold, target: 1 days', 'tier: not free, target: 2 days')
    const old = { ...unique, source: { ...unique.source, hit: 'unique' as const } }
    const fresh = keyed('channel: email, target: 2 days', 'channel: chat, target: 8 days')
    for (const [one, other] of [
      [old, fresh],
      [fresh, old],
    ] as const) {
      const asked: unknown[] = []
      const found = casesWhere(one, other, (...rows) => asked.push(...rows) > 0, moment)
      expect(new Set(asked.map((row) => typeof row))).toEqual(new Set(['number']))
      expect(found.map((hit) => [hit.old, hit.new].toSorted())).toEqual([
        [0, 1],
        [1, 1],
      ])
    }
  })

  it('are none where the tables are too entangled to be walked', () => {
    const [wide] = tableSubjects(entangledPromise().document)
    if (wide === undefined) throw new Error('no table')
    const table = { source: wide.source, keys: wide.rows.map(({ outcome }) => outcome) }
    expect(casesWhere(table, table, always, moment)).toEqual([])
  })

  it('C3: are shown by a ticket that can be dated', () => {
    // Four years have 1461 days, whenever they begin, until 2100.
    const never = 'bought: "4 years .. 1461 days"'
    const fresh = keyed('target: 8 days')
    expect(casesWhere(keyed(`${never}, target: 1 days`), fresh, always, moment)).toEqual([])
    expect(casesWhere(keyed(`${never}, target: 1 days`, 'tier: gold, target: 1 days'), fresh, always, moment)).toEqual([
      { old: 1, new: 0, witness: { facts: { tier: 'gold', bought: '2022-11-23' }, at: '2026-11-22T10:00:00.000Z' } },
    ])
  })
})
