import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { ticketHandlers } from '../tickets/index.ts'
import { addStaff } from './add-staff.ts'
import { changeStaff } from './change-staff.ts'
import { findOrAddCustomer, readStaff } from './index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const PASSWORD = 'a long enough password'
const hire = (email: string, roles: Parameters<typeof addStaff>[2]['roles']) =>
  addStaff(d.desk, d.workspace, { name: 'Nina New', email, password: PASSWORD, roles, team: 'care', language: 'pl' })
const staffOf = async (id: string) => (await readStaff(d.desk.store, d.workspace, [id]))[0]
const code = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error.code
  throw error ?? new Error('nothing was refused')
}

describe('customers', () => {
  const find = (says: Parameters<typeof findOrAddCustomer>[1], of = d.workspace) =>
    transaction(d.desk.store, { workspace: of }, (tx) => findOrAddCustomer(tx, says))

  it('are found by address, in any case, in their workspace', async () => {
    const [carla, again] = [await find({ email: 'C@x.example' }), await find({ email: 'c@X.example', name: 'Carla' })]
    expect(again).toBe(carla)
    expect(await find({ email: 'c@x.example' }, d.stranger.workspace)).not.toBe(carla)
    expect(await find({ name: 'Nobody' })).not.toBe(await find({ name: 'Nobody' }))
  })

  it('are completed by what they say later, never changed', async () => {
    const id = await find({ email: 'p@x.example' })
    await find({ email: 'p@x.example', name: 'Pat', language: 'pl' })
    await find({ email: 'p@x.example', name: 'Somebody else', phone: '600' })
    const person = await transaction(d.desk.store, { workspace: d.workspace }, ({ db }) =>
      db
        .selectFrom('person')
        .select(['name', 'language', 'phone'])
        .where('workspace_id', '=', d.workspace)
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    expect(person).toEqual({ name: 'Pat', language: 'pl', phone: '600' })
  })

  it('are one, though two mails come at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => find({ email: 'twice@x.example' })))
    expect(new Set(ids).size).toBe(1)
  })
})

describe('staff', () => {
  it('sign in, hold positions of the charter, and are listed', async () => {
    const id = await hire('nina@desk.example', ['agent', 'admin'])
    await changeStaff(d.desk, d.workspace, id, { positions: ['team-lead', 'agent', 'agent'], team: null })
    expect(await staffOf(id)).toEqual({
      id,
      name: 'Nina New',
      email: 'nina@desk.example',
      team: null,
      language: 'pl',
      positions: ['agent', 'team-lead'],
      roles: ['agent', 'admin'],
      away: null,
      is_disabled: false,
    })
    expect((await readStaff(d.desk.store, d.workspace)).map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Nina New'])
    expect((await readStaff(d.desk.store, d.stranger.workspace)).map(({ name }) => name)).toEqual(['Sam'])
  })

  it('have an address of their own', async () => {
    expect(await code(hire('NINA@desk.example', ['agent']))).toBe('name-taken')
    expect(await code(hire(`anna@${d.workspace}.example`, ['agent']))).toBe('name-taken')
  })

  it('cannot hold what the charter does not have', async () => {
    const id = await hire('otto@desk.example', ['viewer'])
    expect(await code(changeStaff(d.desk, d.workspace, id, { positions: ['team-led'] }))).toBe('unknown-position')
    expect(await code(changeStaff(d.desk, d.stranger.workspace, id, { team: 'x' }))).toBe('not-found')
    expect(await code(changeStaff(d.desk, d.workspace, d.anna.person ?? '', { roles: ['admin'] }))).toBe('cannot-be')
  })

  it('leave always somebody who may manage people', async () => {
    const admin = (await readStaff(d.desk.store, d.workspace)).find(({ roles }) => roles.includes('admin'))?.id ?? ''
    expect(await code(changeStaff(d.desk, d.workspace, admin, { disabled: true }))).toBe('cannot-be')
    expect(await code(changeStaff(d.desk, d.workspace, admin, { roles: ['agent'] }))).toBe('cannot-be')
    const second = await hire('second@desk.example', ['admin'])
    await changeStaff(d.desk, d.workspace, admin, { disabled: true })
    expect((await staffOf(admin))?.is_disabled).toBe(true)
    const { number } = await d.open()
    const given = ticketHandlers.assignTicket(
      {
        access: d.anna,
        params: { number },
        query: undefined,
        body: { to: admin },
        signal: new AbortController().signal,
      },
      d.desk,
    )
    expect(await code(given)).toBe('unknown-person')
    await changeStaff(d.desk, d.workspace, admin, { disabled: false })
    expect(await staffOf(second)).toMatchObject({ roles: ['admin'], is_disabled: false })
  })
})
