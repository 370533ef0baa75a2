import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { type JsonObject, type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from './index.ts'

const FACTS = '  tier: { in order: [standard, gold] }\n'
const CHARTER = `${ALWAYS_OPEN.replace('languages: [en]', 'languages: [en, it]').replace(
  FACTS,
  `${FACTS}  language: { one of: [en, it] }\n  matter: { one of: [bill, leak] }\n`,
)}
routing:
  - id: G1
    when: { channel: [email, form] }
    table:
      - { matter: leak, to: repairs, skills: [pipes] }
      - { language: it, tier: gold, to: concierge-it }
      - { language: it, to: front-desk-it, skills: [italian] }
      - { matter: bill, to: accounts }
  - id: G2
    hit: unique
    table:
      - { channel: phone, to: hotline }
      - { channel: phone, tier: gold, to: concierge }
`

let database: TestDatabase
let workspace: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
})
afterAll(() => database.drop())
beforeEach(async () => {
  workspace = await database.makeWorkspace(`routing-${++count}`)
  await publish(database.store, workspace, CHARTER)
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

interface Arriving {
  readonly channel?: string
  readonly language?: string
  readonly facts?: JsonObject
  readonly mailbox?: string
  readonly isImported?: boolean
}

/** The team that a new request has, and the events by which it came to it. */
async function routed({ channel = 'email', language, facts = {}, mailbox, isImported }: Arriving) {
  return run(async (tx) => {
    const { ticket } = await openRequest(tx, {
      channel,
      by: 'customer',
      customer: await findOrAddCustomer(tx, { email: `of${count}@home.example` }),
      facts,
      ...(language === undefined ? {} : { language }),
      ...(mailbox === undefined ? {} : { mailbox }),
      ...(isImported === true ? { isImported } : {}),
      message: { subject: 'A matter', text: 'Please see to it.' },
    })
    return ticket
  }).then((ticket) =>
    run(async ({ db }) => {
      const { team, assignee_id } = await db
        .selectFrom('ticket')
        .select(['team', 'assignee_id'])
        .where('workspace_id', '=', workspace)
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow()
      expect(assignee_id).toBeNull()
      const events = await db
        .selectFrom('event')
        .select('envelope')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('type', '=', 'ticket.assigned')
        .execute()
      return { team, events: events.map(({ envelope }) => envelope) }
    }),
  )
}
const teamOf = async (arriving: Arriving) => (await routed(arriving)).team

it('a request goes to the team of the first row of routing that its facts fit, and the log says by which', async () => {
  const leak = await routed({ language: 'it', facts: { matter: 'leak' } })
  expect(leak).toMatchObject({
    team: 'repairs',
    events: [{ by: 'system:avow', team: 'repairs', reason: 'routing', clause: 'G1', row: 1 }],
  })
  expect(await teamOf({ language: 'it', facts: { tier: 'gold' } })).toBe('concierge-it')
  expect(await teamOf({ language: 'it' })).toBe('front-desk-it')
  expect(await teamOf({ language: 'en', facts: { matter: 'bill' } })).toBe('accounts')
})

it('what no row fits has no team: an unknown fact fits no row that speaks of it', async () => {
  expect(await routed({ language: 'en' })).toEqual({ team: null, events: [] })
  expect(await teamOf({ facts: { tier: 'gold' } })).toBeNull()
  expect(await teamOf({ channel: 'form', language: 'it' })).toBe('front-desk-it')
})

it('a further clause is asked where the one before says nothing; of several rows a unique one says nothing', async () => {
  expect(await teamOf({ channel: 'phone', facts: { tier: 'standard' } })).toBe('hotline')
  expect(await teamOf({ channel: 'phone', facts: { tier: 'gold' } })).toBeNull()
})

it('what came to an address that is a team’s own is not given to another; history from elsewhere to none', async () => {
  const mailbox = await makeMailbox(database, workspace, `own${count}@care.example`)
  expect(await teamOf({ mailbox, language: 'it' })).toBe('front-desk-it')
  await run(({ db }) =>
    db.insertInto('team').values({ workspace_id: workspace, name: 'care', mailbox_id: mailbox }).execute(),
  )
  expect(await routed({ mailbox, language: 'it' })).toEqual({ team: null, events: [] })
  expect(await routed({ language: 'it', isImported: true })).toEqual({ team: null, events: [] })
})
