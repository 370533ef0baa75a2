import { describe, expect, it } from 'vitest'
import { charterOf, historyOf, at as instant, shown } from '../../test/small-charter.ts'
import type { Happening } from './happening.ts'
import { waitsOn } from './waits-on.ts'

const PROMISE = 'promises: [{ id: P1, clock: resolution, table: [{ target: 9 days }] }]\n'
const ASKED = '- { do: { en: Ask } }\n- { wait: customer, at most: 4 h of office }\n- { approve: team-lead }'
const CREATED = '2026-12-21 09:00 ticket.created'
/** A Monday; the office is open from nine to five. */
const TOLD = `${CREATED}\n2026-12-21 15:00 step.done {"seq":2}`
const DONE: Happening = { kind: 'done', seq: 2, procedure: 'D1', step: 1 }

/** The waits of D1, as `step/round since … until …`, with what is open behind them. */
function waits(
  steps: string,
  lines: string,
  {
    happened = [DONE],
    now = '2026-12-21 16:00',
    when = '',
  }: { happened?: Happening[]; now?: string; when?: string } = {},
) {
  const charter = charterOf(`${PROMISE}procedures:\n- id: D1\n${when}  steps:\n${steps.replace(/^/gm, '  ')}\n`)
  const history = historyOf(lines).map((event, index) => ({ ...event, seq: event.seq ?? index + 1 }))
  const instantOf = (seq: number) => history.find((event) => event.seq === seq)?.at ?? history[0]?.at ?? Number.NaN
  return waitsOn(charter, { history, happened, instantOf }, instant(now)).map(
    ({ step, round, began, due, isOverdue, thenFor }) =>
      `${step}/${round} since ${shown(began)} until ${shown(due)}${isOverdue ? ' overdue' : ''}${thenFor === undefined ? '' : ` then ${thenFor}`}`,
  )
}

describe('a wait with at most', () => {
  it('W11: counts as its calendar does, from what settled the step before', () => {
    expect(waits(ASKED, TOLD)).toEqual(['2/1 since 2026-12-21 15:00 until 2026-12-22 11:00 then team-lead'])
  })

  it('W11: is overdue at the instant at which it lasted so long, and not a millisecond before', () => {
    const until = (now: string) => waits(ASKED, TOLD, { now })[0]?.includes('overdue')
    expect(until('2026-12-22 10:59:59.999')).toBe(false)
    expect(until('2026-12-22 11:00')).toBe(true)
  })

  it('W11: of dates and working days ends as promises of these do', () => {
    const ends = (most: string) => waits(ASKED.replace('4 h of office', most), TOLD)[0]
    expect(ends('2 days')).toContain('until 2026-12-24 00:00')
    expect(ends('2 working days of office')).toContain('until 2026-12-23 17:00')
  })

  it('W11: is paused by nothing', () => {
    const paused = `${TOLD}\n2026-12-21 15:00 message.sent {"by":"agent"}\n2026-12-21 15:00 status.changed {"by":"agent","to":"waiting-for-customer"}`
    expect(waits(ASKED, paused)).toEqual(waits(ASKED, TOLD))
  })

  it('W11: counts from the opening where nothing settled a step before it', () => {
    const first = '- { wait: supplier, at most: 4 h of office }'
    expect(waits(first, CREATED, { happened: [] })).toEqual([
      '1/1 since 2026-12-21 09:00 until 2026-12-21 13:00 overdue',
    ])
  })

  it('W11: counts from the change of facts that led to it', () => {
    const gold = '- { wait: supplier, at most: 4 h of office, when: { tier: gold } }'
    const changed = `${CREATED}\n2026-12-21 11:00 facts.changed {"facts":{"tier":"gold"}}`
    expect(waits(gold, changed, { happened: [] })).toEqual([
      '1/1 since 2026-12-21 11:00 until 2026-12-21 15:00 overdue',
    ])
    // A change that leaves it the present step moves nothing.
    const more = `${changed}\n2026-12-21 12:00 facts.changed {"facts":{"channel":"email"}}`
    expect(waits(gold, more, { happened: [] })).toEqual(waits(gold, changed, { happened: [] }))
    const away = `${changed}\n2026-12-21 12:00 facts.changed {"facts":{"tier":"free"}}`
    expect(waits(gold, away, { happened: [] })).toEqual([])
    const back = `${away}\n2026-12-21 13:00 facts.changed {"facts":{"tier":"gold"}}`
    expect(waits(gold, back, { happened: [] })).toEqual(['1/1 since 2026-12-21 13:00 until 2026-12-21 17:00'])
  })

  it('W11: counts from when its procedure came to apply', () => {
    const first = '- { wait: supplier, at most: 4 h of office }'
    const when = '  when: { tier: gold }\n'
    expect(waits(first, CREATED, { happened: [], when })).toEqual([])
    const gold = `${CREATED}\n2026-12-21 11:00 facts.changed {"facts":{"tier":"gold"}}`
    expect(waits(first, gold, { happened: [], when })).toEqual([
      '1/1 since 2026-12-21 11:00 until 2026-12-21 15:00 overdue',
    ])
  })

  it('W11: is none on a ticket that is over, and is one again once it is reopened', () => {
    const solved = `${TOLD}\n2026-12-21 15:10 message.sent {"by":"agent"}\n2026-12-21 15:20 status.changed {"by":"agent","to":"solved"}`
    const now = '2026-12-22 12:00'
    expect(waits(ASKED, solved, { now })).toEqual([])
    expect(waits(ASKED, `${TOLD}\n2026-12-21 15:20 ticket.spam {"by":"agent"}`, { now })).toEqual([])
    expect(waits(ASKED, `${TOLD}\n2026-12-21 15:20 ticket.merged {"by":"agent","into":"U"}`, { now })).toEqual([])
    const opened = `${solved}\n2026-12-22 10:00 status.changed {"by":"agent","to":"open"}`
    expect(waits(ASKED, opened, { now })).toEqual([
      '2/1 since 2026-12-21 15:00 until 2026-12-22 11:00 overdue then team-lead',
    ])
  })

  it('W11: is over with the customer’s message, and where somebody says so', () => {
    expect(waits(ASKED, TOLD, { happened: [DONE, { kind: 'customer-wrote', seq: 3 }] })).toEqual([])
    expect(waits(ASKED, TOLD, { happened: [DONE, { ...DONE, seq: 3, step: 2 } as Happening] })).toEqual([])
    expect(waits(ASKED, TOLD, { happened: [] })).toEqual([])
  })

  it('W11: is overdue once a round: each wait behind it counts from there', () => {
    const twice = '- { wait: supplier, at most: 1 h of office }\n- { wait: team, at most: 2 h of office }'
    const overdue: Happening = { kind: 'overdue', seq: 2, procedure: 'D1', step: 1 }
    expect(waits(twice, `${CREATED}\n2026-12-21 10:00 step.overdue {"seq":2}`, { happened: [overdue] })).toEqual([
      '2/1 since 2026-12-21 10:00 until 2026-12-21 12:00 overdue',
    ])
  })

  it('W11: beyond what the calendar knows is never overdue', () => {
    expect(waits(ASKED.replace('4 h of office', '50000 h of office'), TOLD)).toEqual([])
  })

  it('W11: without at most waits for ever', () => {
    expect(waits('- { wait: supplier }', CREATED, { happened: [], now: '2030-01-01 09:00' })).toEqual([])
  })
})
