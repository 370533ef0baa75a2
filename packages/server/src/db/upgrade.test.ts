import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { EVENT_HANDLERS } from '../event-handlers.ts'
import { findBrokenLink } from './chain.ts'
import { makeDatabase, migrate, OWNER, openStore, readMigrations, transaction } from './index.ts'
import { dumpSchema } from './schema-dump.ts'

/** A database as an earlier version left it, with a ticket that was opened then. */
describe('an upgrade from an earlier schema', () => {
  let beside: TestDatabase
  let name: string
  beforeAll(async () => {
    beside = await openTestDatabase()
  })
  afterAll(() => beside.drop())

  it.each(
    readMigrations()
      .slice(0, -1)
      .map((each) => each.number),
  )('from %i keeps every row, and ends at the golden dump', async (number) => {
    name = `avow_upgrade_${randomBytes(6).toString('hex')}`
    const superuser = await beside.connect('postgres')
    await makeDatabase(superuser, name)
    const to = (user: string) => ({ ...beside.connectionOf(user), database: name })
    const owner = new Client(to(OWNER))
    await owner.connect()
    const workspace = randomUUID()
    const ticket = randomUUID()
    try {
      await migrate(owner, readMigrations().slice(0, number))
      await owner.query(`insert into control.workspace (id, slug, name) values ($1, 'old', 'Old')`, [workspace])
      await owner.query(`begin; set local avow.workspace = '${workspace}'`)
      await owner.query('insert into ticket_number (workspace_id, last) values ($1, 1)', [workspace])
      await owner.query(
        `insert into ticket (workspace_id, id, number, created_at, recorded, hash)
         values ($1, $2, 1, '2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', $3)`,
        [workspace, ticket, Buffer.alloc(32)],
      )
      await owner.query('commit')
      expect(await migrate(owner)).toEqual(
        readMigrations()
          .slice(number)
          .map((each) => each.name),
      )
      expect(await dumpSchema(owner)).toBe(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'))

      const store = await openStore({ connection: to('avow_app'), retryWaits: [], handlers: EVENT_HANDLERS })
      try {
        const seq = await transaction(store, { workspace }, async (tx) => {
          const event = { id: tx.newId(), ticket, type: 'note.added', by: 'system' } as const
          return (await tx.append(event))?.seq
        })
        expect(seq).toBe(1)
        const log = await transaction(store, { workspace }, ({ db }) =>
          db.selectFrom('event').selectAll().where('workspace_id', '=', workspace).execute(),
        )
        expect(findBrokenLink(log)).toBeUndefined()
      } finally {
        await store.close()
      }
    } finally {
      await owner.end()
      await superuser.query(`drop database ${name}`)
    }
  })

  it('from 3 lets the address chosen at set-up answer, and takes the one that it replaced away', async () => {
    const fresh = `avow_upgrade_${randomBytes(6).toString('hex')}`
    const superuser = await beside.connect('postgres')
    await makeDatabase(superuser, fresh)
    const owner = new Client({ ...beside.connectionOf(OWNER), database: fresh })
    await owner.connect()
    const [workspace, other, replaced, chosen, only] = Array.from(
      { length: 5 },
      (_, at) => `${at}${randomUUID().slice(1)}`,
    )
    try {
      await migrate(owner, readMigrations().slice(0, 3))
      await owner.query(
        `insert into control.workspace (id, slug, name) values ($1, 'old', 'Old'), ($2, 'two', 'Two')`,
        [workspace, other],
      )
      const add = async (of: string | undefined, id: string | undefined, address: string) => {
        await owner.query(`begin; set local avow.workspace = '${of}'`)
        await owner.query('insert into mailbox (workspace_id, id, address, name) values ($1, $2, $3, $3)', [
          of,
          id,
          address,
        ])
        await owner.query('commit')
      }
      await add(workspace, replaced, 'care@avow.example')
      await add(workspace, chosen, 'care@old.example')
      await add(other, only, 'care@two.example')
      await owner.query('insert into control.mailbox_address values ($1, $2, $3, true)', [
        'care@old.example',
        workspace,
        chosen,
      ])
      await migrate(owner)
      const admin = new Client({ ...beside.connectionOf('postgres'), database: fresh })
      await admin.connect()
      const { rows } = await admin.query(
        'select address, answers, removed_at is not null as removed from mailbox order by address',
      )
      await admin.end()
      expect(rows).toEqual([
        { address: 'care@avow.example', answers: false, removed: true },
        { address: 'care@old.example', answers: true, removed: false },
        { address: 'care@two.example', answers: true, removed: false },
      ])
    } finally {
      await owner.end()
      await superuser.query(`drop database ${fresh}`)
    }
  })
})
