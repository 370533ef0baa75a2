import { afterAll, beforeAll, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { openTickets, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper, type Sweeper } from '../../jobs/sweeper/index.ts'

const [ANNA, BRUNO, CHIARA] = [uuidV7(10), uuidV7(11), uuidV7(12)]
const MIN = 60_000
const MONDAY = Date.UTC(2026, 0, 5, 9)

let database: TestDatabase
let workspace: string
let sweeper: Sweeper

beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  await database.clock.stopAt(MONDAY)
  const log = { warn: () => undefined, error: () => undefined }
  sweeper = createSweeper({ store: database.store, log, publicUrl: 'https://desk.example' })
  workspace = await database.makeWorkspace('acme')
  await publish(database.store, workspace, ALWAYS_OPEN)
  await makeMailbox(database, workspace, 'care@acme.example')
  await run(async (tx) => {
    for (const [id, name, language] of [
      [ANNA, 'Anna', 'pl'],
      [BRUNO, 'Bruno', null],
      [CHIARA, 'Chiara', 'it'],
    ] as const) {
      const row = { workspace_id: workspace, id, kind: 'staff' as const, name, language, created_at: new Date(tx.now) }
      await tx.db
        .insertInto('person')
        .values({ ...row, email: `${name.toLowerCase()}@staff.example` })
        .execute()
      await tx.db
        .insertInto('position_holder')
        .values({ workspace_id: workspace, position: 'team-lead', person_id: id })
        .execute()
    }
  })
  // Chiara cannot sign in.
  for (const person of [ANNA, BRUNO]) {
    const { id } = await database.store.control
      .insertInto('control.user')
      .values({
        id: person,
        name: person,
        email: `${person}@staff.example`,
        emailVerified: true,
        updatedAt: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.store.control
      .insertInto('control.member')
      .values({ user_id: id, workspace_id: workspace, person_id: person, roles: ['agent'] })
      .execute()
  }
})
afterAll(() => database?.drop())

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const mails = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['kind', 'payload'])
      .where('workspace_id', '=', workspace)
      .orderBy('id')
      .execute()
    return rows.map(({ kind, payload }) => ({ kind, ...payload }))
  })

it('a step is told by mail too: one to each who can sign in, however many tickets, in their language, once', async () => {
  const ticket = { created: { by: 'customer' as const, fields: { facts: {} } }, happened: () => [] }
  await run((tx) => openTickets(tx, [ticket, ticket]))
  await database.clock.stopAt(MONDAY + 45 * MIN)
  await sweeper.sweepOnce(workspace)
  const sent = await mails()
  expect(sent.map((mail) => [mail.kind, String('to' in mail && mail.to)]).sort()).toEqual([
    ['staff', 'anna@staff.example'],
    ['staff', 'bruno@staff.example'],
  ])
  expect(sent).toContainEqual(
    expect.objectContaining({
      language: 'en',
      subject: '2 tickets need you: 1, 2',
      text: [1, 2]
        .map(
          (number) =>
            `Ticket ${number}: step 1 of E1 fell due on Monday, January 5, 2026 at 9:45 AM (Coordinated Universal Time).\nhttps://desk.example/w/acme/desk/tickets/all/${number}`,
        )
        .join('\n\n'),
    }),
  )
  expect(sent).toContainEqual(
    expect.objectContaining({ language: 'pl', subject: '2 zgłoszenia czekają na Ciebie: 1, 2' }),
  )
  await sweeper.sweepOnce(workspace)
  expect(await mails()).toHaveLength(2)

  await database.clock.stopAt(MONDAY + 125 * MIN)
  await sweeper.sweepOnce(workspace)
  const given = (await mails()).filter((mail) => JSON.stringify(mail).includes('Twoje'))
  expect(given).toMatchObject([{ language: 'pl', to: 'anna@staff.example' }])
})

it('a step of one ticket can be answered from the mail where the workspace wants that; one of several cannot', async () => {
  await database.store.control
    .updateTable('control.workspace')
    .set({ answers_by_mail: true })
    .where('id', '=', workspace)
    .execute()
  const before = new Set((await mails()).map((mail) => JSON.stringify(mail)))
  const ticket = { created: { by: 'customer' as const, fields: { facts: {} } }, happened: () => [] }
  const [created] = await run((tx) => openTickets(tx, [ticket]))
  await database.clock.stopAt(MONDAY + (125 + 45) * MIN)
  await sweeper.sweepOnce(workspace)
  await run((tx) => openTickets(tx, [ticket, ticket]))
  await database.clock.stopAt(MONDAY + (125 + 90) * MIN)
  await sweeper.sweepOnce(workspace)
  const fresh = (await mails()).filter((mail) => !before.has(JSON.stringify(mail)))
  const ofOne = fresh.filter((mail) => 'answer_as' in mail)
  expect(ofOne).toContainEqual(
    expect.objectContaining({
      to: 'bruno@staff.example',
      text: expect.stringMatching(/^##- Write your answer above this line -##\n\nTicket 3: /u),
      answer_as: { person: BRUNO, ticket: created?.ticket, number: 3, seq: expect.any(Number) },
    }),
  )
  const ofMany = fresh.filter((mail) => String('subject' in mail && mail.subject).includes('4, 5'))
  expect(ofMany.length).toBeGreaterThan(0)
  expect(ofMany.some((mail) => 'answer_as' in mail)).toBe(false)
})
