import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { LONG_AGO } from '../../../test/publish.ts'
import { openTicket, type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { type NewVersion, publishCharter, versionInForce, versionOfHash } from './index.ts'

const MONDAY = Date.UTC(2026, 0, 5, 9)
const HOUR = 3_600_000
const DAY = 24 * HOUR

let database: TestDatabase
let workspace: string
let count = 0
const newWorkspace = async (): Promise<void> => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`charters-${++count}`)
}
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const publish = (more: Partial<NewVersion> = {}) =>
  run((tx) => publishCharter(tx, { source: ALWAYS_OPEN, zoneData: 'test', ...more }))
const inForce = (at: number) => run(async (tx) => (await versionInForce(tx, at))?.version)
const open = (at: number) =>
  run(async (tx) => {
    const { ticket } = await openTicket(tx, { by: 'customer', at, fields: { facts: {} } })
    return ticket
  })
const hashOf = (ticket: string) =>
  run(
    async (tx) =>
      (
        await tx.db
          .selectFrom('ticket')
          .select('charter_hash')
          .where('workspace_id', '=', workspace)
          .where('id', '=', ticket)
          .executeTakeFirstOrThrow()
      ).charter_hash,
  )

describe('publishing', () => {
  it('puts a version in force from now on, with its zones inside', async () => {
    await newWorkspace()
    const { version, hash } = await publish()
    expect(version).toBe(1)
    expect([await inForce(MONDAY - 1), await inForce(MONDAY)]).toEqual([undefined, 1])
    const charter = await run((tx) => versionOfHash(tx, hash))
    expect(charter).toMatchObject({ version: 1, hash, id: 'always-open' })
    expect(charter?.zones).toMatchObject([{ name: 'UTC', data: 'test' }])
    expect(charter?.zones[0]?.from).toBeLessThan(MONDAY - 4 * 365 * DAY)
    expect(charter?.zones[0]?.until).toBeGreaterThan(MONDAY + 19 * 365 * DAY)
    expect(await run((tx) => versionOfHash(tx, 'f'.repeat(64)))).toBeUndefined()
  })

  it('takes the document’s own date where that is still to come', async () => {
    await newWorkspace()
    await publish({ source: `${ALWAYS_OPEN}effective: 2026-02-01T00:00 Europe/Warsaw\n` })
    const february = Date.UTC(2026, 0, 31, 23)
    expect([await inForce(february - 1), await inForce(february)]).toEqual([undefined, 1])
  })

  it('leaves a ticket with the version that was in force when it was created', async () => {
    await newWorkspace()
    const first = await publish({ effective: LONG_AGO })
    const before = await open(MONDAY)
    await database.clock.stopAt(MONDAY + DAY)
    const second = await publish()
    expect(second.version).toBe(2)
    expect(second.hash).not.toBe(first.hash)
    // A letter that came in yesterday is promised what was promised yesterday.
    const [after, late] = [await open(MONDAY + DAY), await open(MONDAY + HOUR)]
    await run((tx) => tx.append({ id: tx.newId(), ticket: before, type: 'note.added', by: 'agent' }))
    expect([await hashOf(before), await hashOf(after), await hashOf(late)]).toEqual([
      first.hash,
      second.hash,
      first.hash,
    ])
  })

  it('is refused for a time in which tickets have their promises already', async () => {
    await newWorkspace()
    await publish({ effective: LONG_AGO })
    await open(MONDAY)
    await expect(publish({ effective: MONDAY })).rejects.toMatchObject({ code: 'bad-request' })
    // In the very millisecond of a ticket, it is in force from the next on.
    expect((await publish()).version).toBe(2)
    expect([await inForce(MONDAY), await inForce(MONDAY + 1)]).toEqual([1, 2])
  })

  it('waits for tickets that are being opened, and the next see it', async () => {
    await newWorkspace()
    let publishing: Promise<unknown> = Promise.resolve()
    const ticket = await run(async (tx) => {
      const opened = await openTicket(tx, { by: 'customer', fields: { facts: {} } })
      publishing = publish()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return opened.ticket
    })
    await publishing
    expect(await hashOf(ticket)).toBeNull()
    expect(await inForce(MONDAY + 1)).toBe(1)
  })

  it.each([
    ['cannot be read', 'avow: 1\ncharter: x\nlanguages: [en]\nzone: Europe/Nowhere\n', /line 4/],
    ['has an error', ALWAYS_OPEN.replace('table: [{ target: 2 h', 'table: [{ tier: gold, target: 2 h'), /./],
  ])('is refused where the charter %s, with the places', async (_, source, message) => {
    await newWorkspace()
    const refused = publish({ source })
    await expect(refused).rejects.toMatchObject({ code: 'charter-faulty', message: expect.stringMatching(message) })
    await expect(refused).rejects.toMatchObject({ details: { at: [{ path: expect.stringMatching(/^\d+:\d+ \/\w/) }] } })
    expect(await inForce(MONDAY)).toBeUndefined()
  })
})
