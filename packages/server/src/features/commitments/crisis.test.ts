import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { addAgent, addRequest } from '../../../test/site/site-workspace.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { type Keys, openKeys } from '../../secrets/index.ts'
import { acknowledge } from '../acknowledgements/index.ts'
import { versionInForce } from '../charters/index.ts'
import { reckonFigures } from '../figures/public-figures.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MAILBOX = 'crisis@care.example'
const CHARTER = `
avow: 1
charter: in-a-flood
languages: [en, pl]
zone: UTC
calendars: { always: { open: always, says: { en: any hour, pl: każda godzina } } }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person answers you within {target}.", pl: "Człowiek odpowie w ciągu {target}." }
    table: [ { target: 4 h of always } ]
crisis:
  - id: Z1
    from: 2027-03-01T00:00
    until: 2027-03-05T00:00
    says: { en: A flood closed our warehouse., pl: Powódź zamknęła nasz magazyn. }
    amends: [ { promise: P1, times: 12 } ]
`
const FROM = Date.UTC(2027, 2, 1)
const UNTIL = Date.UTC(2027, 2, 5)

let database: TestDatabase
let folder: string
let keys: Keys
let workspace: string
let agent: string
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
  folder = mkdtempSync(join(tmpdir(), 'avow-crisis-'))
  keys = openKeys(join(folder, 'secret'))
  workspace = await database.makeWorkspace('crisis')
  await makeMailbox(database, workspace, MAILBOX)
  agent = await addAgent(database.store, workspace)
  await publish(database.store, workspace, CHARTER)
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

/** A request that comes in by the database's clock. */
async function openAt(instant: number) {
  await database.clock.stopAt(instant)
  const opened = await run(async (tx) => {
    const { ticket, number } = await addRequest(tx, agent, { ago: 0, email: `${instant}@home.example` })
    await acknowledge(tx, { ticket, number, keys, publicUrl: '', mailboxAddress: MAILBOX })
    return ticket
  })
  return run(async ({ db }) => {
    const commitment = await db
      .selectFrom('commitment')
      .select(['due', 'target', 'amended_by'])
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', opened)
      .executeTakeFirstOrThrow()
    const mail = await db
      .selectFrom('outbox')
      .select('payload')
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', opened)
      .executeTakeFirstOrThrow()
    return { ...commitment, due: commitment.due?.getTime(), mail: String(mail.payload['text']) }
  })
}

describe('A crisis', () => {
  it('A1: amends what comes in while it lasts, tells it in the acknowledgement, and ends by itself', async () => {
    const before = await openAt(FROM - 1)
    expect(before).toMatchObject({ due: FROM - 1 + 4 * HOUR, target: '4 h of always', amended_by: null })
    expect(before.mail).not.toContain('flood')
    const within = await openAt(UNTIL - 1)
    expect(within).toMatchObject({ due: UNTIL - 1 + 48 * HOUR, target: '48 h of always', amended_by: 'Z1' })
    expect(within.mail).toMatch(
      /A person answers you by .*March 6, 2027.*\n\nA flood closed our warehouse\. This holds for requests that come in until .*March 5, 2027/,
    )
    const after = await openAt(UNTIL)
    expect(after).toMatchObject({ due: UNTIL + 4 * HOUR, target: '4 h of always', amended_by: null })
    expect(after.mail).not.toContain('flood')
  })

  it('A5: its cases stay in the figures, and are shown apart: with and without', async () => {
    await database.clock.stopAt(FROM + 20 * DAY)
    const ask = (at: number, answeredAfter: number, times: number) =>
      run(async (tx) => {
        for (let index = 0; index < times; index++)
          await addRequest(tx, agent, { ago: tx.now - at - index, email: `of${index}@home.example`, answeredAfter })
      })
    // Thirty ordinary ones in time; four kept and two broken by the amended promise; one from before that broke in it.
    await ask(UNTIL + DAY, HOUR, 30)
    await ask(FROM + DAY, 40 * HOUR, 4)
    await ask(FROM + 2 * DAY, 60 * HOUR, 2)
    await ask(FROM - 2 * HOUR, 10 * HOUR, 1)
    const figure = await run(async (tx) => {
      const charter = await versionInForce(tx, tx.now)
      if (charter === undefined) throw new Error('no charter is in force')
      return (await reckonFigures(tx, charter, tx.now, ['P1'])).get('P1')?.figure
    })
    // Of the three of the test before nobody answered any: the first broke in the crisis, the second was of it.
    expect(figure?.group).toMatchObject({ kept: 34, broken: 6 })
    expect(figure?.inCrisis).toMatchObject({ kept: 4, broken: 5 })
    expect(figure?.share).toBeCloseTo(34 / 40)
    expect(figure?.shareWithoutCrisis).toBeCloseTo(30 / 31)
  })
})
