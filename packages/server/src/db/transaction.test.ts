import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { openTicket, type Transaction, transaction } from './index.ts'

let database: TestDatabase
let workspace: string
beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await database.makeWorkspace('transactions')
})
afterAll(() => database.drop())

/** Thrown by the database as it would throw it by itself. */
const callOff = (code: string) => sql.raw(`do $$ begin raise exception 'called off' using errcode = '${code}'; end $$`)

describe('the transaction', () => {
  it('commits what returns and undoes what throws', async () => {
    const open = (then: () => void) =>
      transaction(database.store, { workspace }, async (opened) => {
        const { ticket } = await openTicket(opened, { by: 'customer' })
        then()
        return ticket
      })
    const kept = await open(() => undefined)
    await expect(
      open(() => {
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    const tickets = await transaction(database.store, { workspace }, ({ db }) =>
      db.selectFrom('ticket').select('id').where('workspace_id', '=', workspace).execute(),
    )
    expect(tickets).toEqual([{ id: kept }])
  })

  it('takes the time from the database once', async () => {
    const client = await database.connect('postgres')
    const clock = async () =>
      (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now.getTime()
    const before = await clock()
    const now = await transaction(database.store, { workspace }, async (opened) => {
      await sql`select pg_sleep(0.01)`.execute(opened.db)
      return opened.now
    })
    const after = await clock()
    expect(now).toBeGreaterThanOrEqual(before ?? Number.NaN)
    expect(now).toBeLessThanOrEqual(after ?? Number.NaN)
  })

  it('locks tickets, by id or by number, before it takes the time: of two the second comes after the first', async () => {
    const { ticket, number } = await transaction(database.store, { workspace }, async (opened) => {
      const { ticket: id } = await openTicket(opened, { by: 'customer' })
      return { ticket: id, number: opened.heads.numberOf(id) }
    })
    for (const lock of [{ tickets: [ticket] }, { numbers: [number] }, { numbers: [number, 999_999] }]) {
      let first = Number.NaN
      const holding = transaction(database.store, { workspace, tickets: [ticket] }, async (opened) => {
        await sql`select pg_sleep(0.1)`.execute(opened.db)
        const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(opened.db)
        first = rows[0]?.now.getTime() ?? Number.NaN
      })
      await sql`select pg_sleep(0.02)`.execute(database.store.control)
      const second = await transaction(database.store, { workspace, ...lock }, async (opened) => {
        expect([opened.heads.of(ticket).seq, opened.heads.idOf(999_999)]).toEqual([1, undefined])
        return opened.now
      })
      await holding
      expect(second).toBeGreaterThanOrEqual(first)
    }
  })

  it.each(['40001', '40P01'])(
    'is repeated when the database calls it off (%s), as often as there are waits',
    async (code) => {
      let attempts = 0
      const answer = await transaction(database.store, { workspace }, async ({ db }) => {
        attempts += 1
        if (attempts < 3) await callOff(code).execute(db)
        return 'done'
      })
      expect([answer, attempts]).toEqual(['done', 3])
      attempts = 0
      const again = transaction(database.store, { workspace }, async ({ db }) => {
        attempts += 1
        await callOff(code).execute(db)
      })
      await expect(again).rejects.toMatchObject({ code })
      expect(attempts).toBe(1 + database.store.retryWaits.length)
    },
  )

  it('is not repeated for other errors', async () => {
    let attempts = 0
    const failing = transaction(database.store, { workspace }, async ({ db }) => {
      attempts += 1
      await callOff('23505').execute(db)
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(attempts).toBe(1)
  })

  it('survives a deadlock: both who wanted the same tickets get them', async () => {
    const superuser = await database.connect('postgres')
    await superuser.query(`alter database ${database.name} set deadlock_timeout = '20ms'`)
    const store = await database.openStore()
    const [one = '', two = ''] = await Promise.all(
      [1, 2].map(() =>
        transaction(store, { workspace }, async (opened) => (await openTicket(opened, { by: 'customer' })).ticket),
      ),
    )
    let arrived = 0
    let meet = (): void => undefined
    const bothHold = new Promise<void>((resolve) => {
      meet = resolve
    })
    const wantInTurn = (first: string, second: string) =>
      transaction(store, { workspace }, async ({ heads }) => {
        await heads.lock([first])
        arrived += 1
        if (arrived === 2) meet()
        await bothHold
        await heads.lock([second])
      })
    await Promise.all([wantInTurn(one, two), wantInTurn(two, one)])
    // At least one was called off and came again.
    expect(arrived).toBeGreaterThanOrEqual(3)
  })

  it.each(["'; reset role; --", '', 'first'])('takes no workspace that is no id: “%s”', async (wrong) => {
    await expect(transaction(database.store, { workspace: wrong }, async () => undefined)).rejects.toThrow(TypeError)
  })

  it('leaves no workspace behind on its connection', async () => {
    await transaction(database.store, { workspace }, async () => undefined)
    const { rows } = await sql`select id from ticket where workspace_id is not null`.execute(database.store.control)
    expect(rows).toEqual([])
  })
})

describe('writes that nobody waits for', () => {
  const holding = (position: string) => async (opened: Transaction) => {
    const person = opened.newId()
    opened.write`
      insert into person ("workspace_id", id, kind, name, created_at)
      values (${workspace}, ${person}, 'staff', ${position}, ${new Date(opened.now)})`
    opened.write`
      insert into position_holder ("workspace_id", position, person_id) values (${workspace}, ${position}, ${person})`
    return person
  }
  const held = async (position: string) =>
    transaction(
      database.store,
      { workspace },
      ({ ask }) =>
        ask<{ person_id: string }>`
        select person_id from position_holder where "workspace_id" = ${workspace} and position = ${position}`,
    )

  it('are there once it is committed, and for what is asked after them', async () => {
    const person = await transaction(database.store, { workspace }, holding('lead'))
    expect(await held('lead')).toEqual([{ person_id: person }])
    const seen = await transaction(database.store, { workspace }, async (opened) => {
      await holding('deputy')(opened)
      return opened.read<{ count: number }>`
        select count(*) from position_holder where "workspace_id" = ${workspace} and position = ${'deputy'}`
    })
    expect(seen).toEqual([{ count: 1 }])
  })

  it('undo everything where one of them fails, and it is why', async () => {
    const failing = (then: (opened: Transaction) => Promise<unknown>) =>
      transaction(database.store, { workspace }, async (opened) => {
        await holding('clerk')(opened)
        opened.notify('avow_test', 'happened')
        opened.write`insert into person ("workspace_id", id) select ${workspace}, ${'no id'}`
        await then(opened)
      })
    const why = { code: '22P02' }
    await expect(failing(async () => undefined)).rejects.toMatchObject(why)
    await expect(failing(({ ask }) => ask`select 1`)).rejects.toMatchObject(why)
    expect(await held('clerk')).toEqual([])
  })

  it('are not sent where the work throws', async () => {
    const sent = database.statements.length
    const thrown = transaction(database.store, { workspace }, async (opened) => {
      await holding('guard')(opened)
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    expect(database.statements.slice(sent).filter(({ sql: text }) => text.includes('insert'))).toEqual([])
    expect(await held('guard')).toEqual([])
  })

  it('can be the last of all: locked behind what the handlers do', async () => {
    const order: string[] = []
    const store = await database.openStore([async () => void order.push('handled')])
    await transaction(store, { workspace }, async (opened) => {
      opened.writeLast`
        insert into position_holder ("workspace_id", position, person_id)
        select ${workspace}, ${'last'}, id from person where "workspace_id" = ${workspace} limit 1`
      await openTicket(opened, { by: 'customer' })
    })
    expect([order, await held('last')]).toEqual([['handled'], [{ person_id: expect.any(String) }]])
    const texts = database.statements.map(({ sql: text }) => text)
    const last = texts.findLastIndex((text) => text.includes('limit 1'))
    expect(texts.slice(last + 1).find((text) => !text.startsWith('begin'))).toBe('select; commit')
  })

  it('tell nobody where the transaction fails', async () => {
    const listener = await database.connect('postgres')
    const heard: unknown[] = []
    listener.on('notification', ({ payload }) => heard.push(payload))
    await listener.query('listen avow_test')
    const told = (id: string) =>
      transaction(database.store, { workspace }, async (opened) => {
        opened.notify('avow_test', id)
        opened.write`
          insert into person ("workspace_id", id, kind, created_at)
          values (${workspace}, ${id}::uuid, 'staff', ${new Date(opened.now)})`
      })
    const id = '01a204cd-ad62-702e-87f6-4110b8ef1692'
    await told(id)
    await expect(told(id)).rejects.toMatchObject({ code: '23505' })
    await listener.query('select')
    expect(heard).toEqual([id])
  })
})
