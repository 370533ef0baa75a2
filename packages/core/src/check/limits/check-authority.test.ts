import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { combinations, drawFrom } from '../../../test/check/random-table.ts'
import { checkAuthority } from './check-authority.ts'

const long = process.env['AVOW_LONG'] === '1'

function told(body: string) {
  const { document, zone } = charterOf(`${FACTS}positions: [agent, lead, head]\n${body}`)
  return checkAuthority(document, { at: AS_OF, zone })
}

const said = (body: string) => told(body).map(({ says, witness }) => [says?.form, says?.data, witness])

describe('authority by rank', () => {
  it('CH5: lets a higher position grant no less than a lower one', () => {
    const authority = (agent: string, lead: string) =>
      `authority:\n  - { id: A1, position: agent, ${agent} }\n  - { id: A2, position: lead, ${lead} }\n`
    expect(told(authority('may: [refund], per ticket: 50 EUR', 'may: [refund], per ticket: 50 EUR'))).toEqual([])
    expect(told(authority('may: [refund], per ticket: 50 EUR', 'may: [refund]'))).toEqual([])
    expect(told(authority('may: [repair]', 'may: [refund], per ticket: 50 EUR'))).toEqual([])
    expect(told(authority('may: [refund]', 'may: [refund], per ticket: 50 EUR'))).toMatchObject([
      {
        code: 'lower-position-may-more',
        message:
          'Row 1 of A1 (refund) lets agent grant more “refund” than A2 (refund; 50 EUR a ticket) lets lead, who stands above. Positions are written from the lowest up: mend their order, or raise the one or lower the other.',
      },
    ])
    expect(told(authority('may: [refund], per ticket: 50 EUR', 'may: [refund], per day: 40 EUR'))).toHaveLength(1)
    expect(
      told(authority('may: [refund], per ticket: 50 EUR, per day: 40 EUR', 'may: [refund], per ticket: 45 EUR')),
    ).toEqual([])
  })

  it('CH5: is compared ticket by ticket, with the most of all clauses of a position', () => {
    const body = (limit: number) => `authority:
  - { id: A1, position: agent, table: [ { tier: gold, may: [refund], per ticket: 80 EUR }, { may: [refund], per ticket: 20 EUR } ] }
  - { id: A2, position: head, may: [refund], per ticket: 50 EUR }
  - { id: A3, position: head, when: { channel: phone }, may: [refund], per ticket: ${limit} EUR }
`
    expect(said(body(80))).toMatchObject([
      [
        'lower-position-may-more',
        { row: 1, clause: 'A1', higher: 'head', other: 'A2' },
        { tier: 'gold', channel: 'email' },
      ],
    ])
    expect(said(body(80).replace('per ticket: 50', 'per ticket: 90'))).toEqual([])
  })

  it('CH5: is told of each row that gives more, once, against the first position above', () => {
    const found = said(`authority:
  - { id: A1, position: agent, table: [ { tier: gold, may: [refund], per ticket: 80 EUR }, { may: [refund], per ticket: 70 EUR } ] }
  - { id: A2, position: lead, may: [refund], per ticket: 50 EUR }
  - { id: A3, position: head, may: [refund], per ticket: 60 EUR }
`)
    const by = (row: number, tier: string) => [
      'lower-position-may-more',
      expect.objectContaining({ row, clause: 'A1', position: 'agent', higher: 'lead', other: 'A2' }),
      expect.objectContaining({ tier }),
    ]
    expect(found).toHaveLength(2)
    expect(found).toEqual(expect.arrayContaining([by(1, 'gold'), by(2, 'free')]))
  })

  it('CH5: is told where one position stands between, that may grant nothing of it', () => {
    const found = said(`authority:
  - { id: A1, position: agent, may: [refund], per ticket: 80 EUR }
  - { id: A2, position: lead, may: [repair] }
  - { id: A3, position: head, may: [refund], per ticket: 60 EUR }
`)
    expect(found).toMatchObject([[expect.anything(), { clause: 'A1', higher: 'head', other: 'A3' }, {}]])
  })

  it('CH5: is told of what has no limit against what has one, in whatever currency', () => {
    const body = (agent: string, head: string) =>
      `authority:\n  - { id: A1, position: agent, may: [refund]${agent} }\n  - { id: A2, position: head, may: [refund]${head} }\n`
    expect(told(body('', ', per ticket: 50 PLN'))).toHaveLength(1)
    expect(told(body(', per ticket: 50 PLN', ''))).toEqual([])
    expect(told(body('', ''))).toEqual([])
  })

  it('is left alone in two currencies', () => {
    expect(
      told(
        'authority:\n  - { id: A1, position: agent, may: [refund], per ticket: 80 EUR }\n  - { id: A2, position: head, may: [refund], per ticket: 50 PLN }\n',
      ),
    ).toEqual([])
  })
})

describe('a remedy', () => {
  const AUTHORITY = `authority:
  - { id: A1, position: agent, may: [refund, apology], per ticket: 100 EUR }
  - { id: A2, position: lead, when: { tier: gold }, may: [refund], per ticket: 500 EUR }
`
  const remedy = (rows: string) => `remedies: [ { id: R1, table: [ ${rows} ] } ]\n`

  it('CH6: of a fixed amount may be granted by somebody, on every ticket', () => {
    expect(told(remedy('{ allow: [refund], up to: 100 EUR }') + AUTHORITY)).toEqual([])
    expect(said(remedy('{ allow: [refund], up to: 100.01 EUR }') + AUTHORITY)).toEqual([
      [
        'remedy-beyond-authority.most',
        {
          row: 1,
          clause: 'R1',
          gives: 'refund up to 100.01 EUR',
          remedy: 'refund',
          position: 'agent',
          most: '100 EUR',
          other: 'A1',
        },
        { tier: 'free' },
      ],
    ])
    expect(said(remedy('{ tier: gold, allow: [refund], up to: 500 EUR }, { allow: [apology] }') + AUTHORITY)).toEqual(
      [],
    )
  })

  it('CH6: of a fact’s amount is shown with the first one that is too high', () => {
    const [one] = said(remedy('{ allow: [refund], up to: price }') + AUTHORITY)
    expect(one?.[2]).toEqual({ tier: 'free', price: { minor: 10_001, currency: 'EUR' } })
    expect(
      said(remedy('{ price: "<= 100 EUR", allow: [refund], up to: price }, { allow: [apology] }') + AUTHORITY),
    ).toEqual([])
    expect(
      said(
        remedy('{ tier: gold, price: "<= 500.01 EUR", allow: [refund], up to: price }, { allow: [apology] }') +
          AUTHORITY,
      ),
    ).toMatchObject([[expect.anything(), { position: 'lead' }, { price: { minor: 50_001 } }]])
  })

  it('CH6: that nobody may grant on some ticket is told apart', () => {
    const authority =
      'authority: [ { id: A1, position: agent, when: { tier: gold }, may: [refund], per ticket: 100 EUR } ]\n'
    const [finding] = told(remedy('{ allow: [refund], up to: 10 EUR }') + authority)
    expect(finding?.message).toBe(
      'Row 1 of R1 (refund up to 10 EUR) gives “refund”, and for such a ticket no position may grant any. Mend the conditions of authority, or of the row.',
    )
    expect(finding?.witness).toEqual({ tier: 'free' })
    expect(told(remedy('{ allow: [refund] }') + authority)).toEqual([])
    expect(told(remedy('{ allow: [repair], up to: 10 EUR }') + authority)).toEqual([])
  })

  it('CH6: that is limited nowhere costs nothing, whoever may grant it', () => {
    const authority = (rows: string) => `authority: [ { id: A1, position: agent, table: [ ${rows} ] } ]\n`
    const free = (rows: string) => said(remedy('{ allow: [credit], up to: 5 EUR }') + authority(rows))
    expect(free('{ tier: gold, may: [credit] }')).toEqual([])
    // The limit of another remedy is none of this one.
    expect(free('{ tier: gold, may: [credit] }, { tier: standard, may: [refund], per ticket: 9 EUR }')).toEqual([])
    expect(free('{ tier: gold, may: [credit], per day: 9 EUR }')).toMatchObject([
      ['remedy-beyond-authority.nobody', { row: 1, remedy: 'credit' }, { tier: 'free' }],
    ])
    expect(free('{ tier: gold, may: [credit], per ticket: 9 EUR }, { tier: standard, may: [refund] }')).toHaveLength(1)
  })

  it('CH6: of an amount in another currency than the limit is left alone', () => {
    const authority = 'authority: [ { id: A1, position: agent, may: [refund], per ticket: 5 PLN } ]\n'
    expect(told(remedy('{ allow: [refund], up to: 10 EUR }') + authority)).toEqual([])
    expect(told(remedy('{ allow: [refund], up to: price }') + authority)).toEqual([])
    expect(told(remedy('{ allow: [refund], up to: 10 PLN }') + authority)).toHaveLength(1)
  })

  it('CH6: is told of each row by the fact that it is up to', () => {
    const { document, zone } = charterOf(`facts:
  tier: { in order: [free, gold] }
  price: money EUR
  deposit: money EUR
positions: [agent]
remedies: [ { id: R1, table: [ { tier: free, allow: [refund], up to: price }, { tier: gold, price: "<= 10 EUR", allow: [refund], up to: deposit } ] } ]
authority: [ { id: A1, position: agent, may: [refund], per ticket: 100 EUR } ]
`)
    const found = checkAuthority(document, { at: AS_OF, zone })
    expect(found.map(({ says, witness }) => [says?.data['row'], witness])).toMatchObject([
      [1, { tier: 'free', price: { minor: 10_001 } }],
      [2, { tier: 'gold', deposit: { minor: 10_001 } }],
    ])
  })

  it('CH6: is told exactly where a walk over every ticket finds it', () => {
    let found = 0
    for (let seed = 0; seed < (long ? 400 : 60); seed++) {
      const draw = drawFrom(seed)
      const cell = () =>
        [
          ...(draw(2) === 0 ? [`tier: ${['free', 'standard', 'gold', 'unknown'][draw(4)]}`] : []),
          ...(draw(3) === 0 ? [`price: "< ${1 + draw(9)} EUR"`] : []),
        ].join(', ')
      const comma = (written: string) => (written === '' ? '' : `${written}, `)
      const rows = Array.from({ length: 2 }, () => ({
        cells: cell(),
        upTo: draw(2) === 0 ? 'price' : `${1 + draw(9)} EUR`,
      }))
      const limits = Array.from({ length: 2 }, () => ({ cells: cell(), most: 1 + draw(9), unlimited: draw(6) === 0 }))
      const body = `remedies: [ { id: R1, table: [ ${rows.map(({ cells, upTo }) => `{ ${comma(cells)}allow: [refund], up to: ${upTo} }`).join(', ')} ] } ]
authority: [ ${limits.map(({ cells, most, unlimited }, index) => `{ id: A${index + 1}, position: agent, table: [ { ${comma(cells)}may: [refund]${unlimited ? '' : `, per ticket: ${most} EUR`} } ] }`).join(', ')} ]
`
      const meets = (cells: string, tier: string, price: number | undefined) =>
        cells.split(', ').every((one) => {
          if (one === '') return true
          const [, name, value = ''] = /^(\w+): (.*)$/.exec(one) ?? []
          if (name === 'tier') return value === tier
          return price !== undefined && price < 100 * Number(/\d+/.exec(value)?.[0])
        })
      const beyond = new Set<number>()
      const prices = [undefined, ...Array.from({ length: 1102 }, (_, minor) => minor)]
      for (const [tier, price] of combinations<string | number | undefined>([
        ['free', 'standard', 'gold', 'unknown'],
        prices,
      ])) {
        const on = (cells: string) => meets(cells, String(tier), price as number | undefined)
        const row = rows.findIndex(({ cells }) => on(cells))
        const amount =
          rows[row]?.upTo === 'price' ? (price as number | undefined) : 100 * Number.parseInt(rows[row]?.upTo ?? '', 10)
        if (row < 0 || amount === undefined) continue
        const granting = limits.filter(({ cells }) => on(cells))
        const most = Math.max(
          0,
          ...granting.map((limit) => (limit.unlimited ? Number.POSITIVE_INFINITY : 100 * limit.most)),
        )
        const isLimited = limits.some(({ unlimited }) => !unlimited)
        if (amount > most && (granting.length > 0 || isLimited)) beyond.add(row + 1)
      }
      const told = said(body).filter(([form]) => String(form).startsWith('remedy-beyond'))
      expect({ seed, body, rows: told.map(([, data]) => (data as { row: number }).row) }).toEqual({
        seed,
        body,
        rows: [...beyond].sort(),
      })
      found += beyond.size
    }
    expect(found).toBeGreaterThan(10)
  })
})
