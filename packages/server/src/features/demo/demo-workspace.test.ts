import { readFileSync } from 'node:fs'
import { backtest, ColumnsBuilder, type CommitmentState, decide, type TicketEvent } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { demoCharter } from './charter.ts'
import type { DemoTicket, DemoWorkspace } from './demo-data.ts'
import { type DemoOptions, demoWorkspace } from './demo-workspace.ts'
import { DAY } from './desk-hours.ts'

const RETAILER = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')
const TUESDAY_MORNING = '2026-11-24T11:00+01:00'
const SUNDAY_NIGHT = '2026-11-22T03:00+01:00'
const AFTER_CHRISTMAS = '2026-12-28T08:30+01:00'
const SPRING = '2027-05-14T16:30+02:00'

function workspaceAt(now: string, options: Partial<DemoOptions> = {}) {
  const instant = Date.parse(now)
  const charter = demoCharter(RETAILER, instant, 'test')
  return { now: instant, charter, demo: demoWorkspace({ now: instant, charter: charter.compiled, ...options }) }
}

function historyOf({ id, events }: DemoTicket): TicketEvent[] {
  return events.map(({ fields, content: _, ...event }) => ({ ticket: id, recorded: event.at, ...event, ...fields }))
}

function textsOf({ tickets }: DemoWorkspace, language: string): string[] {
  return tickets
    .filter((ticket) => ticket.language === language)
    .flatMap(({ events }) => events.flatMap(({ type, content }) => (type === 'note.added' ? [] : (content.text ?? []))))
}

describe.each([TUESDAY_MORNING, SUNDAY_NIGHT, AFTER_CHRISTMAS, SPRING])('a demo on %s', (when) => {
  const { now, charter, demo } = workspaceAt(when)

  it('has 2,000 tickets of ninety days, in the order of their creation, and nothing after now', () => {
    expect(demo.tickets).toHaveLength(2000)
    expect(new Set(demo.tickets.map(({ id }) => id)).size).toBe(2000)
    const created = demo.tickets.map(({ createdAt }) => createdAt)
    expect(created).toEqual([...created].sort((a, b) => a - b))
    expect(created[0]).toBeGreaterThan(now - 91 * DAY)
    for (const { events, createdAt } of demo.tickets) {
      const instants = events.map(({ at }) => at)
      expect(instants).toEqual([...instants].sort((a, b) => a - b))
      expect(instants[0]).toBe(createdAt)
      expect(instants.at(-1)).toBeLessThanOrEqual(now)
    }
  })

  it('keeps most promises and breaks some, with commitments in every state', () => {
    const builder = new ColumnsBuilder([...charter.compiled.document.events.keys()])
    for (const ticket of demo.tickets)
      for (const event of historyOf(ticket)) expect(builder.add(event), event.type).toBe('taken')
    const states = new Set<CommitmentState>()
    const result = backtest(charter.compiled, builder.finish(), {
      now,
      onCommitment: ({ state }) => states.add(state),
    })
    expect([...states].sort()).toEqual(['broken', 'cancelled', 'kept', 'paused', 'running'])
    expect(result).toMatchObject({ withoutCreation: 0, unjudged: new Map(), ambiguous: new Map(), misfits: new Map() })
    const share = (promise: string) => {
      const { kept, broken } = result.promises.get(promise) ?? { kept: 0, broken: 0 }
      return kept / (kept + broken)
    }
    expect(share('P1')).toBeGreaterThan(0.88)
    expect(share('P1')).toBeLessThan(0.97)
    for (const promise of ['P2', 'P3', 'P5', 'P6']) {
      expect(share(promise), promise).toBeGreaterThan(0.85)
      expect(share(promise), promise).toBeLessThan(1)
    }
    // Repairs are few.
    expect(share('P4')).toBeGreaterThan(0.75)
  })

  it('has first answers at risk, broken and fresh on the board, with and without somebody assigned', () => {
    const seen = new Set<string>()
    for (const ticket of demo.tickets.filter(({ createdAt }) => createdAt > now - 6 * DAY)) {
      const history = historyOf(ticket)
      const { commitments } = decide(charter.compiled, history, now)
      const first = commitments.find(({ promise }) => promise === 'P1')
      if (first === undefined || first.fulfilled_at !== null || first.due === null) continue
      const has = history.some(({ type, to }) => type === 'ticket.assigned' && to !== undefined)
        ? 'assigned'
        : 'unassigned'
      if (first.state === 'broken') seen.add(`broken ${has}`)
      if (first.state !== 'running') continue
      const step = decide(charter.compiled, history, now).steps.find(({ commitment }) => commitment === 'P1/1')
      seen.add(`${step?.state === 'due' ? 'at risk' : 'fresh'} ${has}`)
    }
    expect([...seen].sort()).toEqual([
      'at risk assigned',
      'at risk unassigned',
      'broken assigned',
      'broken unassigned',
      'fresh assigned',
      'fresh unassigned',
    ])
  })

  it('leaves nothing unevaluated', () => {
    for (const ticket of demo.tickets) expect(decide(charter.compiled, historyOf(ticket), now).unevaluated).toEqual([])
  })

  it('begins every ticket with a creation and its message, and acknowledges mail and forms within a second', () => {
    for (const { channel, events, customer } of demo.tickets) {
      const [created, received, next] = events
      expect(created?.type).toBe('ticket.created')
      expect(received).toMatchObject({ type: 'message.received', at: created?.at })
      expect(received?.content.text).not.toBe('')
      if (channel === 'email' || channel === 'form') {
        expect(next).toMatchObject({ type: 'message.auto', fields: { tells: ['P1'] } })
        expect((next?.at ?? 0) - (created?.at ?? 0)).toBeLessThan(1000)
      } else expect(next?.type).not.toBe('message.auto')
      expect(demo.customers.some(({ id }) => id === customer)).toBe(true)
    }
  })

  it('fills every slot of its texts, writes both ways, and mixes them', () => {
    for (const language of ['en', 'it', 'pl', 'el', 'ar']) {
      const texts = textsOf(demo, language)
      expect(texts.length).toBeGreaterThan(300)
      expect(texts.filter((text) => /[{}|]|undefined|NaN/.test(text))).toEqual([])
    }
    expect(textsOf(demo, 'ar').every((text) => /\p{Script=Arabic}/u.test(text))).toBe(true)
    expect(textsOf(demo, 'el').every((text) => /\p{Script=Greek}/u.test(text))).toBe(true)
    expect(textsOf(demo, 'ar').filter((text) => /\p{Script=Arabic}.*BR-\d{6}/u.test(text)).length).toBeGreaterThan(50)
  })

  it('has answers while the desk is open', () => {
    const { calendars } = charter.compiled
    const [office, chat] = [calendars.get('office'), calendars.get('chat')]
    const opens = (at: number, days: Float64Array | undefined) => {
      const edges = [...(days ?? [])].filter((edge) => edge <= at)
      // Half an hour after closing somebody may still be at it.
      return edges.length % 2 === 0 || at - (edges.at(-1) ?? 0) < DAY / 48
    }
    for (const { events } of demo.tickets.filter((_, index) => index % 20 === 0))
      for (const { type, at } of events)
        if (type === 'message.sent') expect(opens(at, office?.edges) || opens(at, chat?.edges)).toBe(true)
  })
})

it('tells the same story for the same seed, and another for another', () => {
  const ids = (options: Partial<DemoOptions>) => workspaceAt(TUESDAY_MORNING, { tickets: 200, ...options }).demo
  expect(ids({})).toEqual(ids({}))
  expect(ids({ seed: 2 }).tickets).not.toEqual(ids({}).tickets)
})

it('has told the same until yesterday, whatever the time of the day', () => {
  const told = (now: string) => {
    const yesterday = Date.parse('2026-11-20T00:00+01:00')
    return new Map(
      workspaceAt(now).demo.tickets.map(({ id: _, events, createdAt, ...ticket }) => [
        createdAt,
        { ...ticket, events: events.filter(({ at }) => at < yesterday) },
      ]),
    )
  }
  const [morning, evening] = [told('2026-11-24T08:00+01:00'), told('2026-11-24T21:00+01:00')]
  const both = [...morning.keys()].filter((createdAt) => evening.has(createdAt))
  expect(both.length).toBeGreaterThan(1850)
  for (const createdAt of both) expect(morning.get(createdAt)).toEqual(evening.get(createdAt))
})

it('has a charter that was in force before the first ticket, and is otherwise the one of the file', () => {
  const { charter, demo } = workspaceAt(SPRING)
  expect(charter.effectiveAt).toBeLessThan(demo.tickets[0]?.createdAt ?? 0)
  expect(charter.source.document.effective?.text).toBe('2027-02-06T00:00 Europe/Warsaw')
  expect(charter.compiled.hash).toBe(demoCharter(RETAILER, 0, 'test').compiled.hash)
  expect(() => demoCharter(RETAILER.replace(/^effective.*$/m, ''), 0, 'test')).toThrow('in force')
})

it('is as large as it is wanted', () => {
  for (const tickets of [1, 40, 300]) expect(workspaceAt(SUNDAY_NIGHT, { tickets }).demo.tickets).toHaveLength(tickets)
})
