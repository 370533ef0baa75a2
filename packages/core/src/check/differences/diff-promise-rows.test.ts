import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, entangledPromise, FACTS } from '../../../test/check/charter-texts.ts'
import type { CompiledCharter } from '../../charter/index.ts'
import { TargetComparer } from './compare-targets.ts'
import { promiseRowParts } from './diff-promise-rows.ts'

/** A charter of one promise with these rows. */
function charterWith(
  rows: readonly string[],
  { hit = 'first', clock = 'resolution', open = 'mon-fri: 09:00-17:00' } = {},
) {
  const table = rows.map((row) => `{ ${row} }`).join(', ')
  return charterOf(
    `${FACTS.replace('mon-fri: 09:00-17:00', open)}positions: [lead]\nevents:\n  call.offered: {}\n  call.taken: {}\npromises:\n  - { id: P1, audience: public, because: { en: So. }, clock: ${clock}, measured: [each], hit: ${hit}, table: [ ${table} ] }\n`,
  )
}

function between(old: CompiledCharter, fresh: CompiledCharter) {
  const [before, after] = [old.document.promises[0], fresh.document.promises[0]]
  if (before === undefined || after === undefined) throw new Error('no promise')
  const comparer = new TargetComparer(old, fresh, AS_OF)
  return promiseRowParts(before, after, { old, new: fresh }, comparer, AS_OF)
}
const rows = (old: readonly string[], fresh: readonly string[], options: Parameters<typeof charterWith>[1] = {}) =>
  between(charterWith(old, options), charterWith(fresh, options))

const at = '2026-11-22T10:00:00.000Z'

describe('what two tables promise differently', () => {
  it('is told for every ticket, with one that shows it', () => {
    expect(rows(['target: 2 days'], ['target: 3 days'])).toEqual([
      {
        about: 'rows',
        change: 'looser',
        text: 'looser for every ticket: 2 days → 3 days',
        says: { form: 'rows.all', data: {}, before: ['gives', '2 days'], after: ['gives', '3 days'] },
        where: '',
        old: '2 days',
        new: '3 days',
        customers: 'less',
        witness: {
          ticket: { at },
          old: { row: 1, gives: '2 days', due: '2026-11-24T23:00:00.000Z' },
          new: { row: 1, gives: '3 days', due: '2026-11-25T23:00:00.000Z' },
        },
      },
    ])
    expect(rows(['target: 2 days'], ['target: 2 days'])).toEqual([])
    expect(rows(['target: 2 days'], ['target: 1 days'])).toMatchObject([{ change: 'stricter', customers: 'more' }])
  })

  it('C6, D3: is nothing where several rows match, and no promise where none does', () => {
    const [none, several] = rows(
      ['tier: gold, target: 1 days', 'tier: not gold, target: 2 days'],
      ['tier: [gold, standard], target: 1 days', 'tier: standard, target: 2 days'],
      { hit: 'unique' },
    )
    expect(several).toEqual({
      about: 'rows',
      change: 'changed',
      text: 'changed for tier standard: 2 days → nothing, since several rows match',
      says: {
        form: 'rows.some',
        data: { cases: [[{ fact: 'tier', accepts: ['standard'] }]], more: 0 },
        before: ['gives', '2 days'],
        after: ['several'],
      },
      where: 'tier standard',
      old: '2 days',
      new: 'nothing, since several rows match',
      customers: 'less',
      witness: {
        ticket: { tier: 'standard', at },
        old: { row: 2, gives: '2 days', due: '2026-11-24T23:00:00.000Z' },
        new: { row: null, gives: 'nothing, since several rows match' },
      },
    })
    expect(none).toMatchObject({
      change: 'looser',
      text: 'looser for tier free: 2 days → no promise',
      says: { before: ['gives', '2 days'], after: ['no-promise'] },
      customers: 'less',
      witness: { old: { row: 2 }, new: { row: null, gives: 'no promise' } },
    })
    const [found] = rows(['tier: gold, target: 2 days'], ['target: 2 days'])
    expect(found).toMatchObject({
      change: 'stricter',
      text: 'stricter for tier other than gold: no promise → 2 days',
      says: { before: ['no-promise'], after: ['gives', '2 days'] },
      customers: 'more',
      witness: { old: { row: null, gives: 'no promise' }, new: { row: 1, gives: '2 days' } },
    })
  })

  it('D3: is nothing to customers between no promise and several rows', () => {
    const parts = rows(
      ['tier: gold, target: 1 days'],
      ['tier: gold, target: 1 days', 'tier: free, target: 1 days', 'tier: free, target: 2 days'],
      { hit: 'unique' },
    )
    expect(parts.map(({ text, customers }) => [text, customers])).toEqual([
      ['changed for tier free: no promise → nothing, since several rows match', undefined],
    ])
  })

  it('D3: is who may read it, where the targets are the same', () => {
    expect(rows(['target: 2 days'], ['target: 2 days, audience: lead'])).toMatchObject([
      {
        about: 'audience',
        change: 'changed',
        text: 'changed for every ticket: 2 days (public) → 2 days (lead)',
        says: {
          form: 'rows.all',
          before: ['gives', '2 days', 'audience', 'public'],
          after: ['gives', '2 days', 'audience', 'position:lead'],
        },
        customers: 'less',
      },
    ])
    // Both at once: sooner, and no longer for everybody.
    expect(rows(['target: 2 days'], ['target: 1 days, audience: staff'])).toMatchObject([
      { about: 'rows', change: 'stricter', text: 'stricter for every ticket: 2 days → 1 days', customers: 'both' },
    ])
    expect(rows(['target: 2 days, audience: staff'], ['target: 2 days, audience: lead'])).toMatchObject([
      { about: 'audience', text: 'changed for every ticket: 2 days (staff) → 2 days (lead)' },
    ])
    expect(rows(['target: 2 days, audience: staff'], ['target: 2 days, audience: lead'])[0]).not.toHaveProperty(
      'customers',
    )
  })

  it('D3: tells apart rows that give the same to others', () => {
    const parts = rows(
      ['tier: gold, target: 2 days', 'tier: free, target: 2 days, audience: staff', 'target: 3 days'],
      ['tier: gold, target: 2 days, audience: staff', 'tier: free, target: 2 days', 'target: 3 days'],
    )
    expect(parts.map(({ text, customers }) => [text, customers])).toEqual([
      ['changed for tier gold: 2 days (public) → 2 days (staff)', 'less'],
      ['changed for tier free: 2 days (staff) → 2 days (public)', 'more'],
    ])
  })

  it.each<[open: string, words: string, relation: string, customers: string]>([
    ['mon-fri: 09:00-18:00', 'which now opens more', 'wider', 'more'],
    ['mon-fri: 09:00-16:00', 'which now opens less', 'narrower', 'less'],
    ['mon-fri: 08:00-16:00', 'which now has other hours', 'other', 'both'],
  ])('T5: is how a calendar opens: %s', (open, words, relation, customers) => {
    const target = ['target: 2 h of office']
    const [part] = between(charterWith(target), charterWith(target, { open }))
    expect(part).toMatchObject({
      text: expect.stringContaining(`2 h of office → 2 h of office (${words})`),
      says: { before: ['gives', '2 h of office'], after: ['gives', '2 h of office', 'opens', relation] },
      old: '2 h of office',
      new: `2 h of office (${words})`,
      customers,
    })
    const { old, new: fresh, ticket } = part?.witness ?? {}
    expect(old?.due).toMatch(/^2026-11-2/)
    expect(old?.due).not.toBe(fresh?.due)
    expect(ticket?.['at']).toMatch(/^2026-11-2/)
  })

  it('is changed where it cannot be told which falls due sooner', () => {
    expect(rows(['target: 2 days'], ['target: 2 h of office'])).toMatchObject([
      { change: 'changed', text: 'changed for every ticket: 2 days → 2 h of office', customers: 'both' },
    ])
  })

  it('has no due instant where a clock starts with an event of its own', () => {
    const clock = '{ from: call.offered, until: call.taken }'
    const [part] = rows(['target: 2 days'], ['target: 3 days'], { clock })
    expect(part?.witness).toEqual({
      ticket: { at },
      old: { row: 1, gives: '2 days' },
      new: { row: 1, gives: '3 days' },
    })
  })

  it('C3: is shown by a ticket that can be dated, or by none', () => {
    // Four years have 1461 days, whenever they begin, until 2100.
    const never = 'bought: "4 years .. 1461 days"'
    const [part] = rows([`${never}, target: 1 days`, 'target: 2 days'], ['target: 2 days'])
    expect(part).toMatchObject({ change: 'looser', old: '1 days' })
    expect(part).not.toHaveProperty('witness')
    const either = [`${never}, target: 1 days`, 'tier: gold, target: 1 days', 'target: 2 days']
    expect(rows(either, ['target: 2 days'])[0]?.witness).toMatchObject({
      ticket: { tier: 'gold', bought: '2022-11-23', at },
      old: { row: 2 },
      new: { row: 1 },
    })
  })

  it('says so where the tables are too entangled to be walked', () => {
    const wide = entangledPromise()
    expect(between(wide, wide)).toEqual([
      {
        about: 'rows',
        change: 'changed',
        text: 'the tables hold too many different cases to be compared one by one',
        says: { form: 'rows.too-large', data: {} },
        customers: 'both',
      },
    ])
  })
})
