import { readFileSync } from 'node:fs'
import { readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { MOST_CASES, MOST_CHARACTERS, readCaseTable } from './read-case-table.ts'

const { data } = readCharter(readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8'))
const HEADER = 'at,channel,tier,P1.due,P1.row,# note'
const LINE = '2026-12-23T16:30,email,gold,2026-12-28T09:30,2,'
const EXAMPLE = {
  given: { at: '2026-12-23T16:30', channel: 'email', tier: 'gold' },
  expect: { P1: { due: '2026-12-28T09:30', row: 2 } },
}

describe('a table of cases', () => {
  it('becomes examples, parted by commas, semicolons or tabs, with a mark of its encoding and any line ends', () => {
    for (const separator of [',', ';', '\t'])
      for (const end of ['\n', '\r\n']) {
        const table = `\ufeff${[HEADER, '', LINE, ''].join(end).replaceAll(',', separator)}`
        expect(readCaseTable(table, data)).toEqual({ kind: 'read', examples: [EXAMPLE], refused: [], rest: '' })
      }
  })

  it('says of each line why it is none, by its number in the table, and leaves those lines to be mended', () => {
    const table = `${HEADER}\n2026-12-23T16:30,emial,gold,,,"of\nlast, year"\n${LINE}\nsoon,email,,,,\n`
    expect(readCaseTable(table, data)).toEqual({
      kind: 'read',
      examples: [EXAMPLE],
      refused: [
        { line: 2, why: expect.stringMatching(/emial.*did you mean “email”/) },
        { line: 5, why: expect.stringContaining('“soon” is no date and time') },
      ],
      rest: `${HEADER}\n2026-12-23T16:30,emial,gold,,,"of\nlast, year"\nsoon,email,,,,`,
    })
  })

  it('is refused as a whole where a column has no meaning, where it is none, or too long', () => {
    expect(readCaseTable('at,chanel\n2026-12-23T16:30,email\n', data)).toMatchObject({
      kind: 'unknown-column',
      name: 'chanel',
    })
    expect(readCaseTable('', data)).toEqual({ kind: 'no-table' })
    expect(readCaseTable(`${HEADER}\n"2026-12-23T16:30,email`, data)).toEqual({ kind: 'no-table' })
    expect(readCaseTable(`${HEADER}\n`, data)).toEqual({ kind: 'no-cases' })
    expect(readCaseTable(LINE, { charter: 'shop' })).toEqual({ kind: 'faulty-draft' })
    expect(readCaseTable([HEADER, ...Array(MOST_CASES + 1).fill(LINE)].join('\n'), data)).toMatchObject({
      kind: 'too-many',
    })
    expect(readCaseTable('x'.repeat(MOST_CHARACTERS + 1), data)).toMatchObject({ kind: 'too-many' })
  })

  it('of a stranger harms nobody: formulas, marks and names of prototypes are values that no fact has', () => {
    const hostile = [
      '__proto__,at\nx,2026-12-23T16:30',
      'constructor.due,at\nx,2026-12-23T16:30',
      `at,channel\n2026-12-23T16:30,=HYPERLINK("https://evil.example")\n`,
      'at,channel\n2026-12-23T16:30,"<img src=x onerror=alert(1)>"\n',
      'at,channel\n"2026-12-23T16:30\n- { given: {} }",email\n',
      `at,channel\n2026-12-23T16:30,${'"'.repeat(1000)}`,
      '\u0000\u0000,\u2028\n\u0000',
      ','.repeat(100_000),
      '\n'.repeat(100_000),
    ]
    for (const table of hostile) {
      const read = readCaseTable(table, data)
      if (read.kind === 'read') expect([table, read.examples]).toEqual([table, []])
    }
    expect(Object.hasOwn(Object.prototype, 'at')).toBe(false)
  })
})
