import { describe, expect, it } from 'vitest'
import type { TicketEvent } from '../event.ts'
import { bindHeader } from './bind-header.ts'
import { readMapping } from './read-mapping.ts'
import type { RowAccount } from './row-account.ts'
import { RowHistories } from './row-histories.ts'

const HEAD = `avow-map: 1
id: small
csv: { unknown: ["?", ""] }
time: { format: yyyy-MM-dd HH:mm, zone: UTC }
ticket: Id
at: Updated
`
const STATES =
  'state: { column: State, values: { New: new, Open: open, Waiting: waiting-for-customer, Hold: on-hold, Done: solved, Over: closed, Note: same } }\n'

interface Mapped {
  readonly events: readonly TicketEvent[]
  readonly account: RowAccount
}

/** Rows as texts with `|` between the cells, the header first. */
function map(mapping: string, ...tables: readonly (readonly string[])[]): Mapped {
  const read = readMapping(mapping)
  if (read.mapping === undefined) throw new Error(JSON.stringify(read.findings))
  const cells = (row: string) => row.split('|')
  const bound = tables.map(([header = '']) => bindHeader(read.mapping ?? fail(), cells(header)))
  const histories = new RowHistories(read.mapping, bound[0]?.positions.keys() ?? [], 'test')
  tables.forEach(([, ...rows], table) => {
    histories.useHeader(bound[table] ?? fail())
    rows.forEach((row, index) => {
      histories.addRow(cells(row), `t${table + 1}:${index + 2}`)
    })
  })
  const events: TicketEvent[] = []
  const account = histories.finish((event) => events.push(event))
  return { events, account }
}

function fail(): never {
  throw new Error('not reached')
}

/** Type, instant and what it says, in a line. */
function lines({ events }: Mapped): string[] {
  return events.map(({ ticket, type, at, by, recorded: _, seq, ...rest }) => {
    const said = JSON.stringify(rest) === '{}' ? '' : ` ${JSON.stringify(rest)}`
    return `${ticket} ${seq ?? '-'} ${new Date(at).toISOString().slice(0, 16)} ${type} ${by}${said}`
  })
}

function sums({ account }: Mapped): Record<string, number> {
  const skipped = Object.fromEntries([...account.skipped].map(([reason, { count }]) => [reason, count]))
  const all = [...account.skipped.values()].reduce((sum, { count }) => sum + count, account.used)
  expect(all).toBe(account.rows)
  return { used: account.used, ...skipped }
}

function notes({ account }: Mapped): Record<string, string> {
  return Object.fromEntries([...account.notes].map(([note, { count, first }]) => [note, `${count}: ${first}`]))
}

describe('rows of a table', () => {
  it('become events where something that the mapping names changed', () => {
    const mapped = map(
      `${HEAD}seq: line\n${STATES}assigned: { to: Who, team: Team }\nfacts: { tier: { column: Tier } }\n`,
      [
        'Id|Updated|State|Who|Team|Tier',
        'A|2026-01-05 09:00|New|?|?|gold',
        'B|2026-01-05 09:00|Open|anna|first|',
        'A|2026-01-05 10:00|Open|ben|first|gold',
        'A|2026-01-05 10:00|Open|ben|first|gold',
        'A|2026-01-05 11:00|Done|?|?|',
      ],
    )
    expect(lines(mapped)).toEqual([
      'A 1 2026-01-05T09:00 ticket.created customer {"facts":{"tier":"gold"}}',
      'A 3 2026-01-05T10:00 ticket.assigned system {"to":"ben","team":"first"}',
      'A 3 2026-01-05T10:00 status.changed system {"to":"open"}',
      'A 5 2026-01-05T11:00 facts.changed system {"facts":{"tier":null}}',
      'A 5 2026-01-05T11:00 ticket.assigned system',
      'A 5 2026-01-05T11:00 status.changed system {"to":"solved"}',
      'B 2 2026-01-05T09:00 ticket.created customer {"facts":{}}',
      'B 2 2026-01-05T09:00 ticket.assigned system {"to":"anna","team":"first"}',
      'B 2 2026-01-05T09:00 status.changed system {"to":"open"}',
    ])
    expect(sums(mapped)).toEqual({ used: 4, 'nothing changed': 1 })
    expect(Object.fromEntries(mapped.account.events)).toEqual({
      'ticket.created': 2,
      'ticket.assigned': 3,
      'status.changed': 3,
      'facts.changed': 1,
    })
    expect(mapped.account.tickets).toBe(2)
  })

  it('are each accounted for, by the first reason that applies', () => {
    const mapped = map(
      `${HEAD.replace('["?", ""]', '["?"], duplicates: skip')}seq: line\n${STATES}skip: { Kind: [test, spam] }\n`,
      [
        'Id|Updated|State|Kind',
        'A|2026-01-05 09:00|New|real',
        'A|2026-01-05 09:00|New|real',
        'A|2026-01-05 10:00|Open|test',
        'A|2026-01-05 10:00|Note|real',
        'A|2026-01-05 10:00|Odd|real',
        'A|5 January|Open|real',
        '?|2026-01-05 10:00|Open|real',
        '|2026-01-05 10:00|Open|real',
        'A|2026-01-05 10:00|Open',
        'A|2026-01-05 10:00|Open|real|more',
        '',
      ],
    )
    expect(sums(mapped)).toEqual({
      used: 1,
      duplicate: 1,
      'skipped by name': 1,
      'nothing changed': 1,
      'unknown value': 1,
      'unreadable time': 1,
      'no ticket': 2,
      'wrong number of fields': 3,
    })
    expect(notes(mapped)).toEqual({ 'unknown value': '1: t1:6: State “Odd”' })
  })

  it('that hold a value which the mapping does not list are used for the rest', () => {
    const mapped = map(`${HEAD}${STATES}facts: { tier: { column: Tier, values: { G: gold } } }\n`, [
      'Id|Updated|State|Tier',
      'A|2026-01-05 09:00|New|G',
      'A|2026-01-05 10:00|Open|X',
    ])
    expect(lines(mapped).slice(1)).toEqual([
      'A - 2026-01-05T10:00 facts.changed system {"facts":{"tier":null}}',
      'A - 2026-01-05T10:00 status.changed system {"to":"open"}',
    ])
    expect(notes(mapped)).toEqual({ 'unknown value': '1: t1:3: Tier “X”' })
    expect(sums(mapped)).toEqual({ used: 2 })
  })

  it('of several tables are one history, numbered through', () => {
    const mapped = map(
      `${HEAD}seq: line\n${STATES}`,
      ['Id|Updated|State', 'A|2026-01-05 09:00|New'],
      ['State|Updated|Id', 'Open|2026-01-05 10:00|A'],
    )
    expect(lines(mapped)).toEqual([
      'A 1 2026-01-05T09:00 ticket.created customer {"facts":{}}',
      'A 2 2026-01-05T10:00 status.changed system {"to":"open"}',
    ])
  })

  it('follow each other by their instants where no order is named, and by a column that is', () => {
    const rows = [
      'Id|Updated|State|No',
      'A|2026-01-05 11:00|Done|2',
      'A|2026-01-05 11:00|Open|1',
      'A|2026-01-05 09:00|New|0',
      'A|2026-01-05 11:00|Over|x',
    ]
    expect(lines(map(`${HEAD}${STATES}`, rows)).map((line) => line.slice(0, 40))).toEqual([
      'A - 2026-01-05T09:00 ticket.created cust',
      'A - 2026-01-05T11:00 status.changed syst',
      'A - 2026-01-05T11:00 status.changed syst',
      'A - 2026-01-05T11:00 status.changed syst',
    ])
    const byColumn = map(`${HEAD}seq: No\n${STATES}`, rows)
    expect(byColumn.events.map(({ to, seq }) => [to, seq])).toEqual([
      [undefined, 0],
      ['open', 1],
      ['solved', 2],
      ['closed', undefined],
    ])
    expect(notes(byColumn)).toEqual({ 'unreadable order': '1: t1:5: No “x”' })
  })
})

describe('the creation', () => {
  const mapping = `${HEAD}seq: line\ncreated: { at: Opened, by: agent }\n${STATES}`

  it('has its own column, and earlier rows are moved to it', () => {
    const mapped = map(mapping, [
      'Id|Updated|Opened|State',
      'A|2026-01-05 09:00|2026-01-05 09:30|Open',
      'A|2026-01-05 10:00|2026-01-05 09:30|Done',
    ])
    expect(lines(mapped)).toEqual([
      'A 1 2026-01-05T09:30 ticket.created agent {"facts":{}}',
      'A 1 2026-01-05T09:30 status.changed system {"to":"open"}',
      'A 2 2026-01-05T10:00 status.changed system {"to":"solved"}',
    ])
    expect(notes(mapped)).toEqual({ 'before creation, moved': '1: t1:2' })
  })

  it('is the first row’s instant where the column says none', () => {
    const mapped = map(mapping, ['Id|Updated|Opened|State', 'A|2026-01-05 09:00|?|New'])
    expect(lines(mapped)).toEqual(['A 1 2026-01-05T09:00 ticket.created agent {"facts":{}}'])
    expect(notes(mapped)).toEqual({ 'creation unknown': '1: t1:2: Opened “?”' })
  })
})

describe('events of a mapping', () => {
  it('come from the rows that meet their condition', () => {
    const mapped = map(
      `${HEAD}events:\n  - { type: call.offered, when: { Kind: [call], Way: [in] }, key: Call }\n  - { type: message.received, when: { Kind: mail }, automatic: true }\n`,
      [
        'Id|Updated|Kind|Way|Call',
        'A|2026-01-05 09:00|call|in|c1',
        'A|2026-01-05 10:00|call|out|c2',
        'A|2026-01-05 11:00|mail|in|',
      ],
    )
    expect(lines(mapped)).toEqual([
      'A - 2026-01-05T09:00 ticket.created customer {"facts":{}}',
      'A - 2026-01-05T09:00 call.offered system {"key":"c1"}',
      'A - 2026-01-05T11:00 message.received customer {"automatic":true}',
    ])
    expect(sums(mapped)).toEqual({ used: 2, 'nothing changed': 1 })
  })

  it('have columns of their own where one row is a whole ticket', () => {
    const mapped = map(
      `${HEAD}created: { at: Updated }\nevents:\n  - { type: message.sent, at: Answered }\n  - { type: status.changed, to: solved, at: Solved, reason: Why }\n`,
      [
        'Id|Updated|Answered|Solved|Why',
        'A|2026-01-05 09:00|2026-01-05 10:00|2026-01-06 10:00|thanks',
        'B|2026-01-05 09:00||?|',
      ],
    )
    expect(lines(mapped)).toEqual([
      'A - 2026-01-05T09:00 ticket.created customer {"facts":{}}',
      'A - 2026-01-05T10:00 message.sent agent',
      'A - 2026-01-06T10:00 status.changed system {"to":"solved","reason":"thanks"}',
      'B - 2026-01-05T09:00 ticket.created customer {"facts":{}}',
    ])
  })

  it('with a column are made once for each instant in it', () => {
    const mapped = map(`${HEAD}events: [ { type: message.sent, at: Answered } ]\n`, [
      'Id|Updated|Answered',
      'A|2026-01-05 09:00|',
      'A|2026-01-05 10:00|2026-01-05 10:00',
      'A|2026-01-05 11:00|2026-01-05 10:00',
      'A|2026-01-05 12:00|2026-01-05 11:30',
      'A|2026-01-05 13:00|soon',
    ])
    expect(mapped.events.map(({ type, at }) => `${type} ${new Date(at).getUTCHours()}`)).toEqual([
      'ticket.created 9',
      'message.sent 10',
      'message.sent 11',
    ])
    expect(sums(mapped)).toEqual({ used: 3, 'nothing changed': 1, 'unknown value': 1 })
  })
})

describe('facts of a mapping', () => {
  it('are read as what the charter needs', () => {
    const mapped = map(
      `${HEAD.replace('csv: {', 'csv: { decimal: ",",')}facts:\n  bought: { column: Bought, date: d.M.yyyy }\n  pieces: { column: Pieces, number: true }\n  price: { column: Price, money: EUR }\n  open: { column: Open, values: { "": unclear, Y: "yes" } }\n`,
      [
        'Id|Updated|Bought|Pieces|Price|Open',
        'A|2026-01-05 09:00|3.1.2026|2,5|1234,50|',
        'B|2026-01-05 09:00|soon|2.5|1.234,50|Y',
        'C|2026-01-05 09:00|?|?|?|?',
      ],
    )
    expect(mapped.events.map(({ facts }) => ({ ...facts }))).toEqual([
      { bought: '2026-01-03', pieces: 2.5, price: { minor: 123450, currency: 'EUR' }, open: 'unclear' },
      { open: 'yes' },
      {},
    ])
    expect(notes(mapped)).toEqual({ 'unknown value': '3: t1:3: Bought “soon”' })
  })

  it('may be taken from the first or the last row', () => {
    const mapped = map(
      `${HEAD}facts:\n  first: { column: Tier, take: first }\n  last: { column: Tier, take: last }\n`,
      ['Id|Updated|Tier', 'A|2026-01-05 09:00|low', 'A|2026-01-05 10:00|mid', 'A|2026-01-05 11:00|high'],
    )
    expect(mapped.events.map(({ type, facts }) => [type, { ...facts }])).toEqual([
      ['ticket.created', { first: 'low', last: 'high' }],
    ])
    expect(sums(mapped)).toEqual({ used: 1, 'nothing changed': 2 })
  })

  it('cannot be called by a name that means something to programs', () => {
    expect(readMapping(`${HEAD}facts: { __proto__: { column: Tier } }\n`).findings).toMatchObject([
      { code: 'forbidden-name' },
    ])
    const mapped = map(`${HEAD}facts: { tier: { column: Tier } }\n`, [
      'Id|Updated|Tier',
      '__proto__|2026-01-05 09:00|__proto__',
    ])
    expect(mapped.events).toMatchObject([{ ticket: '__proto__', facts: { tier: '__proto__' } }])
  })
})

describe('the header of a table', () => {
  const mapping = () => readMapping(`${HEAD}${STATES}unused: [Other]\n`).mapping ?? fail()

  it('has every column that the mapping uses', () => {
    expect(bindHeader(mapping(), ['Id', 'Update', 'State']).problems).toMatchObject([
      {
        code: 'unknown-column',
        message: 'the table has no column “Updated”; did you mean “Update”?',
        line: 6,
        column: 5,
      },
    ])
  })

  it('may have a name twice only where it is unused', () => {
    expect(bindHeader(mapping(), ['Id', 'Updated', 'State', 'Other', 'Other']).problems).toEqual([])
    expect(bindHeader(mapping(), ['Id', 'Updated', 'State', 'State']).problems).toMatchObject([
      { code: 'ambiguous-column', message: expect.stringContaining('two columns called “State”') as string, line: 7 },
    ])
  })

  it('reports columns that the mapping does not name', () => {
    expect(bindHeader(mapping(), ['Id', 'Updated', 'State', 'Other', 'New one', 'New one']).notNamed).toEqual([
      'New one',
    ])
    const mapped = map(`${HEAD}${STATES}`, ['Id|Updated|State|Extra', 'A|2026-01-05 09:00|New|x'])
    expect(notes(mapped)).toEqual({ 'column not named': '1: Extra' })
  })
})
