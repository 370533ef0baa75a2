import type { ClauseNotice, Draft } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { transaction } from '../../db/index.ts'

const CHARTER = `${ALWAYS_OPEN}
remedies:
  - { id: R1, audience: duty-manager, table: [{ allow: [refund] }] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 100 EUR }
`

let d: DraftDesk
let agent: TestPerson
let manager: TestPerson
let lead: TestPerson
const languages = new Map<string, string>()
beforeAll(async () => {
  d = await openDraftDesk(CHARTER)
  agent = await d.hire(['agent'], ['agent'])
  manager = await d.hire(['agent'], ['duty-manager'])
  lead = await d.hire(['lead'])
  for (const [index, person] of [agent, manager, lead, d.author, d.other].entries())
    languages.set(person.person, ['ar', 'it', 'en', 'pl', 'el'][index] ?? 'en')
  await transaction(d.app.desk.store, { workspace: d.workspace }, async (tx) => {
    const row = { workspace_id: d.workspace, address: 'care@acme.example', name: 'Acme', language: null, zone: null }
    await tx.db
      .insertInto('mailbox')
      .values({ id: tx.newId(), ...row })
      .execute()
    for (const [id, language] of languages)
      await tx.db
        .updateTable('person')
        .set({ language })
        .where('workspace_id', '=', d.workspace)
        .where('id', '=', id)
        .execute()
  })
})
afterAll(() => d?.close())

async function publish(...changes: readonly (readonly [string, string])[]): Promise<Draft> {
  const draft = await d.start(d.author)
  for (const [old, fresh] of changes) {
    const answer = await d.replace(d.author, draft.id, old, fresh)
    if (answer.status !== 201) throw new Error(answer.body.detail)
  }
  const submitted = await d.submit(d.author, draft.id)
  const { status, body } = await d.approve(d.approver, submitted.body)
  if (status !== 201) throw new Error(body.detail)
  return body
}

const notices = async (person: TestPerson, query = ''): Promise<ClauseNotice[]> =>
  (await d.call(person, 'GET', `/charter/notices${query}`)).body.items
const clausesOf = (items: readonly ClauseNotice[], version: number | null) =>
  items.filter((item) => item.version === version).map(({ difference }) => difference.id)
const acknowledge = (person: TestPerson, version: number | null, clause: string) =>
  d.call(person, 'POST', `/charter/notices/${version}/${clause}/acknowledgement`)
const mails = (once: string) =>
  transaction(d.app.desk.store, { workspace: d.workspace }, async ({ db }) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['kind', 'payload'])
      .where('workspace_id', '=', d.workspace)
      .where('once', 'like', once)
      .execute()
    return new Map(rows.map(({ kind, payload }) => [String(payload['to']), { kind, ...payload }]))
  })
const inDesk = async (person: TestPerson) => (await d.call(person, 'GET', '/notices')).body.items

describe('a new version', () => {
  it('tells each person exactly the clauses that changed for them, before and after', async () => {
    const { version } = await publish(
      ['tier: gold, target: 30 min', 'tier: gold, target: 20 min'],
      ['allow: [refund]', 'allow: [refund, apology]'],
      ['per ticket: 100 EUR', 'per ticket: 150 EUR'],
    )
    expect(version).toBe(2)
    expect(clausesOf(await notices(agent), version)).toEqual(['A1', 'P1'])
    expect(clausesOf(await notices(manager), version)).toEqual(['P1', 'R1'])
    for (const person of [lead, d.author, d.approver])
      expect(clausesOf(await notices(person), version)).toEqual(['A1', 'P1', 'R1'])
    const promise = (await notices(agent)).find(({ difference }) => difference.id === 'P1')
    expect(promise).toMatchObject({
      acknowledged_at: null,
      difference: {
        kind: 'promise',
        change: 'stricter',
        parts: [{ where: 'tier gold', old: '30 min of round-the-clock', new: '20 min of round-the-clock' }],
        before: { rows: [{ when: { tier: 'gold' }, gives: { target: '30 min of round-the-clock' } }, {}] },
        after: { rows: [{ when: { tier: 'gold' }, gives: { target: '20 min of round-the-clock' } }, {}] },
      },
    })
  })

  it('gives one notice in the desk and one mail, in the language of its reader', async () => {
    expect(await inDesk(agent)).toMatchObject([{ code: 'charter-changed', data: { version: 2 }, read_at: null }])
    const sent = await mails('charter/2/%')
    expect([...sent.keys()].sort()).toEqual(
      [agent, manager, lead, d.author, d.other, d.approver].map(({ email }) => email).sort(),
    )
    const mailOf = (person: TestPerson) => sent.get(person.email)
    for (const [person, language] of [
      [agent, 'ar'],
      [manager, 'it'],
      [lead, 'en'],
      [d.author, 'pl'],
      [d.other, 'el'],
      [d.approver, 'en'],
    ] as const)
      expect(mailOf(person)).toMatchObject({ kind: 'staff', language })
    const { subject, text } = { subject: '', text: '', ...mailOf(lead) }
    expect(subject).toBe('3 clauses changed for you: version 2')
    expect(text).toContain(
      [
        'Promise P1, stricter than before',
        'A person answers you within ….',
        '- For tier: gold',
        '  Before: 30 minutes of round-the-clock',
        '  Now: 20 minutes of round-the-clock',
      ].join('\n'),
    )
    expect(text).toContain('Authority A1, changed')
    expect(text).toContain('/desk/charter/changes')
    expect(JSON.stringify(mailOf(agent))).not.toContain('R1')
  })

  it('tells nothing to whom nothing changes, and to who cannot sign in', async () => {
    const { person, user } = await d.hire(['agent'])
    await d.app.desk.store.control
      .updateTable('control.member')
      .set({ disabled_at: new Date() })
      .where('user_id', '=', user)
      .execute()
    const { version } = await publish(['per ticket: 150 EUR', 'per ticket: 200 EUR'])
    expect(clausesOf(await notices(manager), version)).toEqual([])
    expect(await mails(`charter/${version}/%`)).not.toContain(manager.email)
    const { body } = await d.call(lead, 'GET', `/charter/notices/${version}/standing`)
    expect(body.items.map((each: { person: { id: string } }) => each.person.id)).not.toContain(person)
  })
})

describe('acknowledging', () => {
  it('is per clause and once; with the last the notice is read', async () => {
    expect(await acknowledge(agent, 2, 'P1')).toMatchObject({ status: 204 })
    const [first] = await notices(agent, '?open=no')
    expect(await acknowledge(agent, 2, 'P1')).toMatchObject({ status: 204 })
    expect(await notices(agent, '?open=no')).toEqual([first])
    expect((await inDesk(agent)).map(({ read_at }: { read_at: string | null }) => read_at)).toContain(null)
    await acknowledge(agent, 2, 'A1')
    await acknowledge(agent, 3, 'A1')
    expect(await notices(agent, '?open=yes')).toEqual([])
    for (const { read_at } of await inDesk(agent)) expect(read_at).not.toBeNull()
  })

  it('is refused for what somebody was not told of', async () => {
    for (const [version, clause] of [
      [2, 'R1'],
      [1, 'P1'],
      [2, 'P9'],
    ] as const)
      expect(await acknowledge(agent, version, clause)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    const key = await d.app.keyFor(['agent'])
    expect(await d.call(key, 'POST', '/charter/notices/2/P1/acknowledgement')).toMatchObject({ status: 404 })
    expect(await d.call(key, 'GET', '/charter/notices')).toMatchObject({ body: { items: [] } })
  })

  it('shows who has and who has not', async () => {
    const { body } = await d.call(lead, 'GET', '/charter/notices/2/standing')
    const of = (who: TestPerson) =>
      body.items.find(({ person }: { person: { id: string } }) => person.id === who.person)
    expect(of(agent)).toMatchObject({ told: 2, acknowledged: 2, last_at: expect.any(String), reminded_at: null })
    expect(of(lead)).toMatchObject({ told: 3, acknowledged: 0, last_at: null })
    expect(body.items.at(-1)).toEqual(of(agent))
    expect(await d.call(agent, 'GET', '/charter/notices/2/standing')).toMatchObject({ status: 403 })
    expect(await d.call(lead, 'GET', '/charter/notices/9/standing')).toMatchObject({ status: 404 })
  })
})

describe('reminders', () => {
  const remind = (body: object = {}) => d.call(lead, 'POST', '/charter/notices/2/reminders', body)

  it('go to who has not acknowledged, once a day at most, however many ask', async () => {
    expect(await remind({ people: [agent.person, manager.person] })).toMatchObject({ body: { reminded: 1 } })
    const asked = await Promise.all([remind(), remind(), remind()])
    expect(asked.map(({ body }) => body.reminded).sort()).toEqual([0, 0, 4])
    expect(await inDesk(manager)).toMatchObject([{ data: { version: 2, reminder: true } }, { data: { version: 2 } }])
    const sent = await mails('charter/2/reminder/%')
    expect(sent.size).toBe(5)
    expect(sent.get(lead.email)).toMatchObject({
      subject: 'Still to read: 3 clauses of version 2',
      text: expect.stringContaining('A1, P1, R1'),
    })
    const superuser = await d.app.database.connect('postgres')
    await superuser.query(`update clause_notice set reminded_at = reminded_at - interval '25 hours'`)
    expect(await remind()).toMatchObject({ body: { reminded: 5 } })
  })
})

describe('somebody who answers no tickets', () => {
  it('somebody of finance with the viewer role can be asked to acknowledge, and can', async () => {
    const finance = await d.hire(['viewer'])
    const { version } = await publish(['tier: gold, target: 20 min', 'tier: gold, target: 15 min'])
    expect(clausesOf(await notices(finance), version)).toEqual(['P1'])
    const standing = async () =>
      (await d.call(lead, 'GET', `/charter/notices/${version}/standing`)).body.items.find(
        ({ person }: { person: { id: string } }) => person.id === finance.person,
      )
    expect(await standing()).toMatchObject({ told: 1, acknowledged: 0, reminded_at: null })
    const reminded = await d.call(lead, 'POST', `/charter/notices/${version}/reminders`, { people: [finance.person] })
    expect(reminded.body).toEqual({ reminded: 1 })
    expect(await inDesk(finance)).toMatchObject([{ data: { version, reminder: true } }, { data: { version } }])
    await acknowledge(finance, version, 'P1')
    expect(await standing()).toMatchObject({ told: 1, acknowledged: 1 })
  })
})
