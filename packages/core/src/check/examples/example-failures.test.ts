import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { runExamples } from './examples.ts'

const HEAD = `facts:
  tier: { in order: [free, gold] }
  colour: { one of: [red, green] }
  price: money EUR
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
promises:
  - { id: P1, clock: first-response, table: [ { tier: gold, target: 1 h of office }, { tier: free, colour: red, target: 4 h of office } ] }
  - { id: P2, clock: resolution, hit: unique, table: [ { tier: gold, target: 1 day }, { colour: red, target: 2 days } ] }
remedies:
  - { id: R1, table: [ { tier: gold, allow: [refund, apology], up to: 80 EUR }, { colour: red, allow: [apology] } ] }
  - { id: R2, table: [ { allow: [refund], up to: price } ] }
examples:
`
const ZONE = 'Europe/Warsaw'

/** What fails in one example: how it is told in the terminal and on screens. */
function told(given: string, expected: string) {
  const example = `  - { given: { ${given}, at: 2026-12-01T10:00 }, expect: { ${expected} } }\n`
  const [result] = runExamples(charterOf(HEAD + example)).examples
  return (result?.failures ?? []).map(({ clause, about, expected: wanted, found, finding, why }) => ({
    told: `${clause} ${about}: ${wanted} / ${found}`,
    form: finding.says?.form,
    data: finding.says?.data,
    path: finding.path,
    lines: why.length > 0,
  }))
}

describe('a promise that comes out otherwise than an example says', () => {
  it('fell due at another time', () => {
    expect(told('tier: gold', 'P1: { due: 2026-12-01T12:00 }')).toEqual([
      {
        told: 'P1 due: Tue 1 Dec 2026 12:00 (Europe/Warsaw) / Tue 1 Dec 2026 11:00 (Europe/Warsaw)',
        form: 'example-fails.due',
        data: { example: 1, clause: 'P1', expected: '2026-12-01T12:00', found: '2026-12-01T11:00', zone: ZONE },
        path: '/examples/0/expect/P1',
        lines: true,
      },
    ])
    // The same instant, written otherwise.
    expect(told('tier: gold', 'P1: { due: 2026-12-01T10:00Z, row: 1 }')).toEqual([])
  })

  it.each([
    ['1890-01-01T10:00', '1890-01-01T10:00'],
    ['9999-12-31T11:00:30Z', '9999-12-31T11:00'],
    ['2021-11-23T10:00', '2021-11-23T10:00'],
    ['2046-11-21T10:00', '2046-11-21T10:00'],
  ])('was to fall due at %s, of which nothing is known: told as it is written', (due, expected) => {
    expect(told('tier: gold', `P1: { due: ${due} }`)).toMatchObject([
      { told: `P1 due: ${due} / Tue 1 Dec 2026 11:00 (Europe/Warsaw)`, data: { expected, found: '2026-12-01T11:00' } },
    ])
  })

  it.each(['2021-11-24T10:00', '2046-11-20T10:00'])('was to fall due at %s, of which enough is known', (due) => {
    const [failure] = told('tier: gold', `P1: { due: ${due} }`)
    expect(failure?.told).toMatch(/^P1 due: \w{3} \d+ Nov \d{4} 10:00 \(Europe\/Warsaw\) \/ /)
    expect(failure?.data).toMatchObject({ expected: due })
  })

  it('matched another row', () => {
    expect(told('tier: gold', 'P1: { row: 2 }')).toEqual([
      {
        told: 'P1 row: row 2 / row 1',
        form: 'example-fails.row',
        data: { example: 1, clause: 'P1', expected: 2, found: 1 },
        path: '/examples/0/expect/P1',
        lines: true,
      },
    ])
  })

  it('applied, where none was to', () => {
    expect(told('tier: gold', 'P1: none')).toEqual([
      {
        told: 'P1 none: no commitment / row 1, due Tue 1 Dec 2026 11:00 (Europe/Warsaw)',
        form: 'example-fails.promised',
        data: { example: 1, clause: 'P1', row: 1 },
        path: '/examples/0/expect/P1',
        lines: true,
      },
    ])
  })

  it('did not apply, where a time or a row was to come out', () => {
    const expected = '2026-12-01T12:00'
    expect(told('tier: free, colour: green', `P1: { due: ${expected}, row: 2 }`)).toEqual([
      {
        told: 'P1 due: 2026-12-01T12:00 / no row applies',
        form: 'example-fails.no-due',
        data: { example: 1, clause: 'P1', expected, zone: ZONE },
        path: '/examples/0/expect/P1',
        lines: false,
      },
    ])
    expect(told('tier: free, colour: green', 'P1: { row: 2 }')).toMatchObject([
      {
        told: 'P1 due: row 2 / no row applies',
        form: 'example-fails.no-row',
        data: { example: 1, clause: 'P1', expected: 2 },
      },
    ])
    expect(told('tier: free, colour: green', 'P1: none')).toEqual([])
  })

  it('could not be evaluated, since two of its rows match', () => {
    const [failure, ...more] = told('tier: gold, colour: red', 'P2: { row: 1 }')
    expect(more).toEqual([])
    expect(failure).toMatchObject({
      told: expect.stringMatching(/^P2 due: row 1 \/ not evaluated: .+/) as string,
      form: 'example-fails.not-evaluated',
      data: { example: 1, clause: 'P2' },
    })
    // Another clause that is not evaluated says nothing of this one.
    expect(told('tier: free, colour: green', 'P1: { row: 1 }')).toMatchObject([{ form: 'example-fails.no-row' }])
    expect(told('tier: gold, colour: red', 'P1: { row: 1 }')).toEqual([])
  })
})

describe('a remedy that comes out otherwise than an example says', () => {
  it('allows something else, in whatever order it is written', () => {
    expect(told('tier: gold', 'R1: { allow: [apology, refund] }')).toEqual([])
    expect(told('tier: gold', 'R1: { allow: [refund, credit] }')).toEqual([
      {
        told: 'R1 allow: credit, refund / apology, refund',
        form: 'example-fails.allow',
        data: { example: 1, clause: 'R1', expected: ['credit', 'refund'], found: ['apology', 'refund'] },
        path: '/examples/0/expect/R1',
        lines: false,
      },
    ])
    expect(told('tier: gold', 'R1: none')).toMatchObject([{ told: 'R1 allow: nothing / apology, refund' }])
    expect(told('tier: free', 'R1: { allow: [apology] }')).toMatchObject([{ told: 'R1 allow: apology / nothing' }])
  })

  it('gives another amount, or none', () => {
    expect(told('tier: gold', 'R1: { up to: 80 EUR }')).toEqual([])
    expect(told('tier: gold', 'R1: { up to: 80.01 EUR }')).toMatchObject([
      {
        told: 'R1 up to: 80.01 EUR / 80 EUR',
        form: 'example-fails.amount',
        data: { example: 1, clause: 'R1', expected: '80.01 EUR', found: '80 EUR' },
      },
    ])
    expect(told('tier: gold', 'R1: { up to: 80 PLN }')).toMatchObject([{ told: 'R1 up to: 80 PLN / 80 EUR' }])
    for (const given of ['colour: red', 'colour: green'])
      expect(told(given, 'R1: { up to: 80 EUR }')).toMatchObject([
        {
          told: 'R1 up to: 80 EUR / no amount',
          form: 'example-fails.no-amount',
          data: { example: 1, clause: 'R1', expected: '80 EUR' },
        },
      ])
    expect(told('price: 7 EUR', 'R2: { up to: 7 EUR }')).toEqual([])
  })

  it('is by another row, or by none', () => {
    expect(told('tier: gold', 'R1: { row: 1 }')).toEqual([])
    expect(told('tier: gold', 'R1: { row: 2 }')).toMatchObject([
      {
        told: 'R1 row: row 2 / row 1',
        form: 'example-fails.row',
        data: { example: 1, clause: 'R1', expected: 2, found: 1 },
      },
    ])
    expect(told('tier: free, colour: green', 'R1: { row: 2 }')).toMatchObject([
      {
        told: 'R1 row: row 2 / no row applies',
        form: 'example-fails.no-row',
        data: { example: 1, clause: 'R1', expected: 2 },
      },
    ])
  })
})
