import { describe, expect, it } from 'vitest'
import { at, charterOf, shown } from '../../../test/small-charter.ts'
import { type LadderStart, walkLadder } from './walk-ladder.ts'

const PROMISE = (target: string, more = '') =>
  `promises: [{ id: P1, audience: public, clock: first-response, ${more} table: [{ ${target} }] }]\n`
const STEPS = `    steps:
      - { at: 75%, tell: assignee }
      - { at: 100%, tell: [agent, team-lead], raise priority: true }
      - { after: 1 h of always, give to: duty-manager }
      - { after: 2 days, give to: team-lead }
`
const LADDER = `${PROMISE('target: 8 h of office')}escalation:\n  - id: E1\n    for: P1\n${STEPS}`

const walk = (body: string, start: Partial<LadderStart> = {}) =>
  walkLadder(charterOf(body), { clause: 'E1', at: at('2026-12-21 13:00'), ...start })
const walked = (body: string, start: Partial<LadderStart> = {}) => {
  const ladder = walk(body, start)
  if (typeof ladder === 'string') throw new Error(ladder)
  return ladder
}
const instants = (body: string, start: Partial<LadderStart> = {}) =>
  walked(body, start).rungs.map(({ step, due }) => `${step} ${shown(due)}`)

describe('a ladder walked to its end', () => {
  it('S6: has every step at its instant, and the positions that the ticket goes through', () => {
    const ladder = walked(LADDER)
    expect(ladder.rungs.map(({ step, time, due, zone, isOpen }) => [step, time, shown(due), zone, isOpen])).toEqual([
      [1, '75%', '2026-12-22 11:00', 'Europe/Warsaw', true],
      [2, '100%', '2026-12-22 13:00', 'Europe/Warsaw', true],
      [3, 'after 1 h of always', '2026-12-22 14:00', 'Europe/Warsaw', true],
      [4, 'after 2 days', '2026-12-25 00:00', 'Europe/Warsaw', true],
    ])
    expect(ladder.commitment).toEqual({ promise: 'P1', row: 1, target: '8 h of office', due: at('2026-12-22 13:00') })
    expect(ladder.chain).toEqual(['duty-manager', 'team-lead'])
    expect(ladder.rungs[1]?.act).toEqual({ tell: ['agent', 'team-lead'], give_to: null, raise_priority: true })
  })

  it('S6: tells a step that comes while every calendar is closed, and the zone of the calendar that counts', () => {
    const body = `calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  shop: { open: { mon-fri: 09:00-17:00 }, zone: America/New_York }
`
    const head = `avow: 1\ncharter: test\nlanguages: [en]\nzone: Europe/Warsaw\npositions: [team-lead]\n${body}`
    const steps = '{ at: 100%, tell: team-lead }, { after: 1 day, tell: team-lead }'
    const text = `${PROMISE('target: 1 h of shop')}escalation: [{ id: E1, for: P1, steps: [${steps}] }]\n`
    const ladder = walkLadder(charterOf(text, head), { clause: 'E1', at: at('2026-12-21 16:00') })
    expect(typeof ladder === 'string' ? ladder : ladder.rungs.map(({ zone, isOpen }) => [zone, isOpen])).toEqual([
      ['America/New_York', true],
      ['Europe/Warsaw', false],
    ])
  })

  it('S6: on a condition begins with a ticket on which it holds, by facts or by what the customer does', () => {
    const on = (condition: string) =>
      `escalation: [{ id: E1, ${condition}, steps: [{ tell: agent }, { after: 1 h of office, give to: team-lead }] }]`
    const begun = ['1 2026-12-21 13:00', '2 2026-12-21 14:00']
    expect(walked(on('when: { price: ">= 500 EUR" }')).facts).toEqual({ price: { minor: 50_000, currency: 'EUR' } })
    expect(instants(on('when: { price: ">= 500 EUR" }'))).toEqual(begun)
    expect(instants(on('when: { contacts: ">= 3", tier: gold }'))).toEqual(begun)
    expect(instants(on('when: { messages: ">= 2", reopenings: ">= 1" }'))).toEqual(begun)
    expect(instants(on('when: { contacts: ">= 2", unanswered: ">= 3" }'))).toEqual(begun)
    expect(instants(on('on: repair.booked'))).toEqual(begun)
    expect(instants(on('on: ticket.created'))).toEqual(begun)
    expect(instants(on('on: message.received, when: { bought: "< 30 days" }'))).toEqual(begun)
    expect(walk(on('when: { tier: gold }'), { facts: { tier: 'free' } })).toBe('not-begun')
  })

  it('S6: starts the clock of any promise, with facts that its row asks for or with those given', () => {
    const clocks = ['next-response', 'update-every', 'resolution', '{ from: repair.booked, until: repair.done }']
    for (const clock of clocks) expect(instants(LADDER.replace('first-response', clock))[1]).toBe('2 2026-12-22 13:00')
    const rows = LADDER.replace('{ target: 8 h', '{ tier: gold, target: 4 h of office }, { target: 8 h')
    expect(walked(rows).facts).toEqual({ tier: 'gold' })
    expect(instants(rows)[1]).toBe('2 2026-12-21 17:00')
    expect(instants(rows, { facts: { tier: 'free' } })[1]).toBe('2 2026-12-22 13:00')
    const scoped = LADDER.replace('first-response,', 'first-response, when: { tier: gold },')
    expect(walk(scoped, { facts: { tier: 'free' } })).toBe('not-begun')
  })

  it('S6: names the steps that close a circle, and of no other clause', () => {
    const round = `${PROMISE('target: 8 h of office')}escalation:
  - { id: E1, for: P1, steps: [{ at: 50%, give to: agent }, { at: 75%, give to: team-lead }, { at: 100%, give to: agent }] }
  - { id: E2, when: { tier: gold }, steps: [{ give to: agent }] }
`
    const { circles, chain } = walked(round)
    expect(circles.map(({ code }) => code)).toEqual(['escalation-goes-back'])
    expect(chain).toEqual(['agent', 'team-lead', 'agent'])
    expect(walked(round, { clause: 'E2' }).circles).toEqual([])
  })

  it('S6: has no instant where the calendar knows none, and says where there is no ladder', () => {
    expect(walk(LADDER, { clause: 'E9' })).toBe('no-clause')
    expect(walk(LADDER, { at: Date.UTC(2090, 0, 1) })).toBe('past-horizon')
    const late = LADDER.replace('after: 2 days', 'after: 20 years')
    expect(walked(late).rungs.at(-1)).toMatchObject({ step: 4, due: null, isOpen: false })
  })

  it('S6: has the steps and the commitment of its own clause alone', () => {
    const two = `promises:
  - { id: P1, audience: public, clock: first-response, table: [{ target: 8 h of office }] }
  - { id: P2, audience: public, clock: resolution, table: [{ tier: gold, target: 2 h of always }, { target: 2 h of office }] }
escalation:
  - { id: E1, for: P1, steps: [{ at: 100%, give to: agent }] }
  - { id: E2, for: P2, steps: [{ at: 50%, give to: team-lead }, { at: 100%, give to: duty-manager }] }
  - { id: E3, when: { tier: gold }, steps: [{ tell: agent }] }
  - { id: E4, when: { tier: gold }, steps: [{ tell: agent }, { after: 1 h of office, tell: team-lead }] }
`
    const second = walked(two, { clause: 'E2', facts: { tier: 'gold' } })
    expect(second.chain).toEqual(['team-lead', 'duty-manager'])
    expect(second.commitment).toMatchObject({ promise: 'P2', row: 1, target: '2 h of always' })
    expect(instants(two, { clause: 'E2', facts: { tier: 'gold' } })).toEqual([
      '1 2026-12-21 14:00',
      '2 2026-12-21 15:00',
    ])
    expect(walked(two, { clause: 'E2', facts: { tier: 'free' } }).commitment).toMatchObject({ row: 2 })
    expect(instants(two, { clause: 'E4' })).toEqual(['1 2026-12-21 13:00', '2 2026-12-21 14:00'])
    expect(walked(two, { clause: 'E4' }).commitment).toBeNull()
  })

  it('S6: has its steps in the order in which they act, and as they are written where they act at once', () => {
    const mixed = `${PROMISE('target: 4 h of office')}escalation:
  - { id: E1, for: P1, steps: [{ at: 100%, tell: agent }, { at: 25%, tell: agent }, { at: 100%, give to: team-lead }, { after: 20 years, give to: agent }, { at: 50%, give to: duty-manager }] }
`
    const { rungs, chain } = walked(mixed)
    expect(rungs.map(({ step }) => step)).toEqual([2, 5, 1, 3, 4])
    expect(chain).toEqual(['duty-manager', 'team-lead', 'agent'])
  })

  it('S6: is open until the instant at which a calendar closes, and from the one at which it opens', () => {
    const office = `avow: 1\ncharter: test\nlanguages: [en]\nzone: Europe/Warsaw\npositions: [agent]
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }\n`
    const ends = (start: string, target: string) => {
      const steps = 'escalation: [{ id: E1, for: P1, steps: [{ at: 100%, tell: agent }] }]\n'
      const ladder = walkLadder(charterOf(`${PROMISE(`target: ${target}`)}${steps}`, office), {
        clause: 'E1',
        at: at(start),
      })
      return typeof ladder === 'string' ? ladder : ladder.rungs.map(({ due, isOpen }) => [shown(due), isOpen])
    }
    expect(ends('2026-12-21 13:00', '4 h of office')).toEqual([['2026-12-21 17:00', true]])
    expect(ends('2026-12-21 13:00', '1 day')).toEqual([['2026-12-23 00:00', false]])
    expect(ends('2026-12-21 08:00', '1 min of office')).toEqual([['2026-12-21 09:01', true]])
    expect(ends('2026-12-25 13:00', '1 day')).toEqual([['2026-12-27 00:00', false]])
  })

  it('S6: begins as early and as late as the calendars know, and says where its promise lies beyond that', () => {
    const charter = charterOf(`escalation: [{ id: E1, when: { tier: gold }, steps: [{ tell: agent }] }]\n`)
    const from = (instant: number) => {
      const ladder = walkLadder(charter, { clause: 'E1', at: instant })
      return typeof ladder === 'string' ? ladder : ladder.rungs.length
    }
    const { zone } = charter
    expect([zone.from - 1, zone.from, zone.until, zone.until + 1].map(from)).toEqual([
      ...['past-horizon', 1, 1, 'past-horizon'],
    ])
    const late = charterOf(`${PROMISE('target: 8 h of office')}${LADDER.slice(LADDER.indexOf('escalation'))}`)
    expect(walkLadder(late, { clause: 'E1', at: zone.until - 1 })).toBe('past-horizon')
    const never = `${PROMISE('tier: silver, target: 8 h of office', 'when: { tier: gold },')}`
    expect(walk(`${never}escalation: [{ id: E1, for: P1, steps: [{ at: 100%, tell: agent }] }]\n`)).toBe('not-begun')
  })
})
