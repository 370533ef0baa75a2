import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { compileDraft, readCharter } from '../../charter/index.ts'
import { type ExamplesReport, examplesSpan, runExamples } from './examples.ts'

const HEAD = `avow: 1
charter: small
languages: [en]
zone: Europe/Warsaw
facts:
  channel: { one of: [email, phone, chat] }
  tier: { in order: [standard, gold] }
  price: money EUR
  bought: { age: true }
events: { repair.booked: {}, repair.done: {} }
calendars: { office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-12-24, 2026-12-25] } }
promises:
  - id: P1
    clock: first-response
    table:
      - { channel: email, tier: gold, target: 1 h of office }
      - { channel: email, target: 4 h of office }
      - { channel: phone, target: 8 h of office }
  - { id: P2, clock: next-response, table: [ { target: 2 h of office } ] }
  - { id: P3, clock: update-every, table: [ { target: 3 h of office } ] }
  - { id: P4, clock: { from: repair.booked, until: repair.done }, table: [ { target: 2 working days of office } ] }
  - { id: P5, clock: resolution, table: [ { target: 14 days } ] }
remedies:
  - id: R1
    table:
      - { bought: "< 30 days", allow: [refund, apology], up to: price }
      - { bought: ">= 30 days", allow: [apology] }
examples:
`

function run(...examples: readonly string[]): ExamplesReport {
  const { document, data, findings } = readCharter(`${HEAD}${examples.map((example) => `  - ${example}\n`).join('')}`)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  const span = examplesSpan(document)
  return runExamples(
    compileDraft({ document, data }, { asOf: span?.until ?? 0, from: span?.from ?? 0, zoneData: 'test' }),
  )
}

/** What failed, in a line each. */
function failures(example: string): string[] {
  return run(example).examples.flatMap((result) =>
    result.failures.map(({ clause, about, expected, found }) => `${clause} ${about}: ${expected} / ${found}`),
  )
}

describe('the examples of a charter', () => {
  it('hold where the decision is what they say', () => {
    expect(
      failures(
        '{ given: { channel: email, tier: gold, at: 2026-12-23T16:30 }, expect: { P1: { due: 2026-12-28T09:30, row: 1 } } }',
      ),
    ).toEqual([])
    expect(
      failures(
        '{ given: { channel: email, at: 2026-12-23T15:30Z }, expect: { P1: { due: 2026-12-28T12:30:00+01:00, row: 2 } } }',
      ),
    ).toEqual([])
    expect(
      failures(
        '{ given: { channel: chat, at: 2026-12-23T16:30 }, expect: { P1: none, P5: { due: 2027-01-07T00:00 } } }',
      ),
    ).toEqual([])
    expect(
      failures(
        '{ given: { bought: 2026-12-01, price: 80 EUR, at: 2026-12-23T16:30 }, expect: { R1: { allow: [apology, refund], up to: 80 EUR, row: 1 } } }',
      ),
    ).toEqual([])
    expect(failures('{ given: { at: 2026-12-23T16:30 }, expect: { R1: none } }')).toEqual([])
  })

  it('say what was decided instead', () => {
    expect(
      failures(
        '{ given: { channel: email, tier: gold, at: 2026-12-23T16:30 }, expect: { P1: { due: 2026-12-23T17:30, row: 2 } } }',
      ),
    ).toEqual([
      'P1 due: Wed 23 Dec 2026 17:30 (Europe/Warsaw) / Mon 28 Dec 2026 09:30 (Europe/Warsaw)',
      'P1 row: row 2 / row 1',
    ])
    expect(failures('{ given: { channel: email, at: 2026-12-21T09:00 }, expect: { P1: none } }')).toEqual([
      'P1 none: no commitment / row 2, due Mon 21 Dec 2026 13:00 (Europe/Warsaw)',
    ])
    expect(
      failures('{ given: { channel: chat, at: 2026-12-21T09:00 }, expect: { P1: { due: 2026-12-21T13:00 } } }'),
    ).toEqual(['P1 due: 2026-12-21T13:00 / no row applies'])
    expect(
      failures(
        '{ given: { bought: 2026-12-01, at: 2026-12-23T16:30 }, expect: { R1: { allow: [refund], up to: 80 EUR } } }',
      ),
    ).toEqual(['R1 allow: refund / apology, refund', 'R1 up to: 80 EUR / no amount'])
    expect(failures('{ given: { at: 2026-12-23T16:30 }, expect: { R1: { allow: [refund], row: 2 } } }')).toEqual([
      'R1 allow: refund / nothing',
      'R1 row: row 2 / no row applies',
    ])
  })

  it('show the reckoning of what came out, at the place of what was expected', () => {
    const [result] = run(
      '{ given: { channel: email, at: 2026-12-23T16:30 }, expect: { P1: { due: 2026-12-23T17:30 } } }',
    ).examples
    expect(result?.failures[0]?.why.join('\n')).toContain('By row 2 (channel email) the target is 4 h of office.')
    expect(result).toMatchObject({
      number: 1,
      at: '2026-12-23T16:30',
      place: { line: HEAD.split('\n').length },
      failures: [{ place: { line: HEAD.split('\n').length } }],
    })
  })

  it('K2, K3, K5: start the clocks that a creation does not start', () => {
    const at = 'at: 2026-12-21T09:00'
    expect(failures(`{ given: { ${at} }, expect: { P2: { due: 2026-12-21T11:00 } } }`)).toEqual([])
    expect(failures(`{ given: { ${at} }, expect: { P3: { due: 2026-12-21T12:00 } } }`)).toEqual([])
    expect(failures(`{ given: { ${at} }, expect: { P4: { due: 2026-12-23T17:00 } } }`)).toEqual([])
  })

  it('may be decided later than they are, which moves no due time', () => {
    const { document, data } = readCharter(
      `${HEAD}  - { given: { channel: email, at: 2026-12-21T09:00 }, expect: { P1: { due: 2026-12-21T13:00 }, P3: { due: 2026-12-21T12:00 } } }\n`,
    )
    if (document === undefined) throw new Error('not reached')
    const now = Date.UTC(2026, 11, 30)
    const charter = compileDraft({ document, data }, { asOf: now, zoneData: 'test' })
    expect(runExamples(charter, now).examples[0]?.failures).toEqual([])
  })
})

describe('the time of examples', () => {
  it('spans two days more than their dates on either side', () => {
    const { document } = charterOf(`examples:
  - { given: { at: 2026-12-23T16:30 }, expect: {} }
  - { given: { at: 2026-12-25T00:00Z }, expect: {} }
  - { given: { at: 2026-12-24T10:00 }, expect: {} }
`)
    const span = examplesSpan(document)
    expect([span?.from, span?.until].map((at) => new Date(at ?? 0).toISOString())).toEqual([
      '2026-12-21T00:00:00.000Z',
      '2026-12-27T00:00:00.000Z',
    ])
  })

  it('is refused, at the example, where it is before any that is reckoned with', () => {
    const [result] = runExamples(charterOf('examples: [ { given: { at: 1890-12-01T10:00Z }, expect: {} } ]\n')).examples
    expect(result?.failures).toMatchObject([
      {
        ...{
          clause: '',
          about: 'at',
          expected: 'an instant such as 2026-12-23T16:30',
          found: '1890-12-01T10:00Z',
          why: [],
        },
        finding: { says: { form: 'example-fails.not-tried', data: { example: 1, count: 1 } } },
      },
    ])
  })
})

describe('the rows that no example tries', () => {
  it('are not those that one example tries, also where others only reach them', () => {
    const given = 'given: { channel: email, tier: gold, bought: 2026-12-01, at: 2026-12-21T09:00 }'
    const tried = [`{ ${given}, expect: { P1: { row: 1 } } }`, `{ ${given}, expect: { R1: { row: 1 } } }`]
    for (const examples of [tried, tried.toReversed()]) {
      const { untried, rows } = run(...examples)
      expect(rows).toBe(9)
      expect(untried.map(({ clause, row }) => `${clause}/${row}`)).toEqual([
        ...['P1/2', 'P1/3', 'P2/1', 'P3/1', 'P4/1', 'P5/1', 'R1/2'],
      ])
    }
  })

  it('are those that none reaches, and those that some reach without saying what must come out', () => {
    const { untried } = run(
      '{ given: { channel: email, tier: gold, bought: 2026-12-01, at: 2026-12-21T09:00 }, expect: { P1: { row: 1 } } }',
    )
    expect(
      untried.map(
        ({ clause, row, reached, says }) => `${clause} ${row} ${reached ? 'reached' : 'not reached'}: ${says}`,
      ),
    ).toEqual([
      'P1 2 not reached: channel email',
      'P1 3 not reached: channel phone',
      'P2 1 reached: everything else',
      'P3 1 reached: everything else',
      'P4 1 reached: everything else',
      'P5 1 reached: everything else',
      'R1 1 reached: bought < 30 days',
      'R1 2 not reached: bought >= 30 days',
    ])
    expect(untried[0]?.place).toMatchObject({ line: 17, path: '/promises/0/table/1' })
  })

  it('are all rows where there are no examples', () => {
    const { document, data } = readCharter(HEAD.replace('examples:\n', ''))
    if (document === undefined) throw new Error('not reached')
    expect(examplesSpan(document)).toBeUndefined()
    const report = runExamples(compileDraft({ document, data }, { asOf: Date.UTC(2026, 0, 1), zoneData: 'test' }))
    expect(report.examples).toEqual([])
    expect(report.untried.filter(({ reached }) => !reached)).toHaveLength(9)
  })
})
