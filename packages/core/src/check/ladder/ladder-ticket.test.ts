import { describe, expect, it } from 'vitest'
import { at, charterOf } from '../../../test/small-charter.ts'
import { type LadderFacts, ladderTicket } from './ladder-ticket.ts'

const AT = at('2026-12-21 13:00')

/** The ticket of the charter's only escalation. */
function ticketOf(body: string, given: LadderFacts = {}) {
  const charter = charterOf(body)
  const [escalation] = charter.escalation
  if (escalation === undefined) throw new Error('the charter has no escalation')
  return ladderTicket(charter, escalation, AT, given)
}
const happened = (body: string, given?: LadderFacts) =>
  ticketOf(body, given)?.history.map(({ type, by, to }) => (to === undefined ? `${by} ${type}` : `${by} ${type} ${to}`))
const onWhen = (start: string) => `escalation: [{ id: E1, ${start}, steps: [{ tell: agent }] }]\n`
const onPromise = (clock: string, table: string, more = '') =>
  `promises: [{ id: P1, audience: public, clock: ${clock}, ${more} table: [${table}] }]
escalation: [{ id: E1, for: P1, steps: [{ at: 100%, tell: agent }] }]\n`

const CREATED = 'customer ticket.created'
const SENT = 'agent message.sent'
const CAME = 'customer message.received'
const SOLVED = 'agent status.changed solved'
const OPENED = 'agent status.changed open'

describe('the ticket that a ladder is walked on', () => {
  it('S6: has what its condition counts, and no more than that', () => {
    expect(happened(onWhen('when: { tier: gold }'))).toEqual([CREATED])
    expect(happened(onWhen('when: { messages: ">= 2" }'))).toEqual([CREATED, CAME, CAME])
    expect(happened(onWhen('when: { unanswered: ">= 1" }'))).toEqual([CREATED, CAME])
    expect(happened(onWhen('when: { contacts: ">= 1" }'))).toEqual([CREATED])
    expect(happened(onWhen('when: { contacts: ">= 3" }'))).toEqual([CREATED, SENT, CAME, SENT, CAME])
    expect(happened(onWhen('when: { reopenings: ">= 2" }'))).toEqual([
      ...[CREATED, SENT, SOLVED, OPENED],
      ...[SENT, SOLVED, OPENED],
    ])
  })

  it('S6: counts once what two of its counts are about', () => {
    // The second contact is a message, and one of those without an answer.
    expect(happened(onWhen('when: { contacts: ">= 2", unanswered: ">= 2" }'))).toEqual([CREATED, SENT, CAME, CAME])
    expect(happened(onWhen('when: { contacts: ">= 2", messages: ">= 1" }'))).toEqual([CREATED, SENT, CAME])
    expect(happened(onWhen('when: { reopenings: ">= 1", messages: ">= 1" }'))).toEqual([
      ...[CREATED, SENT, SOLVED, OPENED],
      CAME,
    ])
  })

  it('S6: then has what it waits for, unless that is the last that happened', () => {
    expect(happened(onWhen('on: ticket.created'))).toEqual([CREATED])
    expect(happened(onWhen('on: message.received'))).toEqual([CREATED, CAME])
    expect(happened(onWhen('on: repair.booked'))).toEqual([CREATED, 'agent repair.booked'])
    expect(happened(onWhen('on: message.received, when: { messages: ">= 2" }'))).toEqual([CREATED, CAME, CAME])
    expect(happened(onWhen('on: repair.booked, when: { messages: ">= 1" }'))).toEqual([
      CREATED,
      CAME,
      'agent repair.booked',
    ])
  })

  it('S6: starts the clock of its promise', () => {
    const row = '{ target: 8 h of office }'
    expect(happened(onPromise('first-response', row))).toEqual([CREATED])
    expect(happened(onPromise('next-response', row))).toEqual([CREATED, SENT, CAME])
    expect(happened(onPromise('update-every', row))).toEqual([CREATED, SENT])
    expect(happened(onPromise('{ from: repair.booked, until: repair.done }', row))).toEqual([
      CREATED,
      'system repair.booked',
    ])
  })

  it('S6: has the facts that are asked for, and those given instead of them; counts are none', () => {
    const asked = onWhen('when: { tier: ">= silver", contacts: ">= 2" }')
    expect(ticketOf(asked)?.facts).toEqual({ tier: 'silver' })
    expect(ticketOf(asked, { tier: 'gold', channel: 'chat' })?.facts).toEqual({ tier: 'gold', channel: 'chat' })
    expect(ticketOf(asked)?.history[0]).toMatchObject({ at: AT, recorded: AT, facts: { tier: 'silver' } })
    expect(ticketOf(onWhen('when: { bought: "< 30 days" }'))?.facts).toEqual({ bought: '2026-11-22' })
  })

  it('S6: takes the first row that a ticket can come to, within the promise’s scope', () => {
    const rows = '{ tier: free, target: 8 h of office }, { tier: gold, target: 4 h of office }'
    expect(ticketOf(onPromise('first-response', rows))?.facts).toEqual({ tier: 'free' })
    expect(ticketOf(onPromise('first-response', rows, 'when: { tier: gold },'))?.facts).toEqual({ tier: 'gold' })
    expect(ticketOf(onPromise('first-response', rows, 'when: { tier: silver },'))).toBeUndefined()
  })
})
