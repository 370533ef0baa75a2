import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { openTicket, type Transaction, transaction } from '../../db/index.ts'
import { findLink, makeLink, openLink, siteAddress } from './index.ts'

let database: TestDatabase
let workspace: string
let other: string
beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('linked')
  other = await database.makeWorkspace('other')
})
afterAll(() => database.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>, of = workspace): Promise<T> =>
  transaction(database.store, { workspace: of }, work)
const link = (purpose: 'follow' | 'rate' = 'follow', days = 1) =>
  run(async (tx) => {
    const { ticket } = await openTicket(tx, { by: 'customer' })
    return { ticket, token: await makeLink(tx, { ticket, purpose, days }) }
  })

describe('a link', () => {
  it('opens its ticket for its purpose alone', async () => {
    const { ticket, token } = await link()
    expect(await run((tx) => openLink(tx, token, 'follow'))).toBe(ticket)
    expect(await run((tx) => openLink(tx, token, 'rate'))).toBeUndefined()
  })

  it('holds 128 random bits or more, of which only a hash is kept', async () => {
    const { token } = await link()
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16)
    const rows = await run((tx) =>
      tx.db.selectFrom('access_link').selectAll().where('workspace_id', '=', workspace).execute(),
    )
    const written = JSON.stringify(rows)
    expect(written).not.toContain(token)
    expect(rows.every(({ hash }) => hash.length === 32)).toBe(true)
  })

  it('ends', async () => {
    const { ticket, token } = await link('follow', 0)
    expect(await run((tx) => openLink(tx, token, 'follow'))).toBeUndefined()
    expect(await run((tx) => findLink(tx, token))).toMatchObject({ ticket, isExpired: true })
  })

  it('opens nothing in another workspace, and what is no token opens nothing', async () => {
    const { token } = await link()
    expect(await run((tx) => findLink(tx, token), other)).toBeUndefined()
    for (const text of ['', 'x', `${token}x`, token.slice(1), "' or 1=1 --", 'x'.repeat(10_000)])
      expect(await run((tx) => findLink(tx, text))).toBeUndefined()
  })
})

describe('the address of a workspace’s pages', () => {
  it('names the workspace, unless it is the first', async () => {
    expect(await run((tx) => siteAddress(tx, 'https://desk.example'))).toBe('https://desk.example/w/linked')
    expect(await run((tx) => siteAddress(tx, 'https://desk.example', 'ar'))).toBe('https://desk.example/w/linked/ar')
  })
})
