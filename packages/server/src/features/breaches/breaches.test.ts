import { CAUSES as OF_CONTRACT } from '@avow/contract'
import { CAUSES } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { type JsonObject, transaction } from '../../db/index.ts'
import { authorOf, onTicket } from '../tickets/index.ts'
import { storedBreaches } from './breach-rows.ts'
import { breachHandlers, rebuildBreaches, rebuiltBreaches, refreshBreaches } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let desk: TicketDesk
/** All is told as of the beginning of the tests. */
let base: number
beforeAll(async () => {
  desk = await openTicketDesk()
  base = await transaction(desk.desk.store, { workspace: desk.workspace }, async (tx) => tx.now)
})
afterAll(() => desk.close())

/** What happened on a ticket, so long ago, written as a machine writes it. */
function happen(ticket: string, type: string, ago: number, fields: JsonObject = {}, to?: string) {
  return transaction(desk.desk.store, { workspace: desk.workspace, tickets: [ticket] }, (tx) =>
    tx.append({
      id: tx.newId(),
      ticket,
      type,
      by: 'agent',
      at: base - ago,
      fields,
      ...(to === undefined ? {} : { persons: { to } }),
      ...(desk.anna.person === undefined ? {} : { person: desk.anna.person }),
    }),
  )
}

function open(ago: number) {
  return desk.open({ at: base - ago })
}

const stored = (ticket: string) =>
  transaction(desk.desk.store, { workspace: desk.workspace }, async (tx) => [
    ...(await storedBreaches(tx, [ticket])).values(),
  ])

const list = async (query: object = {}, as = desk.anna) => {
  const call = { access: as, params: undefined, body: undefined, signal: new AbortController().signal }
  return breachHandlers.listBreaches({ ...call, query: { limit: 50, ...query } }, desk.desk)
}

const totals = async (query: { by: 'cause' | 'promise' | 'team' | 'week' }) => {
  const call = { access: desk.anna, params: undefined, body: undefined, signal: new AbortController().signal }
  return (await breachHandlers.countBreaches({ ...call, query }, desk.desk)).items
}

const countFresh = async () => {
  const call = { access: desk.anna, params: undefined, body: undefined, signal: new AbortController().signal }
  return (await breachHandlers.countFreshBreaches({ ...call, query: undefined }, desk.desk)).count
}

const correct = (number: number, promise: string, cause: (typeof CAUSES)[number], run = 1) =>
  breachHandlers.correctCause(
    {
      access: desk.anna,
      params: { number, promise, run },
      query: undefined,
      body: { cause, reason: 'The telephone was broken.' },
      signal: new AbortController().signal,
    },
    desk.desk,
  )

describe('why promises broke', () => {
  it('has the causes of the rule, and no others', () => {
    expect(OF_CONTRACT).toEqual(CAUSES)
  })

  it('is written with the verdict, and again when somebody takes it and when it is answered', async () => {
    const { ticket } = await open(3 * HOUR)
    const [atFirst] = await stored(ticket)
    expect(atFirst).toMatchObject({ promise: 'P1', run: 1, cause: 'slow', late_ms: null, team: '' })

    // From the first assignment on, a workspace tells who has tickets; asked anew within a minute.
    await happen(ticket, 'ticket.assigned', HOUR, { team: 'care' }, desk.anna.person)
    await rebuildBreaches(desk.desk.store, desk.workspace)
    const [assigned] = await stored(ticket)
    expect(assigned).toMatchObject({ cause: 'unassigned', late_ms: null, team: '' })
    expect(assigned?.segments.map(({ kind }) => kind)).toEqual(['unassigned', 'waiting'])

    await happen(ticket, 'message.sent', 30 * MINUTE)
    const [answered] = await stored(ticket)
    expect(answered).toMatchObject({ cause: 'unassigned', late_ms: 90 * MINUTE })
    expect(answered?.segments.map(({ from, to }) => (to - from) / MINUTE)).toEqual([120, 30])
  })

  it('is left as it is by what happens after the answer', async () => {
    const { ticket } = await open(3 * HOUR)
    await happen(ticket, 'message.sent', HOUR)
    const before = await stored(ticket)
    expect(before).toHaveLength(1)
    await happen(ticket, 'note.added', 0)
    expect(await stored(ticket)).toEqual(before)
  })

  it('goes with the verdict when a late event shows that the promise was kept', async () => {
    const { ticket } = await open(3 * HOUR)
    expect(await stored(ticket)).toHaveLength(1)
    await happen(ticket, 'message.sent', 2.5 * HOUR)
    expect(await stored(ticket)).toEqual([])
  })

  it('names the team that had it when it fell due', async () => {
    const { ticket } = await open(3 * HOUR)
    await happen(ticket, 'ticket.assigned', 2.5 * HOUR, { team: 'orders' }, desk.anna.person)
    await happen(ticket, 'ticket.assigned', HOUR, { team: 'repairs' }, desk.ben.person)
    await happen(ticket, 'message.sent', 0)
    expect(await stored(ticket)).toMatchObject([{ team: 'orders', cause: 'slow' }])
  })

  it('costs a ticket nothing on which nothing is broken', async () => {
    const { database } = desk
    const { ticket } = await open(MINUTE)
    const from = database.statements.length
    await happen(ticket, 'message.sent', 0)
    expect(database.statements.slice(from).filter(({ sql }) => /\bbreach\b/.test(sql))).toEqual([])
  })

  it('M8: knows a surge by the tickets that came in in that hour, against the weeks before', async () => {
    const ago = 5 * HOUR
    for (let week = 1; week <= 3; week++) await open(ago + week * 7 * DAY)
    const many = await Promise.all(Array.from({ length: 12 }, () => open(ago)))
    for (const { ticket } of many) await happen(ticket, 'message.sent', ago - 2 * HOUR)
    await rebuildBreaches(desk.desk.store, desk.workspace)
    for (const { ticket } of many) expect(await stored(ticket)).toMatchObject([{ cause: 'surge' }])
  })

  it('follows the time of what is still waited for, and is made for what broke before it was kept', async () => {
    const { ticket } = await open(3 * HOUR)
    const { ticket: answered } = await open(3 * HOUR)
    await happen(answered, 'message.sent', HOUR)
    const [before, settled] = [await stored(ticket), await stored(answered)]
    await transaction(desk.desk.store, { workspace: desk.workspace }, ({ db }) =>
      db.deleteFrom('breach').where('workspace_id', '=', desk.workspace).where('ticket_id', '=', answered).execute(),
    )
    await refreshBreaches(desk.desk.store, desk.workspace)
    const endOf = (rows: typeof before) => rows[0]?.segments.at(-1)?.to ?? 0
    expect(endOf(await stored(ticket))).toBeGreaterThan(endOf(before))
    expect(await stored(answered)).toEqual(settled)
  })

  it('is the same when it is reckoned from the log alone', async () => {
    await rebuildBreaches(desk.desk.store, desk.workspace)
    const { items } = await list({ limit: 200 })
    const tickets = items.map((item) => item.ticket.id)
    const settled = items.filter(({ commitment }) => commitment.fulfilled_at !== null).length
    await transaction(desk.desk.store, { workspace: desk.workspace }, async (tx) => {
      const before = await storedBreaches(tx, tickets)
      const rebuilt = (await rebuiltBreaches(tx, tickets)).filter(({ late_ms }) => late_ms !== null)
      for (const row of rebuilt) expect(before.get(`${row.ticket_id}/${row.promise}/${row.run}`)).toEqual(row)
      expect(rebuilt.length).toBeGreaterThanOrEqual(settled)
      expect(settled).toBeGreaterThan(10)
    })
  })
})

describe('the list of broken promises', () => {
  it('begins with the one that fell due last, and goes on page by page', async () => {
    const all = await list({ limit: 200 })
    const found: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await list({ limit: 7, ...(cursor === undefined ? {} : { cursor }) })
      found.push(
        ...page.items.map(({ ticket, commitment }) => `${ticket.number} ${commitment.promise}/${commitment.run}`),
      )
      if (page.next === null) break
      cursor = page.next
    }
    expect(found).toEqual(
      all.items.map(({ ticket, commitment }) => `${ticket.number} ${commitment.promise}/${commitment.run}`),
    )
    const dues = all.items.map(({ commitment }) => commitment.due ?? '')
    expect(dues).toEqual(dues.toSorted().toReversed())
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('says how late what is still waited for is by now', async () => {
    const { ticket } = await open(4 * HOUR)
    const { items } = await list()
    const item = items.find((each) => each.ticket.id === ticket && each.commitment.promise === 'P1')
    expect(item?.late_ms).toBeGreaterThanOrEqual(3 * HOUR)
    expect(item?.customer?.name).toBe('Carla Customer')
  })

  it('adds up with the totals, by every side and under every filter', async () => {
    const every = await list({ limit: 200 })
    for (const by of ['cause', 'promise', 'team', 'week'] as const) {
      const counted = await totals({ by })
      expect([by, counted.reduce((sum, { broken }) => sum + broken, 0)]).toEqual([by, every.items.length])
      for (const { key, broken, settled } of counted) {
        expect([by, key, (await list({ limit: 200, [by]: key })).items.length]).toEqual([by, key, broken])
        if (by === 'cause') expect(settled).toBeNull()
        else expect(settled).toBeGreaterThanOrEqual(broken)
        for (const other of ['cause', 'promise', 'team', 'week'] as const) {
          const within = await totals({ by: other, [by]: key })
          expect(within.reduce((sum, each) => sum + each.broken, 0)).toBe(broken)
        }
      }
    }
  })

  it('shows nothing of another workspace', async () => {
    expect((await list({}, desk.stranger)).items).toEqual([])
  })
})

describe('a lead who knows better', () => {
  it('says another cause with a reason; the rule’s stays beside it, and the totals count theirs', async () => {
    const { ticket, number } = await open(3 * HOUR)
    await happen(ticket, 'message.sent', HOUR)
    const before = await totals({ by: 'cause' })
    const fresh = await countFresh()
    const corrected = await correct(number, 'P1', 'bounced')
    expect(corrected.cause).not.toBe('bounced')
    expect(corrected.corrected).toMatchObject({ cause: 'bounced', reason: 'The telephone was broken.' })
    expect(corrected.corrected?.by?.name).toBe('Anna')
    const after = await totals({ by: 'cause' })
    expect(await countFresh()).toBe(fresh - 1)
    const of = (all: typeof after, cause: string) => all.find(({ key }) => key === cause)?.broken ?? 0
    expect(of(after, 'bounced')).toBe(of(before, 'bounced') + 1)
    expect(of(after, corrected.cause)).toBe(of(before, corrected.cause) - 1)

    const audited = await transaction(desk.desk.store, { workspace: desk.workspace }, ({ db }) =>
      db
        .selectFrom('audit')
        .select(['action', 'person_id', 'data'])
        .where('workspace_id', '=', desk.workspace)
        .where('ticket_id', '=', ticket)
        .execute(),
    )
    expect(audited).toMatchObject([
      { action: 'breach.corrected', person_id: desk.anna.person, data: { promise: 'P1', cause: 'bounced' } },
    ])
    // The reason is free text, and stays out of what is never erased.
    expect(JSON.stringify(audited)).not.toContain('telephone')
  })

  it('keeps their word when the rule is reckoned again', async () => {
    const { number } = await open(3 * HOUR)
    await correct(number, 'P1', 'reopened')
    await onTicket(desk.desk.store, desk.workspace, number, (tx, { id }) =>
      tx.append({ id: tx.newId(), ticket: id, type: 'message.sent', by: 'agent', ...machine() }),
    )
    await rebuildBreaches(desk.desk.store, desk.workspace)
    const { items } = await list({ cause: 'reopened' })
    expect(items.find(({ ticket }) => ticket.number === number)).toMatchObject({ corrected: { cause: 'reopened' } })
  })

  it('is refused where nothing is broken', async () => {
    const { number } = await open(MINUTE)
    await expect(correct(number, 'P1', 'bounced')).rejects.toMatchObject({ code: 'not-broken' })
    const broken = await open(3 * HOUR)
    await expect(correct(broken.number, 'P1', 'bounced', 2)).rejects.toMatchObject({ code: 'not-broken' })
    await expect(correct(999_999, 'P1', 'bounced')).rejects.toMatchObject({ code: 'not-found' })
  })
})

function machine() {
  const { machine: name } = authorOf(desk.anna)
  return { machine: name }
}
