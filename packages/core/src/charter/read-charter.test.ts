import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD, RETAILER } from '../../test/charter-fixtures.ts'
import { parseDate } from '../calendar/index.ts'
import { SECTION_OF_KIND } from './clause.ts'
import { readCharter } from './read-charter.ts'

/** The document without places, and maps as lists of entries, so that it can be compared with what is written below. */
function bare(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, bare(item)])
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'place' ? [] : [[key, bare(item)]])),
  )
}

const day = (text: string): number => parseDate(text) ?? Number.NaN
const texts = (by: Record<string, string>): unknown => ({ by: Object.entries(by) })
const values = (...indices: number[]): unknown => [{ kind: 'values', values: indices }]
const cell = (fact: string, text: string, accepts: unknown): unknown => [fact, { fact, text, accepts }]
const hours = (count: number, calendar = 'office'): unknown => ({ kind: 'opening', ms: count * 3_600_000, calendar })
const ageFrom = (months: number, days: number): unknown => ({ kind: 'age', months, days })
const nineToFive = [{ start: 540, end: 1020 }]
const longDay = [{ start: 480, end: 1200 }]
const choice = (name: string, ordered: boolean, ...list: string[]): unknown => [
  name,
  { name, type: { kind: 'choice', values: list, ordered }, derived: false },
]
const counted = (name: string): unknown => [name, { name, type: { kind: 'number', whole: true }, derived: true }]

/** Every section of clauses; what stands in them is compared below. */
const NO_CLAUSES = Object.fromEntries(Object.values(SECTION_OF_KIND).map((section) => [section, 0]))

describe('a whole charter', () => {
  const document = documentOf(RETAILER)

  it('has its head', () => {
    expect(
      bare({
        ...document,
        facts: 0,
        events: 0,
        calendars: 0,
        examples: 0,
        ...NO_CLAUSES,
      }),
    ).toEqual({
      avow: 1,
      id: 'acme-care',
      languages: ['en', 'it', 'pl', 'el', 'ar'],
      zone: 'Europe/Warsaw',
      title: texts({ en: 'How we serve you', it: 'Come ti serviamo' }),
      effective: { day: day('2026-12-01'), minute: 0, zone: 'Europe/Warsaw', text: '2026-12-01T00:00 Europe/Warsaw' },
      isReviewed: true,
      reviewEvery: { count: 12, unit: 'month' },
      positions: ['agent', 'team-lead', 'duty-manager', 'head-of-service', 'coo'].map((name) => ({ name })),
      people: { owner: 'head-of-service', approvers: ['coo', 'head-of-service'], need: 2 },
      facts: 0,
      events: 0,
      calendars: 0,
      examples: 0,
      ...NO_CLAUSES,
      noAnswerNeeded: ['thanks', 'duplicate', 'spam'],
    })
  })

  it('has its facts, events and calendars, and the facts that are counted', () => {
    expect(bare(document.facts)).toEqual([
      choice('channel', false, 'email', 'chat', 'phone', 'sms', 'social', 'forum', 'form', 'letter', 'counter'),
      choice('tier', true, 'free', 'standard', 'gold'),
      choice('priority', true, 'low', 'normal', 'high'),
      choice('reason', false, 'damaged', 'late', 'wrong-item', 'change-of-mind', 'question', 'other'),
      ['price', { name: 'price', type: { kind: 'money', currency: 'EUR' }, derived: false }],
      ['bought', { name: 'bought', type: { kind: 'age', until: 'creation' }, derived: false }],
      counted('contacts'),
      counted('messages'),
      counted('reopenings'),
      counted('unanswered'),
    ])
    expect([...document.events.keys()]).toEqual(['repair.booked', 'repair.done', 'call.offered', 'call.answered'])
    expect(bare(document.calendars)).toEqual([
      [
        'office',
        {
          name: 'office',
          rules: {
            zone: 'Europe/Warsaw',
            week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
            closed: ['2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06'].map(day),
            on: [],
            continues: false,
            holidaysUntil: day('2027-03-31'),
          },
          sources: [],
        },
      ],
      [
        'chat',
        {
          name: 'chat',
          rules: {
            zone: 'Europe/Warsaw',
            week: [longDay, longDay, longDay, longDay, longDay, [{ start: 600, end: 960 }], []],
            closed: [],
            on: [[day('2026-12-24'), [{ start: 480, end: 720 }]]],
            continues: false,
          },
          sources: [],
        },
      ],
    ])
  })

  it('has its promises', () => {
    const common = {
      kind: 'promise',
      audience: 'public',
      when: [],
      hit: 'first',
      pauses: [],
      noAnswerNeeded: [],
      onChange: 'decide again',
    }
    const row = (targetText: string, target: unknown, ...cells: unknown[]): unknown => ({ cells, target, targetText })
    const share = (period: string): unknown => ({ kind: 'share', percent: 95, period })
    const workingDays = (count: number): unknown => ({ kind: 'working-days', count, calendar: 'office' })
    expect(bare(document.promises)).toEqual([
      {
        ...common,
        id: 'P1',
        says: texts({ en: 'A person answers you within {target}.', pl: 'Człowiek odpowie w ciągu {target}.' }),
        because: texts({ en: 'We keep one person free for every twenty open questions.' }),
        clock: { kind: 'first-response' },
        measured: [{ kind: 'each' }, share('month')],
        rows: [
          row('2 min of chat', { kind: 'opening', ms: 120_000, calendar: 'chat' }, cell('channel', 'chat', values(1))),
          row('1 h of office', hours(1), cell('channel', 'email', values(0)), cell('tier', 'gold', values(2))),
          row('4 h of office', hours(4), cell('channel', 'email, form', values(0, 6))),
          row(
            '3 min of office',
            { kind: 'opening', ms: 180_000, calendar: 'office' },
            cell('channel', 'phone, counter', values(2, 8)),
          ),
          row('8 h of office', hours(8)),
        ],
        noAnswerNeeded: ['thanks', 'duplicate', 'spam'],
        ifBroken: { apologise: true, remedy: 'R9' },
      },
      {
        ...common,
        id: 'P2',
        says: texts({ en: 'Your matter is settled within {target}.' }),
        clock: { kind: 'resolution', until: 'solved' },
        measured: [{ kind: 'each' }],
        rows: [row('15 working days of office', workingDays(15))],
        pauses: ['waiting-for-customer'],
      },
      {
        ...common,
        id: 'P7',
        says: texts({ en: 'Repairs are back within {target}.' }),
        clock: { kind: 'declared', from: 'repair.booked', until: 'repair.done', givenUp: [], each: 'every time' },
        measured: [{ kind: 'each' }, share('quarter')],
        rows: [row('7 working days of office', workingDays(7))],
        pauses: ['waiting-for-customer'],
      },
      {
        ...common,
        id: 'P8',
        says: texts({ en: 'We pick up within {target}.' }),
        clock: { kind: 'declared', from: 'call.offered', until: 'call.answered', givenUp: [], each: 'every time' },
        when: [cell('channel', 'phone', values(2))],
        measured: [share('month'), { kind: 'mean', ms: 180_000, text: '<= 3 min a month', period: 'month' }],
        rows: [row('3 min of office', { kind: 'opening', ms: 180_000, calendar: 'office' })],
      },
    ])
  })

  it('has its escalation', () => {
    const step = { tell: [], raisePriority: false }
    expect(bare(document.escalation)).toEqual([
      {
        kind: 'escalation',
        id: 'E1',
        on: { kind: 'promise', promise: 'P1' },
        steps: [
          { ...step, at: { kind: 'percent', percent: 75 }, tell: ['assignee'] },
          { ...step, at: { kind: 'percent', percent: 100 }, tell: ['team-lead'], raisePriority: true },
          { ...step, at: { kind: 'after', duration: hours(2) }, giveTo: 'duty-manager' },
        ],
      },
      {
        kind: 'escalation',
        id: 'E2',
        on: {
          kind: 'condition',
          when: [
            cell('reason', 'damaged', values(0)),
            cell('contacts', '>= 3', [{ kind: 'range', from: { kind: 'number', value: 3 } }]),
          ],
        },
        steps: [{ ...step, at: { kind: 'at once' }, giveTo: 'duty-manager' }],
      },
    ])
  })

  it('has its remedies, authority and examples', () => {
    const upToPrice = { kind: 'fact', fact: 'price' }
    const euros = (minor: number): unknown => ({ minor, currency: 'EUR' })
    const under30 = cell('bought', '< 30 days', [{ kind: 'range', to: ageFrom(0, 30) }])
    const clause = { kind: 'remedy', audience: 'staff', when: [], hit: 'first' }
    expect(bare(document.remedies)).toEqual([
      {
        ...clause,
        id: 'R1',
        rows: [
          {
            cells: [cell('reason', 'damaged', values(0)), under30],
            allow: ['refund', 'replace', 'apology'],
            upTo: upToPrice,
          },
          {
            cells: [
              cell('reason', 'damaged', values(0)),
              cell('bought', '30 days .. 2 years', [{ kind: 'range', from: ageFrom(0, 30), to: ageFrom(24, 0) }]),
            ],
            allow: ['repair', 'replace', 'apology'],
          },
          {
            cells: [
              cell('reason', 'change-of-mind', values(3)),
              cell('bought', '< 15 days', [{ kind: 'range', to: ageFrom(0, 15) }]),
            ],
            allow: ['refund'],
            upTo: upToPrice,
          },
          {
            cells: [cell('reason', 'late, wrong-item', values(1, 2)), under30],
            allow: ['refund', 'replace', 'apology'],
            upTo: upToPrice,
          },
          { cells: [], allow: ['apology'] },
        ],
      },
      {
        ...clause,
        id: 'R9',
        rows: [{ cells: [], allow: ['apology', 'credit'], upTo: { kind: 'amount', money: euros(1000) } }],
      },
    ])
    const may = ['refund', 'replace', 'repair', 'credit', 'apology']
    const authority = { kind: 'authority', when: [], hit: 'first' }
    expect(bare(document.authority)).toEqual([
      {
        ...authority,
        id: 'A1',
        position: 'agent',
        rows: [
          {
            cells: [],
            may,
            perTicket: euros(10_000),
            perDay: euros(50_000),
            bend: { money: euros(20_000), period: 'month' },
          },
        ],
      },
      { ...authority, id: 'A2', position: 'team-lead', rows: [{ cells: [], may, perTicket: euros(100_000) }] },
    ])
    expect(bare(document.examples)).toEqual([
      {
        given: [
          ['channel', 'email'],
          ['tier', 'gold'],
        ],
        at: '2026-12-23T16:30',
        promises: [['P1', { due: '2026-12-28T09:30' }]],
        remedies: [],
      },
      {
        given: [
          ['reason', 'damaged'],
          ['bought', '2026-12-01'],
        ],
        at: '2026-12-23T10:00',
        promises: [],
        remedies: [['R1', { allow: ['refund', 'replace', 'apology'] }]],
      },
    ])
  })

  it('knows where each part stands', () => {
    const [p1] = document.promises
    expect(p1?.place).toEqual({ path: '/promises/0', line: 29, column: 5 })
    expect(p1?.rows[1]?.cells.get('tier')?.place).toEqual({ path: '/promises/0/table/1/tier', line: 38, column: 33 })
    expect(document.calendars.get('chat')?.place).toEqual({ path: '/calendars/chat', line: 21, column: 3 })
  })

  it('is the same with Windows line ends and a byte order mark', () => {
    expect(documentOf(`\uFEFF${RETAILER.replaceAll('\n', '\r\n')}`)).toEqual(document)
  })

  it('gives the data as written, in objects without a prototype', () => {
    const { data } = readCharter(RETAILER)
    expect(JSON.parse(JSON.stringify(data)).promises[0].table[4]).toEqual({ target: '8 h of office' })
    expect(Object.getPrototypeOf(data)).toBeNull()
  })
})

describe('findings', () => {
  it('come all at once, in the order of the source, and then there is no document', () => {
    const text = `${HEAD}promisses: []
promises:
  - { id: p1, clock: first-respnse, table: [ { tire: gold, target: 2 h } ] }
  - { id: P2, clock: resolution, table: [ { tier: glod, target: 2 h of offce } ] }
`
    expect(findingsIn(text)).toEqual([
      '19:1 unknown-field there is no field in a charter called “promisses”; did you mean “promises”?',
      '21:11 bad-name “p1” cannot be an id: write a capital letter, then letters, digits or “-”, as in P1',
      '21:22 unknown-value there is no clock “first-respnse”; did you mean “first-response”?',
      '21:48 unknown-fact there is no fact “tire”; did you mean “tier”?',
      '21:68 bad-duration “2 h”: by which opening hours is it counted? Write “2 h of office” (calendars: office)',
      '22:51 unknown-value there is no value of “tier” called “glod”; did you mean “gold”?',
      '22:65 unknown-calendar there is no calendar “offce”; did you mean “office”?',
    ])
    expect(readCharter(text).document).toBeUndefined()
  })

  it('are 200 at most, and the last says how many more there are', () => {
    const rows = Array.from({ length: 300 }, (_, row) => `      - { tire: x${row}, target: 2 h of office }`)
    const text = `${HEAD}promises:\n  - id: P1\n    clock: resolution\n    table:\n${rows.join('\n')}\n`
    const findings = findingsIn(text)
    expect(findings).toHaveLength(200)
    expect(findings.at(-1)).toBe('222:11 too-many-findings from here on there are 101 more findings')
  })

  it('name the parts that are not there', () => {
    expect(findingsIn('avow: 1')).toEqual([
      '1:1 missing-field a charter needs the field “charter”',
      '1:1 missing-field a charter needs the field “languages”',
      '1:1 missing-field a charter needs the field “zone”',
    ])
  })

  it('refuse a later clause kind by name', () => {
    expect(findingsIn(`${HEAD}pilots: []\n`)).toEqual([
      '19:1 unknown-clause-kind this version does not know clauses of the kind “pilots” yet; leave them out',
    ])
  })

  it('refuse another format, and say nothing else of it', () => {
    expect(findingsIn('avow: 2\nnews: 1\n')).toEqual([
      '1:7 wrong-version this program reads charters of format 1 (avow: 1); found “2”',
    ])
    expect(findingsIn('avow: [1]\n')).toEqual([
      '1:7 wrong-version this program reads charters of format 1 (avow: 1); found something else',
    ])
  })

  it.each(['hello', '- a', '12', '{ a: 1', '""'])('place what is no charter at all: %s', (text) => {
    const [finding] = readCharter(text, { format: 'yaml' }).findings
    expect(finding).toMatchObject({ line: 1, severity: 'error' })
  })
})

describe('whatever is read', () => {
  const parts = RETAILER.split(/(?<=[\s,:{}[\]])/)

  it('never throws for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()),
        fc.constantFrom('yaml', 'json'),
        (text, format) => {
          const { document, findings } = readCharter(text, { format })
          expect(document === undefined).toBe(findings.length > 0)
        },
      ),
    )
  })

  it('never throws for a charter with parts cut out, doubled, swapped or replaced, and places what it finds in it', () => {
    const place = fc.nat(parts.length - 1)
    const noise = fc.constantFrom(
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ',',
      '\n',
      '  ',
      '\t',
      '<<',
      '&a ',
      '*a ',
      '!x ',
      '-',
      '..',
      '1e309',
      '\0',
      '#',
      'not ',
      '__proto__',
    )
    const change = fc.record({
      at: place,
      kind: fc.constantFrom('cut', 'double', 'swap', 'noise'),
      other: place,
      noise,
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = [...parts]
        for (const { at, kind, other, noise } of changes) {
          if (kind === 'cut') changed[at] = ''
          else if (kind === 'double') changed[at] = (changed[at] ?? '').repeat(2)
          else if (kind === 'swap') [changed[at], changed[other]] = [changed[other] ?? '', changed[at] ?? '']
          else changed[at] = noise
        }
        const text = changed.join('')
        const lines = text.split('\n')
        const { document, findings } = readCharter(text)
        expect(document === undefined).toBe(findings.length > 0)
        for (const { line, column } of findings) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses no cell: what is written in a row is in the document, or there is a finding', () => {
    const name = fc.constantFrom(
      'channel',
      'tier',
      'price',
      'bought',
      'vip',
      'users',
      'weight',
      'wait',
      'contacts',
      'tire',
      'owned',
    )
    const condition = fc.constantFrom(
      '-',
      '',
      null,
      'unknown',
      'email',
      ['email', 'chat'],
      [],
      ['-'],
      [['email']],
      'gold',
      '>= gold',
      '< free',
      3,
      '< 3',
      '> 100 EUR',
      '< 30 days',
      true,
      'no',
      { a: 1 },
      '> 2 h',
      'not [email]',
      'not 3',
    )
    const row = fc.dictionary(name, condition, { maxKeys: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const data = JSON.parse(JSON.stringify(readCharter(HEAD).data)) as Record<string, unknown>
        const table = rows.map((cells) => ({ ...cells, target: '2 h of office' }))
        const text = JSON.stringify({ ...data, promises: [{ id: 'P1', clock: 'resolution', table }] })
        const { document, findings } = readCharter(text)
        if (findings.length > 0) return
        expect(document?.promises[0]?.rows.map((read) => [...read.cells.keys()])).toEqual(
          rows.map((cells) => Object.keys(cells)),
        )
      }),
      { numRuns: 500 },
    )
  })
})
