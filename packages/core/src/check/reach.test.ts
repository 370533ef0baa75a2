import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS, promiseOf } from '../../test/check/charter-texts.ts'
import { checkTables, diagramSizes } from './check-tables.ts'

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
      },
    ])
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
      },
      { code: 'row-changes-nothing', message: expect.stringContaining('Row 3 of P1 (1 h of office)') },
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

describe('a table', () => {
  it('of one row needs no node, and a row beside it one for each column that tells them apart', () => {
    const nodes = (rows: readonly string[]) => diagramSizes(promiseOf(rows).document)
    expect(nodes(['target: 1 h of office'])).toEqual([{ clause: 'P1', nodes: 0 }])
    expect(nodes(['tier: gold, channel: email, target: 1 h of office', 'target: 8 h of office'])).toEqual([
      { clause: 'P1', nodes: 2 },
    ])
  })

  it('too entangled to be walked says so, in place of an answer', () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`)
    const facts = names.map((name) => `  ${name}: { one of: [a, b, c, d, e, f, g, h] }\n`).join('')
    const rows = names
      .slice(0, 20)
      .map((name, index) => `      - { ${name}: c, f${index + 20}: c, target: ${index + 1} days }\n`)
      .join('')
    const { document, zone } = promiseOf(['target: 1 h of office'])
    const wide = charterOf(
      `facts:\n${facts}promises:\n  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [\n${rows.replaceAll('      - ', '      ').replaceAll('}\n', '},\n')}      { target: 30 days } ] }\n`,
    )
    expect(checkTables(document, { at: AS_OF, zone })).toEqual([])
    expect(checkTables(wide.document, { at: AS_OF, zone }).map(({ code }) => code)).toEqual(['table-too-large'])
    expect(checkTables(wide.document, { at: AS_OF, zone })[0]?.says).toEqual({
      form: 'table-too-large',
      data: { clause: 'P1', columns: 40, rows: 21 },
    })
  })
})
