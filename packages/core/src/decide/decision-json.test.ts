import { expect, it } from 'vitest'
import { compileDraft, readCharter } from '../charter/index.ts'
import type { TicketEvent } from '../ticket/index.ts'
import { decide } from './decide.ts'
import { decisionJson } from './decision-json.ts'

const CHARTER = `avow: 1
charter: small
languages: [en]
zone: Europe/Warsaw
facts: { price: money EUR, tier: { one of: [standard, gold] } }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
positions: [lead]
promises:
  - { id: P1, clock: first-response, table: [ { tier: gold, target: 1 h of office }, { target: 2 h of office } ] }
  - { id: P2, clock: resolution, pauses: waiting-for-customer, table: [ { target: 8 h of office } ] }
escalation: [ { id: E1, for: P1, steps: [ { at: 50%, tell: lead } ] } ]
remedies: [ { id: R1, table: [ { allow: [refund], up to: price } ] } ]
`

function event(type: string, at: string, rest: Partial<TicketEvent> = {}): TicketEvent {
  const instant = Date.parse(at)
  return { ticket: 'T1', type, at: instant, recorded: instant, by: 'agent', ...rest }
}

it('a decision as JSON has instants as RFC 3339 in UTC with milliseconds, durations and money as integers', () => {
  const { document, data, findings } = readCharter(CHARTER)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  const now = Date.UTC(2026, 0, 7, 12)
  const history = [
    event('ticket.created', '2026-01-05T09:00:00Z', { by: 'customer', facts: { price: '80 EUR' } }),
    event('message.sent', '2026-01-05T10:00:00.250Z'),
    event('status.changed', '2026-01-05T10:00:00.250Z', { to: 'waiting-for-customer' }),
  ]
  const decision = decisionJson(decide(compileDraft({ document, data }, { asOf: now, zoneData: 'test' }), history, now))
  const plain: unknown = JSON.parse(JSON.stringify(decision))
  expect(plain).toEqual(decision)
  expect(plain).toMatchObject({
    charter: { id: 'small', version: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    rules: 1,
    at: '2026-01-07T12:00:00.000Z',
    ticket: 'T1',
    commitments: [
      {
        promise: 'P1',
        run: 1,
        clock: 'first-response',
        state: 'kept',
        start: '2026-01-05T09:00:00.000Z',
        due: '2026-01-05T11:00:00.000Z',
        settled_at: '2026-01-05T10:00:00.250Z',
        row: 2,
        pauses: [],
      },
      {
        promise: 'P2',
        state: 'paused',
        due: null,
        settled_at: null,
        calendar: 'office',
        target: '8 h of office',
        left_ms: 6 * 3_600_000 + 3_599_750,
        pauses: [['2026-01-05T10:00:00.250Z', null]],
      },
    ],
    remedies: [{ clause: 'R1', row: 1, allow: ['refund'], up_to: { minor: 8000, currency: 'EUR' } }],
    missing: ['tier'],
    unevaluated: [],
  })
  const [first] = decision.commitments
  const counted = first?.why.find(({ code }) => code === 'counted')
  expect(counted).toMatchObject({
    from: '2026-01-05T09:00:00.000Z',
    to: '2026-01-05T11:00:00.000Z',
    counted_ms: 7_200_000,
  })
})
