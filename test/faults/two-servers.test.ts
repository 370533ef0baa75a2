import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../packages/server/test/free-port.ts'
import { apiOf, type DeskApi } from '../running/desk-api.ts'
import { type DatabasePlace, publishIn, rowsIn } from '../running/desk-database.ts'
import { dataFolder, type RunningDesk, removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { startWriting } from './write-load.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** Tickets opened while servers are killed, and those that fall due while none runs. */
const [UNDER_KILLS, WHILE_DOWN] = LONG ? [10_000, 1_000] : [100, 60]
const KEY = 'the-key-that-the-desk-began-with-1234'
/** Seconds; long enough that on a busy machine, too, all that is opened before the servers end is still to fall due. */
const TARGET = LONG ? 60 : 8

const CHARTER = `
avow: 1
charter: soon
languages: [en]
zone: UTC
positions: [agent, team-lead]
facts:
  channel: { one of: [email, form, phone] }
calendars:
  round-the-clock: { open: always, holidays until: 2099-12-31 }
promises:
  - id: P1
    audience: staff
    clock: first-response
    table: [{ target: ${TARGET} s of round-the-clock }]
escalation:
  - id: E1
    for: P1
    steps:
      - { at: 50%, tell: [team-lead] }
      - { after: 2 s of round-the-clock, tell: [team-lead], raise priority: true, give to: team-lead }
`

let postgres: OwnPostgres
let place: DatabasePlace
let apis: readonly DeskApi[]
/** The two servers: on the same database, keys and files. */
let starts: readonly (() => Promise<RunningDesk>)[]
let desks: RunningDesk[]

beforeAll(async () => {
  postgres = await startOwnPostgres()
  const { databaseUrl, ownerUrl } = postgres
  place = { data: dataFolder(), databaseUrl, ownerUrl }
  const ports = [await freePort(), await freePort()]
  starts = ports.map((port) => () => {
    const settings = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, PORT: String(port) }
    return startDesk({ data: place.data, env: { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY, ...settings } })
  })
  // At once, on a database without a table.
  desks = await Promise.all(starts.map((start) => start()))
  apis = ports.map((port) => apiOf(() => `http://127.0.0.1:${port}`, KEY))
  await publishIn(place, CHARTER)
  await addTeamLead()
})
afterAll(async () => {
  await removeDesks()
  await postgres.stop()
})

async function addTeamLead(): Promise<void> {
  const [api] = apis
  const lead = { name: 'Lea Lead', email: 'lea@care.example', password: 'correct horse battery', roles: ['lead'] }
  const person = await api?.call('addStaff', { body: lead })
  await api?.call('changeStaff', { params: { id: person?.id ?? '' }, body: { positions: ['team-lead'] } })
}

/** How many tickets have something that is to be settled or taken. */
async function ahead(): Promise<number> {
  const [row] = await rowsIn<{ count: number }>(
    place,
    `select count(*)::int as count from ticket t
      where exists (select from commitment c where c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.state = 'running')
         or exists (select from step s where s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.taken_at is null)`,
  )
  return row?.count ?? 0
}

interface Tally {
  readonly tickets: number
  readonly broken: number
  readonly at_due: number
  readonly escalated: number
  readonly assigned: number
  readonly notices: number
  readonly repeated: number
}

/** What the log says all in all; `repeated`: verdicts and steps that stand in it twice. */
async function tally(): Promise<Tally | undefined> {
  const [row] = await rowsIn<Tally>(
    place,
    `select (select count(*)::int from ticket) as tickets,
            count(*) filter (where type = 'commitment.broken')::int as broken,
            count(*) filter (where type = 'commitment.broken'
              and at::timestamptz = (envelope->>'due')::timestamptz + interval '1 millisecond')::int as at_due,
            count(*) filter (where type = 'ticket.escalated')::int as escalated,
            count(*) filter (where type = 'ticket.assigned')::int as assigned,
            (select count(*)::int from notice where code = 'escalated') as notices,
            (select count(*)::int from (
              select from event where type in ('commitment.broken', 'ticket.escalated')
               group by ticket_id, type, envelope->>'promise', envelope->>'run', envelope->>'clause', envelope->>'step'
              having count(*) > 1) as twice) as repeated
       from event`,
  )
  return row
}

function expectEachOnce(found: Tally | undefined, tickets: number): void {
  expect(found).toEqual({
    tickets,
    broken: tickets,
    at_due: tickets,
    escalated: 2 * tickets,
    assigned: tickets,
    notices: 2 * tickets,
    repeated: 0,
  })
}

describe('two servers on one database, of which one is killed now and then', () => {
  it('settle each commitment and take each step once, with the breach at its due instant', async () => {
    const load = startWriting(apis, 4, UNDER_KILLS)
    let isOver = false
    const over = load.stop().then(() => until(async () => (await ahead()) === 0))
    void over.then(() => {
      isOver = true
    })
    let kills = 0
    while (!isOver) {
      const victim = Math.floor(Math.random() * desks.length)
      const begun = load.written.length
      // Some way on, with the other as the only one who is left.
      const pause = Math.random() * 3000
      const since = performance.now()
      await until(() => isOver || load.written.length > begun + UNDER_KILLS / 10 || performance.now() - since > pause)
      await desks[victim]?.stop('SIGKILL')
      const start = starts[victim]
      if (start !== undefined) desks[victim] = await start()
      kills += 1
    }
    await over
    expect(kills).toBeGreaterThan(1)
    const opened = await tally()
    const answered = load.written.filter(({ number }) => number !== undefined).length
    // Who was killed before it could answer may have opened one all the same.
    expect(opened?.tickets).toBeGreaterThanOrEqual(answered)
    expect(opened?.tickets).toBeLessThanOrEqual(UNDER_KILLS)
    expectEachOnce(opened, opened?.tickets ?? 0)
  })
})

describe('what fell due while no server ran', () => {
  it('is settled once at the next start, what was due first before the rest, as of its due instant', async () => {
    const before = (await tally())?.tickets ?? 0
    const load = startWriting(apis, 8, WHILE_DOWN)
    await load.stop()
    await Promise.all(desks.map((desk) => desk.stop('SIGKILL')))
    const [stopped] = await rowsIn<{ at: Date }>(place, 'select clock_timestamp() as at')
    await until(async () => {
      const [row] = await rowsIn<{ all: boolean }>(
        place,
        `select bool_and(due < clock_timestamp() - interval '2 s') as all from commitment where state = 'running'`,
      )
      return row?.all ?? true
    })
    await starts[0]?.()
    await until(async () => (await ahead()) === 0)
    expectEachOnce(await tally(), before + WHILE_DOWN)

    // A ticket comes by the first of its things that fell due: a step that nobody took stands before the breach.
    const batches = await rowsIn<{ first: Date; last: Date; tickets: number }>(
      place,
      `select min(due) as first, max(due) as last, count(*)::int as tickets
         from (select recorded, ticket_id, min((envelope->>'due')::timestamptz) as due from event
                where type in ('commitment.broken', 'ticket.escalated') and recorded::timestamptz > $1
                group by recorded, ticket_id) settled
        group by recorded order by recorded`,
      [stopped?.at],
    )
    expect(batches.length).toBeGreaterThan(LONG ? 1 : 0)
    for (const [index, { first }] of batches.entries())
      expect(first.getTime()).toBeGreaterThanOrEqual(batches[index - 1]?.last.getTime() ?? 0)
    const late = await rowsIn<{ late: boolean }>(
      place,
      `select distinct (envelope->>'late')::boolean as late from event
        where type = 'ticket.escalated' and recorded::timestamptz > $1`,
      [stopped?.at],
    )
    expect(late).toEqual([{ late: true }])
  })
})
