import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS, promiseOf } from '../../../test/check/charter-texts.ts'
import { checkTables } from './check-tables.ts'

function told(rows: readonly string[], options: Parameters<typeof promiseOf>[1] = {}) {
  const { document, zone } = promiseOf(rows, options)
  return checkTables(document, { at: AS_OF, zone }).map(({ code, message, witness }) => ({
    code,
    message,
    ...(witness ? { witness } : {}),
  }))
}

describe('a row', () => {
  it('C6: that earlier rows shadow together is never reached, and they are named', () => {
    expect(
      told([
        'tier: [free, standard], target: 4 h of office',
        'tier: [gold, unknown], target: 1 h of office',
        'channel: email, target: 2 h of office',
      ]),
    ).toEqual([
      {
        code: 'unreachable-row',
        message:
          'Row 3 of P1 (2 h of office) is never reached: every ticket that meets its conditions is taken before by rows 1 and 2. Move it up, or take it out.',
        witness: { channel: 'email', tier: 'free' },
      },
    ])
  })

  it('C6: that is never reached is shown by a ticket of its own, and only those that take its tickets are named', () => {
    expect(
      told([
        'channel: chat, target: 4 h of office',
        'tier: [gold, unknown], target: 1 h of office',
        'tier: [free, standard], target: 2 h of office',
        'channel: [chat, phone], tier: not free, target: 3 h of office',
      ]),
    ).toEqual([
      {
        code: 'unreachable-row',
        message: expect.stringContaining('is taken before by rows 1, 2 and 3.'),
        witness: { channel: 'chat', tier: 'standard' },
      },
    ])
    expect(
      told([
        'channel: chat, target: 4 h of office',
        'tier: [gold, unknown], target: 1 h of office',
        'tier: [free, standard], target: 2 h of office',
        'channel: [phone, form], target: 3 h of office',
      ]),
    ).toEqual([
      {
        code: 'unreachable-row',
        message: expect.stringContaining('is taken before by rows 2 and 3.'),
        witness: { channel: 'phone', tier: 'free' },
      },
    ])
  })

  it('C6: that is never reached among more rows than one word holds is told with the rows of every word', () => {
    const others = Array.from(
      { length: 34 },
      (_, row) => `price: "${row} EUR .. ${row + 1} EUR", target: ${row + 1} days`,
    )
    const late = told([
      ...others,
      'tier: gold, target: 40 days',
      'tier: not gold, target: 41 days',
      'tier: unknown, target: 42 days',
      'channel: email, price: "33.50 EUR .. 40 EUR", target: 43 days',
    ])
    expect(late).toEqual([
      {
        code: 'unreachable-row',
        message: expect.stringMatching(/^Row 38 .* is taken before by rows 34, 35, 36 and 37\. /),
        witness: { channel: 'email', tier: 'free', price: { minor: 3350, currency: 'EUR' } },
      },
    ])
  })

  it('that contradicts the scope is never reached', () => {
    expect(told(['channel: email, target: 4 h of office', 'target: 1 h of office'], { when: 'channel: chat' })).toEqual(
      [
        {
          code: 'unreachable-row',
          message:
            'Row 1 of P1 (4 h of office) is never reached: no ticket inside the scope of P1 meets its conditions. Mend them or take the row out.',
        },
      ],
    )
  })

  it('with the conditions of an earlier one is a duplicate, whatever the order in which they are written', () => {
    expect(
      told([
        'channel: [chat, email], target: 4 h of office',
        'channel: [email, chat], target: 1 h of office',
        'target: 8 h of office',
      ]),
    ).toMatchObject([
      {
        code: 'duplicate-row',
        message: 'Row 2 of P1 (1 h of office) has the same conditions as row 1. Take one of the two out.',
        witness: { channel: 'email' },
      },
    ])
    expect(
      told(['tier: gold, target: 4 h of office', 'tier: gold, target: 1 h of office', 'target: 8 h of office']),
    ).toMatchObject([{ code: 'duplicate-row', witness: { tier: 'gold' } }])
  })

  it('without which every ticket gets the same changes nothing', () => {
    expect(
      told([
        'channel: email, target: 4 h of office',
        'channel: chat, target: 60 min of office',
        'channel: phone, target: 1 h of office',
        'target: 1 h of office',
      ]),
    ).toMatchObject([
      {
        code: 'row-changes-nothing',
        message: expect.stringContaining(
          'Row 2 of P1 (60 min of office) changes nothing: without it the same tickets get the same from row 4.',
        ),
        witness: { channel: 'chat' },
      },
      {
        code: 'row-changes-nothing',
        message: expect.stringContaining('Row 3 of P1 (1 h of office)'),
        witness: { channel: 'phone' },
      },
    ])
  })

  it('without which several others give the same names them in their order', () => {
    expect(
      told([
        'channel: email, target: 1 h of office',
        'channel: email, tier: [gold, unknown], target: 1 h of office',
        'channel: [email, chat], target: 1 h of office',
        'target: 8 h of office',
      ]),
    ).toMatchObject([
      { message: expect.stringContaining('without it the same tickets get the same from rows 2 and 3.') },
      { code: 'unreachable-row', witness: { channel: 'email', tier: 'gold' } },
    ])
  })

  it('R7: that refuses for another reason changes something', () => {
    const found = (tell: string) => {
      const { document, zone } = charterOf(`${FACTS}exclusions:
  - { id: X1, says: { en: Not by phone. } }
  - { id: X2, says: { en: Not for that. } }
remedies: [ { id: R1, table: [ { channel: phone, allow: none, tell: ${tell} }, { allow: none, tell: X2 } ] } ]
`)
      return checkTables(document, { at: AS_OF, zone }).map(({ code }) => code)
    }
    expect([found('X1'), found('X2')]).toEqual([[], ['row-changes-nothing']])
  })

  it('for another audience changes something', () => {
    expect(told(['channel: email, target: 4 h of office, audience: public', 'target: 4 h of office'])).toEqual([])
  })

  it('C6: under “unique” may not meet another', () => {
    expect(
      told(
        [
          'tier: gold, target: 1 h of office',
          'channel: email, target: 2 h of office',
          'tier: not gold, channel: not email, target: 8 h of office',
          'tier: unknown, channel: not email, target: 8 h of office',
          'channel: unknown, tier: not gold, target: 8 h of office',
          'channel: unknown, tier: unknown, target: 8 h of office',
        ],
        { hit: 'unique' },
      ),
    ).toEqual([
      {
        code: 'overlapping-rows',
        message:
          'Row 2 of P1 (2 h of office) matches tickets that row 1 matches too, and with “hit: unique” such a ticket gets nothing. Make the conditions exclude each other, or write “hit: first”.',
        witness: { channel: 'email', tier: 'gold' },
      },
    ])
  })
})
