import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompiledCharter, compileDraft, readCharter } from '../charter/index.ts'
import type { TicketEvent } from '../ticket/index.ts'
import { decide } from './decide.ts'

const HEAD = `
avow: 1
charter: acme
languages: [en]
zone: Europe/Warsaw
facts: { tier: { in order: [free, gold] } }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
promises:
  - id: P1
    clock: first-response
    table: [ { tier: gold, target: 1 h of office }, { target: 4 h of office } ]
  - { id: P2, clock: resolution, table: [ { target: 5 working days of office } ] }
  - { id: P3, clock: next-response, table: [ { target: 2 h of office } ] }
`
const CRISIS = `
crisis:
  - id: Z1
    from: 2026-03-02T00:00
    until: 2026-03-16T00:00 Europe/Warsaw
    says: A flood closed our warehouse.
    amends:
      - { promise: P1, times: 3 }
      - { promise: P2, target: 20 days }
      - { promise: P3, suspended: yes }
`

function charterOf(text: string): CompiledCharter {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  return compileDraft({ document, data }, { asOf: Date.UTC(2026, 0, 1), zoneData: 'test' })
}

const usual = charterOf(HEAD)
const amended = charterOf(HEAD + CRISIS)
const FROM = Date.parse('2026-03-01T23:00Z')
const UNTIL = Date.parse('2026-03-15T23:00Z')

function created(at: number, facts: Record<string, string> = {}): TicketEvent {
  return { ticket: 'T', type: 'ticket.created', at, recorded: at, by: 'customer', seq: 0, facts }
}

function message(type: string, at: number, by: TicketEvent['by']): TicketEvent {
  return { ticket: 'T', type, at, recorded: at, by }
}

function due(charter: CompiledCharter, history: readonly TicketEvent[], now: number) {
  const { commitments } = decide(charter, history, now)
  return Object.fromEntries(
    commitments.map(({ promise, run, due, amended_by: by }) => [
      `${promise}/${run}`,
      [due === null ? null : new Date(due).toISOString(), by],
    ]),
  )
}

describe('A crisis', () => {
  it('A1: holds for tickets created from its beginning to the last millisecond before its end, by the clock alone', () => {
    const by = (at: number) => decide(amended, [created(at)], at).commitments.map(({ amended_by }) => amended_by)
    expect(by(FROM - 1)).toEqual([undefined, undefined])
    expect(by(FROM)).toEqual(['Z1', 'Z1'])
    expect(by(UNTIL - 1)).toEqual(['Z1', 'Z1'])
    expect(by(UNTIL)).toEqual([undefined, undefined])
  })

  it('A1: stays with a ticket that came in within it, and never reaches one from before', () => {
    const within = UNTIL - 3_600_000
    const later = Date.parse('2026-03-18T09:00Z')
    expect(due(amended, [created(within)], later)).toEqual({
      'P1/1': ['2026-03-17T12:00:00.000Z', 'Z1'],
      'P2/1': ['2026-04-04T22:00:00.000Z', 'Z1'],
    })
    const before = [created(FROM - 86_400_000)]
    expect(due(amended, before, later)).toEqual(due(usual, before, later))
  })

  it('A2: gives each row its own length of time so many times, or the one target', () => {
    const at = Date.parse('2026-03-03T08:00Z')
    const { commitments } = decide(amended, [created(at, { tier: 'gold' })], at)
    expect(commitments.map(({ promise, row, target }) => [promise, row, target])).toEqual([
      ['P1', 1, '3 h of office'],
      ['P2', 1, '20 days'],
    ])
  })

  it('A2: decides again by the amended rows where facts change', () => {
    const at = Date.parse('2026-03-03T08:00Z')
    const change: TicketEvent = {
      ...message('facts.changed', at + 60_000, 'agent'),
      facts: { tier: 'gold' },
    }
    expect(due(amended, [created(at), change], at + 120_000)['P1/1']).toEqual(['2026-03-03T11:00:00.000Z', 'Z1'])
  })

  it('A3: makes no commitment of a suspended promise, and stands among the clauses', () => {
    const at = Date.parse('2026-03-03T08:00Z')
    const history = [
      created(at),
      message('message.sent', at + 1000, 'agent'),
      message('message.received', at + 2000, 'customer'),
    ]
    const { commitments, clauses } = decide(amended, history, at + 3000)
    expect(commitments.map(({ promise }) => promise)).toEqual(['P1', 'P2'])
    expect(clauses).toEqual(['P1', 'Z1', 'P2'])
    expect(decide(usual, history, at + 3000).commitments.map(({ promise }) => promise)).toEqual(['P1', 'P2', 'P3'])
  })

  it('A4: is named by the why, with what is promised otherwise', () => {
    const at = Date.parse('2026-03-03T08:00Z')
    const why = decide(amended, [created(at)], at).commitments[0]?.why ?? []
    expect(why.find(({ code }) => code === 'amended')).toMatchObject({
      text: 'The ticket came in while Z1 was in force, until 2026-03-16T00:00 Europe/Warsaw: 12 h of office in place of 4 h of office.',
      data: { crisis: 'Z1', target: '12 h of office', usual: '4 h of office' },
    })
  })

  it('A1: changes no ticket created outside it (at random)', () => {
    const day = 86_400_000
    const history = fc
      .tuple(
        fc.integer({ min: FROM - 40 * day, max: UNTIL + 40 * day }),
        fc.array(
          fc.record({
            after: fc.integer({ min: 1, max: 30 * day }),
            type: fc.constantFrom('message.sent', 'message.received'),
          }),
          { maxLength: 6 },
        ),
      )
      .map(([at, events]) => [
        created(at),
        ...events.map(({ after, type }) => message(type, at + after, type === 'message.sent' ? 'agent' : 'customer')),
      ])
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 60 * day }), (events, after) => {
        const at = events[0]?.at ?? 0
        const isWithin = at >= FROM && at < UNTIL
        const [one, other] = [amended, usual].map((charter) => decide(charter, events, at + after).commitments)
        if (!isWithin) expect(one).toEqual(other)
        else expect(one?.every(({ amended_by, promise }) => amended_by === 'Z1' && promise !== 'P3')).toBe(true)
      }),
    )
  })
})
