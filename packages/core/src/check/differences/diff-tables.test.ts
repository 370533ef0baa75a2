import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, entangledPromise, FACTS } from '../../../test/check/charter-texts.ts'
import { type TableSubject, tableSubjects } from '../tables/table-subjects.ts'
import { type RowGets, tableParts } from './diff-tables.ts'

const { zone } = charterOf(FACTS)
const moment = { at: AS_OF, zone }

/** An authority's table of these rows. */
function tableOf(rows: readonly string[], hit = 'first'): TableSubject {
  const table = rows.map((row) => `{ ${row} }`).join(', ')
  const { document } = charterOf(
    `${FACTS}positions: [agent]\nauthority:\n  - { id: A1, position: agent, hit: ${hit}, table: [ ${table} ] }\n`,
  )
  const [subject] = tableSubjects(document)
  if (subject === undefined) throw new Error('no table')
  return subject
}

function texts(old: TableSubject, fresh: TableSubject, gets?: RowGets) {
  return tableParts(old, fresh, moment, gets).map(({ text }) => text)
}

describe('two tables compared', () => {
  const old = ['tier: gold, may: [refund]', 'may: [apology]']

  it('differ for the tickets that are given something else, one of which is shown', () => {
    expect(tableParts(tableOf(old), tableOf(['tier: gold, may: [refund, apology]', 'may: [apology]']), moment)).toEqual(
      [
        {
          about: 'rows',
          change: 'changed',
          text: 'changed for tier gold: refund → refund, apology',
          says: {
            form: 'rows.some',
            data: { cases: [[{ fact: 'tier', accepts: ['gold'] }]], more: 0 },
            before: ['gives', 'refund'],
            after: ['gives', 'refund, apology'],
          },
          where: 'tier gold',
          old: 'refund',
          new: 'refund, apology',
          witness: {
            ticket: { tier: 'gold' },
            old: { row: 1, gives: 'refund' },
            new: { row: 1, gives: 'refund, apology' },
          },
        },
      ],
    )
  })

  it('differ for every ticket, or not at all', () => {
    expect(texts(tableOf(['may: [refund]']), tableOf(['may: [apology]']))).toEqual([
      'changed for every ticket: refund → apology',
    ])
    expect(
      texts(tableOf(old), tableOf(['tier: not gold, may: [apology]', 'tier: gold, may: [refund]', 'may: [apology]'])),
    ).toEqual([])
  })

  it('C6: differ where no row or several rows match, which give nothing', () => {
    const parts = tableParts(
      tableOf(['tier: gold, may: [refund]', 'tier: free, may: [apology]']),
      tableOf(['tier: gold, may: [refund]', 'channel: email, may: [refund]', 'tier: free, may: [apology]'], 'unique'),
      moment,
    )
    expect(parts.map(({ text, says, witness }) => [text, says, witness])).toEqual([
      [
        'changed for channel email, tier gold: refund → nothing, since several rows match',
        expect.objectContaining({ before: ['gives', 'refund'], after: ['several'] }),
        {
          ticket: { channel: 'email', tier: 'gold' },
          old: { row: 1, gives: 'refund' },
          new: { row: null, gives: 'nothing, since several rows match' },
        },
      ],
      [
        'changed for channel email, tier free: apology → nothing, since several rows match',
        expect.objectContaining({ before: ['gives', 'apology'], after: ['several'] }),
        {
          ticket: { channel: 'email', tier: 'free' },
          old: { row: 2, gives: 'apology' },
          new: { row: null, gives: 'nothing, since several rows match' },
        },
      ],
      [
        'changed for channel email, tier standard or unknown: nothing → refund',
        expect.objectContaining({ before: ['nothing'], after: ['gives', 'refund'] }),
        {
          ticket: { channel: 'email', tier: 'standard' },
          old: { row: null, gives: 'nothing' },
          new: { row: 2, gives: 'refund' },
        },
      ],
    ])
  })

  it('D4: say whether customers get less or more, and are the same where they get neither', () => {
    // Rows behind the second give as much as the first; a row in place of none is more.
    const gets: RowGets = (before, after) => {
      if (before === undefined || after === undefined) return before === undefined ? 'more' : 'less'
      return before === after ? 'both' : undefined
    }
    const parts = tableParts(
      tableOf(['tier: gold, may: [refund]', 'tier: free, may: [apology]']),
      tableOf(['tier: gold, may: [apology]', 'tier: standard, may: [refund]']),
      moment,
      gets,
    )
    expect(parts.map(({ text, customers }) => [text, customers])).toEqual([
      ['changed for tier gold: refund → apology', 'both'],
      ['looser for tier free: apology → nothing', 'less'],
      ['stricter for tier standard: nothing → refund', 'more'],
    ])
    const moved = tableOf(['channel: email, may: [refund]', 'tier: gold, may: [apology]', 'may: [apology]'])
    expect(texts(tableOf(old), moved, gets)).toEqual(['changed for channel email, tier gold: refund → refund'].slice(1))
  })

  it('C3: are shown by a ticket that can be dated, or by none', () => {
    // Four years have 1461 days, whenever they begin, until 2100.
    const never = 'bought: "4 years .. 1461 days"'
    const apology = tableOf(['may: [apology]'])
    const [undated] = tableParts(tableOf([`${never}, may: [refund]`, 'may: [apology]']), apology, moment)
    expect(undated).toMatchObject({ old: 'refund', new: 'apology' })
    expect(undated).not.toHaveProperty('witness')
    const either = [`${never}, may: [refund]`, 'tier: gold, may: [refund]', 'may: [apology]']
    expect(tableParts(tableOf(either), apology, moment)[0]?.witness).toEqual({
      ticket: { tier: 'gold', bought: '2022-11-23', at: '2026-11-22T10:00:00.000Z' },
      old: { row: 2, gives: 'refund' },
      new: { row: 1, gives: 'apology' },
    })
  })

  it('too entangled to be walked say so', () => {
    const [wide] = tableSubjects(entangledPromise().document)
    if (wide === undefined) throw new Error('no table')
    const part = {
      about: 'rows',
      change: 'changed',
      text: 'the tables hold too many different cases to be compared one by one',
      says: { form: 'rows.too-large', data: {} },
    }
    expect(tableParts(wide, wide, moment)).toEqual([part])
    expect(tableParts(wide, wide, moment, () => 'less')).toEqual([{ ...part, customers: 'both' }])
  })
})
