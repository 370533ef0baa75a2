import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { openTickets, type Transaction, transaction, uuidV7 } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { createSweeper } from '../../jobs/sweeper/index.ts'
import { setAbsence } from '../absences/index.ts'
import { readHolders } from '../escalation/index.ts'
import { type LadderAsked, tryLadder } from './try-ladder.ts'

const [ANNA, BRUNO, CHIARA, DORA] = [uuidV7(10), uuidV7(11), uuidV7(12), uuidV7(13)]
const NAMES = { [ANNA]: 'Anna', [BRUNO]: 'Bruno', [CHIARA]: 'Chiara', [DORA]: 'Dora' }
const MIN = 60_000
const HOUR = 60 * MIN
const MONDAY = Date.UTC(2026, 0, 5, 9)
const LADDER = ALWAYS_OPEN.slice(0, ALWAYS_OPEN.indexOf('escalation:'))
const CHARTER = `${LADDER}escalation:
  - id: E1
    for: P1
    steps:
      - { at: 50%, tell: [assignee, team-lead] }
      - { at: 100%, give to: team-lead, raise priority: true }
      - { after: 1 h of round-the-clock, tell: duty-manager, give to: duty-manager }
      - { after: 2 h of round-the-clock, tell: assignee }
  - { id: E2, when: { amount: "> 500 EUR" }, steps: [{ tell: assignee }] }
`

let database: TestDatabase
let workspace: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS, { ownsClock: true })
})
afterAll(() => database?.drop())

beforeEach(async () => {
  await database.clock.stopAt(MONDAY)
  workspace = await database.makeWorkspace(`w${++count}`)
  await publish(database.store, workspace, CHARTER)
  await run(async ({ db, now }) => {
    for (const [id, name] of Object.entries(NAMES))
      await db
        .insertInto('person')
        .values({
          workspace_id: workspace,
          id,
          kind: 'staff',
          name,
          email: `${name.toLowerCase()}@staff.example`,
          created_at: new Date(now),
        })
        .execute()
  })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)
const hold = (position: string, ...people: readonly string[]) =>
  run(({ db }) =>
    db
      .insertInto('position_holder')
      .values(people.map((person_id) => ({ workspace_id: workspace, position, person_id })))
      .execute(),
  )
const away = (person: string, from: number, until: number, deputy: string | null = null) =>
  run((tx) => {
    const [begins, ends] = [from, until].map((minutes) => new Date(MONDAY + minutes * MIN).toISOString())
    return setAbsence(tx, person, { from: begins ?? '', until: ends ?? '', deputy })
  })
const tried = (asked: Partial<LadderAsked> = {}) =>
  run((tx) => tryLadder(tx, { draft: null, clause: 'E1', at: MONDAY, facts: {}, assignee: null, ...asked }, 'test'))
const walked = async (asked: Partial<LadderAsked> = {}) => {
  const { ladder } = await tried(asked)
  if (ladder === null) throw new Error('no ladder')
  return ladder
}
const named = (people: readonly { readonly person: { readonly name: string } }[]) =>
  people.map(({ person }) => person.name)
const reached = async (asked: Partial<LadderAsked> = {}) =>
  (await walked(asked)).rungs.map(({ step, due, addressees }) => [
    step,
    due?.slice(11, 16),
    ...addressees.map(({ position, instead, reaches }) => `${instead ?? position}: ${named(reaches).join(', ')}`),
  ])

describe('a ladder tried on the people of the desk', () => {
  it('S6: tells of each step whom it reaches, who is away at its instant and who works in their stead', async () => {
    await hold('team-lead', ANNA, BRUNO)
    await hold('duty-manager', CHIARA)
    // Both leads are away when the promise breaks; Anna, who has the ticket, is stood in for by Dora until half past ten.
    await away(ANNA, 20, 90, DORA)
    await away(BRUNO, 50, 300)
    const ladder = await walked({ assignee: ANNA })
    expect(ladder).toMatchObject({
      zone: 'UTC',
      chain: ['team-lead', 'duty-manager'],
      commitment: { promise: 'P1', target: '30 min of round-the-clock', due: '2026-01-05T09:30:00.000Z' },
      facts: { tier: 'gold' },
      troubles: [],
    })
    expect(await reached({ assignee: ANNA, facts: { tier: 'standard' } })).toEqual([
      [1, '09:30', 'assignee: Dora', 'team-lead: Bruno'],
      [2, '10:00', 'duty-manager: Chiara'],
      [3, '11:00', 'duty-manager: Chiara', 'duty-manager: Chiara'],
      [4, '12:00', 'assignee: Chiara'],
    ])
    expect((await walked({ assignee: ANNA, facts: { tier: 'standard' } })).rungs[0]?.addressees[0]).toMatchObject({
      position: 'assignee',
      holders: [{ person: { name: 'Anna' }, deputy: { name: 'Dora' } }],
    })
    const [, second] = (await walked({ facts: { tier: 'standard' } })).rungs
    expect(second).toMatchObject({
      is_open: true,
      raises_priority: true,
      on_duty: true,
      is_last: false,
      addressees: [
        {
          position: 'team-lead',
          how: 'given',
          instead: 'duty-manager',
          holders: [
            { person: { name: 'Anna' }, away_until: '2026-01-05T10:30:00.000Z', deputy: { name: 'Dora' } },
            { person: { name: 'Bruno' }, away_until: '2026-01-05T14:00:00.000Z', deputy: null },
          ],
        },
      ],
    })
  })

  it('finds where nobody is on duty: a position that nobody holds, one whose holders are all away, an end that reaches nobody', async () => {
    await hold('team-lead', ANNA)
    await away(ANNA, 0, 600)
    const { troubles, rungs } = await walked()
    expect(troubles).toEqual([
      { code: 'position-away', step: 1, position: 'team-lead' },
      { code: 'position-away', step: 2, position: 'team-lead' },
      { code: 'position-empty', step: 3, position: 'duty-manager' },
      { code: 'nobody-has-it', step: 4, position: null },
    ])
    expect(rungs.map(({ on_duty, is_last }) => [on_duty, is_last])).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [false, true],
    ])
    expect((await walked({ clause: 'E2' })).troubles).toEqual([{ code: 'nobody-has-it', step: 1, position: null }])
    expect((await walked({ clause: 'E2', assignee: DORA })).troubles).toEqual([])
  })

  it('reaches whom the sweeper reaches when it comes to that', async () => {
    await hold('team-lead', ANNA, BRUNO)
    await hold('duty-manager', CHIARA)
    await away(ANNA, 20, 600)
    await away(BRUNO, 45, 600)
    const expected = await walked({ facts: { tier: 'standard' } })
    await run((tx) =>
      openTickets(tx, [{ created: { by: 'customer', fields: { facts: { tier: 'standard' } } }, happened: () => [] }]),
    )
    const log = { warn: () => undefined, error: () => undefined }
    const sweeper = createSweeper({ store: database.store, log, publicUrl: 'https://desk.example' })
    for (const { due } of expected.rungs) {
      await database.clock.stopAt(Date.parse(due ?? ''))
      await sweeper.sweepOnce(workspace)
    }
    const told = await run(({ db }) =>
      db.selectFrom('notice').select(['person_id', 'data']).where('workspace_id', '=', workspace).execute(),
    )
    const foretold = expected.rungs.flatMap(({ step, due, addressees }) =>
      [...new Set(addressees.flatMap(({ reaches }) => reaches.map(({ person }) => person.id)))].map((person) => [
        step,
        due,
        person,
      ]),
    )
    expect(told.map(({ person_id, data }) => [data['step'], data['due'], person_id]).sort()).toEqual(foretold.sort())
    expect(foretold).toHaveLength(4)
  })

  it('counts nobody who cannot sign in any more, and tells who is written to as well', async () => {
    await hold('team-lead', ANNA, BRUNO)
    await makeMailbox(database, workspace, `care@w${count}.example`)
    for (const [person, disabled_at] of [
      [ANNA, null],
      [BRUNO, new Date(MONDAY)],
    ] as const) {
      const user = {
        id: `${person}-${count}`,
        name: person,
        email: `${person}-${count}@staff.example`,
        emailVerified: true,
      }
      await database.store.control
        .insertInto('control.user')
        .values({ ...user, updatedAt: new Date() })
        .execute()
      const member = { user_id: user.id, workspace_id: workspace, person_id: person, roles: ['agent'], disabled_at }
      await database.store.control.insertInto('control.member').values(member).execute()
    }
    const { present } = await run((tx) => readHolders(tx, new Set(['team-lead'])))
    expect(present.get('team-lead')).toEqual([ANNA])
    const [first] = (await walked()).rungs
    expect(first?.addressees[1]).toMatchObject({
      holders: [{ person: { name: 'Anna' } }],
      reaches: [{ person: { name: 'Anna' }, by_mail: true }],
    })
  })

  it('says why there is no ladder to walk, and knows no stranger', async () => {
    await expect(tried({ clause: 'E9' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(tried({ draft: uuidV7(99) })).rejects.toMatchObject({ code: 'not-found' })
    await expect(tried({ assignee: uuidV7(99) })).rejects.toMatchObject({ code: 'unknown-person' })
    expect(await tried({ clause: 'E2', facts: { amount: { minor: 1, currency: 'EUR' } } })).toEqual({
      ladder: null,
      why_not: 'not-begun',
    })
    expect(await tried({ at: MONDAY + 100 * 366 * 24 * HOUR })).toEqual({ ladder: null, why_not: 'past-horizon' })
  })

  it('walks the ladder of a draft as it stands, to the body that the charter names behind its end', async () => {
    await hold('team-lead', ANNA)
    const source = CHARTER.replace(
      'facts:',
      'law: { jurisdictions: [US], sectors: [airline], dispute body: { en: The ombudsman } }\nfacts:',
    )
    const draft = await run(async (tx) => {
      const id = tx.newId()
      const at = new Date(tx.now)
      const nobody = { base: null, created_by: null, changed_by: null, sent_back_at: null, sent_back_by: null }
      await tx.db
        .insertInto('charter_draft')
        .values({
          ...{
            workspace_id: workspace,
            id,
            source: source.replace('at: 50%', 'at: 80%'),
            created_at: at,
            changed_at: at,
          },
          ...{ ...nobody, sent_back_reason: null, version: null },
        })
        .execute()
      return id
    })
    const { rungs, dispute_body } = await walked({ draft, facts: { tier: 'standard' } })
    expect(rungs[0]).toMatchObject({ time: '80%', due: '2026-01-05T09:48:00.000Z' })
    expect(dispute_body).toEqual({ en: 'The ombudsman' })
    expect((await walked()).dispute_body).toBeNull()
  })
})
