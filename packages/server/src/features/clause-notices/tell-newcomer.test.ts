import { randomUUID } from 'node:crypto'
import type { ClauseNotice, Draft, Role } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, PASSWORD, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { transaction } from '../../db/index.ts'
import { addMailbox } from '../mailboxes/index.ts'

/** One promise for everybody, a remedy and a limit for one position each. */
const CHARTER = `${ALWAYS_OPEN.slice(0, ALWAYS_OPEN.indexOf('  - id: P2'))}
remedies:
  - { id: R1, audience: duty-manager, table: [{ allow: [refund] }] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 100 EUR }
`

let d: DraftDesk
let admin: TestPerson
let veteran: TestPerson
beforeAll(async () => {
  d = await openDraftDesk(CHARTER)
  admin = await d.hire(['admin'])
  veteran = await d.hire(['agent'], ['agent'])
  await transaction(d.app.desk.store, { workspace: d.workspace }, (tx) =>
    addMailbox(tx, { address: 'care@acme.example', name: 'Acme' }),
  )
})
afterAll(() => d?.close())

async function publish(old: string, fresh: string, effective: string | null = null): Promise<Draft> {
  const draft = await d.start(d.author)
  const edited = await d.replace(d.author, draft.id, old, fresh)
  if (edited.status !== 201) throw new Error(edited.body.detail)
  const submitted = await d.submit(d.author, draft.id, effective)
  const { status, body } = await d.approve(d.approver, submitted.body)
  if (status !== 201) throw new Error(body.detail)
  return body
}

/** Adds somebody as an administrator does, and signs them in. */
async function add(roles: readonly Role[], language: string | null = null): Promise<TestPerson> {
  const email = `${randomUUID()}@staff.example`
  const body = { name: 'Nina New', email, password: PASSWORD, roles, language }
  const { status, body: person } = await d.call(admin, 'POST', '/staff', body)
  if (status !== 201) throw new Error(person.detail)
  const answer = await d.app.ask('POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD } })
  return { user: '', person: person.id, email, cookie: cookieOf(answer) }
}
const change = (person: TestPerson, body: object) => d.call(admin, 'PATCH', `/staff/${person.person}`, body)
const notices = async (person: TestPerson): Promise<ClauseNotice[]> =>
  (await d.call(person, 'GET', '/charter/notices')).body.items
const clausesOf = async (person: TestPerson) =>
  (await notices(person)).map(({ version, difference, is_first }) => [version, difference.id, is_first])
const inDesk = async (person: TestPerson) => (await d.call(person, 'GET', '/notices')).body.items
const mailsTo = ({ email }: TestPerson) =>
  transaction(d.app.desk.store, { workspace: d.workspace }, async ({ db }) => {
    const rows = await db.selectFrom('outbox').select('payload').where('workspace_id', '=', d.workspace).execute()
    return rows.map(({ payload }) => payload).filter(({ to }) => to === email)
  })

describe('somebody who comes after a publication', () => {
  it('has the clauses in force that are for their roles to read, as new to them, and one mail', async () => {
    const nina = await add(['agent'], 'it')
    expect(await clausesOf(nina)).toEqual([[1, 'P1', true]])
    expect(await notices(nina)).toMatchObject([
      { acknowledged_at: null, difference: { change: 'added', before: null, after: { id: 'P1' } } },
    ])
    expect(await inDesk(nina)).toMatchObject([
      { code: 'charter-to-read', data: { version: 1, count: 1 }, read_at: null },
    ])
    const [mail, ...others] = await mailsTo(nina)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ language: 'it', subject: 'Una clausola della carta da leggere' })
    expect(String(mail?.['text'])).toContain('/desk/charter/changes')
    expect(String(mail?.['text'])).not.toContain('R1')
    expect(await clausesOf(await add(['lead']))).toEqual([
      [1, 'A1', true],
      [1, 'P1', true],
      [1, 'R1', true],
    ])
  })

  it('acknowledges them as others do; with the last the notice is read, and it shows who has', async () => {
    const nina = await add(['agent'])
    expect(await d.call(nina, 'POST', '/charter/notices/1/R1/acknowledgement')).toMatchObject({ status: 404 })
    expect(await d.call(nina, 'POST', '/charter/notices/1/P1/acknowledgement')).toMatchObject({ status: 204 })
    expect((await inDesk(nina))[0].read_at).not.toBeNull()
    const { body } = await d.call(admin, 'GET', '/charter/notices/1/standing')
    const standing = body.items.find(({ person }: { person: { id: string } }) => person.id === nina.person)
    expect(standing).toMatchObject({ told: 1, acknowledged: 1 })
  })
})

describe('somebody who is given a position', () => {
  it('reads what it brings, and nothing again; a second mail on the same day is not sent', async () => {
    const nina = await add(['agent'])
    await d.call(nina, 'POST', '/charter/notices/1/P1/acknowledgement')
    await change(nina, { positions: ['agent'] })
    await change(nina, { positions: ['agent', 'duty-manager'] })
    expect(new Set(await clausesOf(nina))).toEqual(
      new Set([
        [1, 'A1', true],
        [1, 'R1', true],
        [1, 'P1', true],
      ]),
    )
    expect(await inDesk(nina)).toHaveLength(3)
    expect(await mailsTo(nina)).toHaveLength(1)
    await change(nina, { positions: ['duty-manager'] })
    await change(nina, { positions: ['duty-manager', 'agent'], team: 'care' })
    expect(await inDesk(nina)).toHaveLength(3)
  })

  it('and was there before is told only of what the position brings, also where a role does', async () => {
    expect(await clausesOf(veteran)).toEqual([])
    await change(veteran, { positions: ['agent', 'team-lead'] })
    await change(veteran, { team: 'care' })
    expect(await clausesOf(veteran)).toEqual([])
    await change(veteran, { roles: ['agent', 'author'] })
    expect(await clausesOf(veteran)).toEqual([[1, 'R1', true]])
    expect(await mailsTo(veteran)).toHaveLength(1)
  })

  it('is not told where they cannot sign in, and is when they can again', async () => {
    const nina = await add(['viewer'])
    await change(nina, { disabled: true })
    await change(nina, { positions: ['duty-manager'] })
    const count = () =>
      transaction(d.app.desk.store, { workspace: d.workspace }, async ({ db }) => {
        const rows = db.selectFrom('clause_notice').select('clause').where('workspace_id', '=', d.workspace)
        return (await rows.where('person_id', '=', nina.person).orderBy('clause').execute()).map((row) => row.clause)
      })
    expect(await count()).toEqual(['P1'])
    await change(nina, { disabled: false })
    expect(await count()).toEqual(['P1', 'R1'])
  })
})

describe('of versions', () => {
  it('the one in force is read as it is, and one still ahead by what it changes', async () => {
    await publish('tier: gold, target: 30 min', 'tier: gold, target: 20 min')
    const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const { version } = await publish('per ticket: 100 EUR', 'per ticket: 150 EUR', ahead)
    const nina = await add(['agent'])
    await change(nina, { positions: ['agent'] })
    expect(new Set(await clausesOf(nina))).toEqual(
      new Set([
        [version, 'A1', false],
        [2, 'A1', true],
        [2, 'P1', true],
      ]),
    )
    const first = (await notices(nina)).find(({ difference }) => difference.id === 'P1')
    expect(JSON.stringify(first?.difference.after)).toContain('20 min')
  })
})
