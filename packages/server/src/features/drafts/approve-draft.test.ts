import type { Draft } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { transaction } from '../../db/index.ts'
import { addApiKey } from '../api-keys/index.ts'

const NAMED = `${ALWAYS_OPEN}people: { approvers: [team-lead, duty-manager], need: 2 }\n`

/** More than a year from now. */
const LATER = new Date(Math.floor(Date.now() / 60_000 + 600_000) * 60_000).toISOString()

/** A draft with one number changed, in review. */
async function inReview(d: DraftDesk, fresh: string, effective: string | null = null): Promise<Draft> {
  const draft = await d.start(d.author)
  const target = /target: (\S+ \S+) of round-the-clock \}\n {2}- id: P2/.exec(draft.source)?.[1] ?? ''
  expect(await d.replace(d.author, draft.id, `target: ${target} of`, `target: ${fresh} of`)).toMatchObject({
    status: 201,
  })
  const { status, body } = await d.submit(d.author, draft.id, effective)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}

const versions = async (d: DraftDesk) => (await d.call(d.approver, 'GET', '/charter/versions')).body.items
const stored = (d: DraftDesk, table: 'charter_version' | 'draft_submission') =>
  transaction(d.app.desk.store, { workspace: d.workspace }, ({ db }) =>
    db
      .selectFrom(table)
      .select(['hash', 'canonical', 'source'])
      .where('workspace_id', '=', d.workspace)
      .orderBy(table === 'charter_version' ? 'version' : 'at', 'desc')
      .executeTakeFirstOrThrow(),
  )

describe('submitting', () => {
  let d: DraftDesk
  beforeAll(async () => {
    d = await openDraftDesk()
  })
  afterAll(() => d?.close())

  it('is refused while the charter has errors, naming each', async () => {
    const draft = await d.start(d.author, { source: ALWAYS_OPEN.replace('tier: gold', 'teir: gold') })
    expect(await d.submit(d.author, draft.id)).toMatchObject({
      status: 422,
      body: { code: 'charter-faulty', at: [{ path: expect.stringMatching(/^\d+:\d+ \/promises/) }] },
    })
    expect(await d.read(draft.id)).toMatchObject({ state: 'writing', submission: null })
  })

  it('is refused while nobody holds a position that the charter names; it can be given before', async () => {
    const source = ALWAYS_OPEN.replace('duty-manager]', 'duty-manager, ombudsman]')
    const draft = await d.start(d.author, { source })
    expect(await d.submit(d.author, draft.id)).toMatchObject({
      status: 422,
      body: { code: 'cannot-be', at: [{ path: 'positions.ombudsman' }] },
    })
    const admin = await d.hire(['admin'])
    const give = (positions: string[]) => d.call(admin, 'PATCH', `/staff/${d.approver.person}`, { positions })
    expect(await give(['ombudsman'])).toMatchObject({ status: 200, body: { positions: ['ombudsman'] } })
    expect((await d.read(draft.id)).holders).toMatchObject({ ombudsman: 1 })
    expect(await give(['ombudsmann'])).toMatchObject({ status: 422, body: { code: 'unknown-position' } })
    expect(await d.submit(d.author, draft.id)).toMatchObject({ status: 201 })
    await d.call(d.author, 'DELETE', `/drafts/${draft.id}`)
  })

  it('is refused while a warning has neither been mended nor been let stand with a reason', async () => {
    const draft = await d.start(d.author)
    const seqOf = async () => (await d.read(draft.id)).seq
    const submit = async () =>
      d.call(d.author, 'POST', `/drafts/${draft.id}/submission`, { seq: await seqOf(), effective: null, zone: 'UTC' })
    const warnings = async () => (await d.call(d.approver, 'GET', `/drafts/${draft.id}/warnings`)).body.items
    const tick = (person: TestPerson, finding: string, reason: string) =>
      d.call(person, 'POST', `/drafts/${draft.id}/warnings/${finding}/tick`, { reason })

    const [agent, channel] = await warnings()
    expect([agent, channel]).toMatchObject([
      { code: 'unused-part', path: '/positions/0', tick: null },
      { code: 'unused-part', path: '/facts/channel', tick: null },
    ])
    expect(await submit()).toMatchObject({
      status: 422,
      body: { code: 'warnings-open', at: [{ path: expect.stringMatching(/\/positions\/0$/) }, {}] },
    })
    expect(await tick(d.author, agent.finding, '  ')).toMatchObject({ status: 400 })
    expect(await tick(d.approver, agent.finding, 'For later.')).toMatchObject({ status: 403 })
    expect(await tick(d.author, 'f'.repeat(64), 'For later.')).toMatchObject({ status: 404 })
    expect(await tick(d.author, agent.finding, 'For later.')).toMatchObject({
      status: 200,
      body: { items: [{ tick: { reason: 'For later.', by: { id: d.author.person } } }, { tick: null }] },
    })
    expect(await submit()).toMatchObject({ body: { code: 'warnings-open', at: [{}] } })
    await tick(d.other, channel.finding, 'Mail is still to come.')
    await d.call(d.other, 'DELETE', `/drafts/${draft.id}/warnings/${channel.finding}/tick`)
    expect(await submit()).toMatchObject({ body: { code: 'warnings-open' } })
    await tick(d.other, channel.finding, 'Chat is still to come.')

    // What is written elsewhere leaves the ticks; the same place warned of otherwise asks anew.
    await d.replace(d.author, draft.id, '30 min', '25 min')
    expect((await warnings()).map((one: { tick: object | null }) => one.tick !== null)).toEqual([true, true])
    await d.replace(d.author, draft.id, 'positions: [agent,', 'positions: [clerk,')
    expect((await warnings()).map((one: { tick: object | null }) => one.tick !== null)).toEqual([false, true])
    await d.replace(d.author, draft.id, 'positions: [clerk,', 'positions: [agent,')

    const { status, body } = await submit()
    expect([status, body.submission?.warnings]).toMatchObject([
      201,
      [
        { code: 'unused-part', tick: { reason: 'For later.', by: { id: d.author.person } } },
        { code: 'unused-part', tick: { reason: 'Chat is still to come.', by: { id: d.other.person } } },
      ],
    ])
    expect(await tick(d.author, agent.finding, 'Otherwise.')).toMatchObject({ body: { code: 'draft-closed' } })
    const admin = await d.hire(['admin'])
    const { body: audit } = await d.call(admin, 'GET', '/audit?action=warning.ticked')
    const own = audit.items.filter(({ data }: { data: { draft: string } }) => data.draft === draft.id)
    expect(own).toMatchObject([
      { data: { draft: draft.id, code: 'unused-part', path: '/facts/channel' } },
      { data: { path: '/facts/channel' } },
      { data: { path: '/positions/0' } },
    ])
    expect(JSON.stringify(audit)).not.toContain('For later')
    await d.call(d.author, 'DELETE', `/drafts/${draft.id}`)
  })

  it('is refused for a time that is over, an unknown zone, and a text that was changed since', async () => {
    const draft = await d.start(d.author)
    const submit = (body: object) =>
      d.call(d.author, 'POST', `/drafts/${draft.id}/submission`, { seq: 0, effective: null, zone: 'UTC', ...body })
    expect(await submit({ effective: '2020-01-01T00:00:00.000Z' })).toMatchObject({
      body: { at: [{ path: 'effective' }] },
    })
    expect(await submit({ effective: '2099-01-01T00:00:00.000Z' })).toMatchObject({
      body: { at: [{ path: 'effective' }] },
    })
    expect(await submit({ zone: 'Europe/Nowhere' })).toMatchObject({ body: { at: [{ path: 'zone' }] } })
    await d.replace(d.other, draft.id, '30 min', '20 min')
    await d.tickAll(d.author, draft.id)
    expect(await submit({})).toMatchObject({ status: 409, body: { code: 'draft-moved', seq: 1 } })
    expect(await submit({ seq: 1 })).toMatchObject({
      status: 201,
      body: {
        state: 'in-review',
        submission: { need: 1, approvers: [], zone: 'UTC', may_approve: false, why_not: 'no-permission' },
      },
    })
    expect(await d.replace(d.author, draft.id, '20 min', '10 min')).toMatchObject({ body: { code: 'draft-closed' } })
  })
})

describe('approving', () => {
  let d: DraftDesk
  let both: TestPerson
  beforeAll(async () => {
    d = await openDraftDesk()
    both = await d.hire(['author', 'approver'])
  })
  afterAll(() => d?.close())

  it('publishes exactly what was approved, and says who wrote and approved it', async () => {
    const draft = await inReview(d, '45 min')
    expect((await d.call(d.approver, 'GET', `/drafts/${draft.id}`)).body.submission).toMatchObject({
      may_approve: true,
      why_not: null,
    })
    const { status, body } = await d.approve(d.approver, draft)
    expect([status, body]).toMatchObject([
      201,
      { state: 'published', version: 2, submission: { approvals: [{ person: { id: d.approver.person } }] } },
    ])
    expect(await versions(d)).toMatchObject([
      {
        version: 2,
        hash: draft.submission?.hash,
        state: 'in-force',
        ends: null,
        published_by: { id: d.author.person },
        approved_by: [{ id: d.approver.person }],
        by_one: false,
      },
      { version: 1, state: 'past', ends: expect.any(String), approved_by: [], by_one: false },
    ])
    expect(await stored(d, 'charter_version')).toEqual(await stored(d, 'draft_submission'))
    const { body: version } = await d.call(d.approver, 'GET', '/charter/versions/2')
    expect(version).toMatchObject({ version: 2, source: expect.stringContaining('45 min of round-the-clock') })
  })

  it('said again by the same person, is the same', async () => {
    const draft = await inReview(d, '44 min')
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => d.approve(d.approver, draft)))
    for (const each of again) expect(each).toEqual(first)
    expect(await d.approve(both, draft)).toMatchObject({ status: 409, body: { code: 'draft-closed' } })
    expect(await versions(d)).toHaveLength(3)
  })

  it('is for no author, however little they wrote, and not for a key', async () => {
    const draft = await d.start(d.author)
    await d.replace(both, draft.id, '24 h', '20 h')
    const { body } = await d.submit(d.author, draft.id)
    expect(await d.approve(both, body)).toMatchObject({ status: 403, body: { code: 'own-change' } })
    expect(await d.approve(d.author, body)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const key = await d.app.keyFor(['approver'])
    const { hash, effective } = body.submission
    expect(await d.call(key, 'POST', `/drafts/${draft.id}/approvals`, { hash, effective })).toMatchObject({
      status: 403,
      body: { code: 'not-approver' },
    })
    expect((await d.call(both, 'GET', `/drafts/${draft.id}`)).body.submission.why_not).toBe('own-change')
    expect(await d.read(draft.id)).toMatchObject({ state: 'in-review' })
  })

  it('is for nobody through a key of theirs: what it wrote, its owner wrote', async () => {
    const owner = await d.hire(['author', 'approver'])
    const { secret } = await addApiKey(d.app.desk.store, {
      workspace: d.workspace,
      name: 'script',
      roles: ['author'],
      owner: owner.person,
    })
    const draft = await d.start(d.author)
    const splices = [{ at: 0, remove: 0, insert: '# By a script\n' }]
    const edit = { base: 0, splices, edit: '0197d6a0-0000-7000-8000-000000000001' }
    expect(await d.call(secret, 'POST', `/drafts/${draft.id}/edits`, edit)).toMatchObject({ status: 201 })
    const { body } = await d.submit(d.author, draft.id)
    expect(body.authors.map(({ id }: { id: string }) => id)).toContain(owner.person)
    expect(await d.approve(owner, body)).toMatchObject({ status: 403, body: { code: 'own-change' } })
  })

  it('names the hash and the time: of any other it is refused, and of one that was taken back', async () => {
    const draft = await inReview(d, '43 min', LATER)
    const given = { hash: draft.submission?.hash, effective: draft.submission?.effective }
    for (const other of [
      { hash: 'f'.repeat(64) },
      { effective: null },
      { effective: new Date(Date.parse(LATER) + 1).toISOString() },
    ])
      expect(await d.call(d.approver, 'POST', `/drafts/${draft.id}/approvals`, { ...given, ...other })).toMatchObject({
        status: 409,
        body: { code: 'other-version' },
      })
    expect(await d.call(d.other, 'DELETE', `/drafts/${draft.id}/submission`)).toMatchObject({
      body: { state: 'writing' },
    })
    expect(await d.approve(d.approver, draft)).toMatchObject({ body: { code: 'draft-closed' } })
    await d.replace(d.author, draft.id, '43 min', '42 min')
    await d.submit(d.author, draft.id, LATER)
    expect(await d.approve(d.approver, draft)).toMatchObject({ body: { code: 'other-version' } })
  })

  it('can be refused with a reason, and the draft goes back to its authors', async () => {
    const draft = await inReview(d, '41 min')
    const { body } = await d.call(d.approver, 'POST', `/drafts/${draft.id}/refusal`, { reason: 'Too fast for us.' })
    expect(body).toMatchObject({
      state: 'writing',
      submission: null,
      sent_back: { reason: 'Too fast for us.', by: { id: d.approver.person } },
    })
    expect((await d.submit(d.author, draft.id)).body).toMatchObject({ state: 'in-review', sent_back: null })
  })

  it('comes too late once the time has passed: what to do is said', async () => {
    const draft = await inReview(d, '40 min', LATER)
    const superuser = await d.app.database.connect('postgres')
    await superuser.query(`update draft_submission set effective = '2026-01-01' where draft_id = $1`, [draft.id])
    const refused = await d.approve(d.approver, await d.read(draft.id))
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'cannot-be', detail: expect.stringContaining('Take it back') },
    })
    expect((await d.read(draft.id)).submission?.approvals).toEqual([])
  })

  it('is void where another version was published meanwhile', async () => {
    const [first, second] = [await inReview(d, '39 min'), await inReview(d, '38 min')]
    expect(await d.approve(d.approver, first)).toMatchObject({ status: 201 })
    expect(await d.approve(d.approver, second)).toMatchObject({ status: 409, body: { code: 'other-version' } })
    await d.call(d.author, 'DELETE', `/drafts/${second.id}/submission`)
    const { body } = await d.submit(d.author, second.id)
    expect(await d.approve(d.approver, body)).toMatchObject({ status: 201, body: { state: 'published' } })
  })

  it('of two drafts at once publishes one after the other, never both over each other', async () => {
    const drafts = [await inReview(d, '37 min'), await inReview(d, '36 min')]
    const before = (await versions(d)).length
    const answers = await Promise.all(drafts.map((draft) => d.approve(d.approver, draft)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await versions(d)).toHaveLength(before + 1)
  })

  it('of an older version’s text is rolling back: a new version', async () => {
    const draft = await d.start(d.author, { from: 1, note: 'Back to what we could keep' })
    const { body } = await d.submit(d.author, draft.id)
    // An hour is later than what was promised since, so one more approves it.
    expect(await d.approve(d.approver, body)).toMatchObject({ status: 201, body: { state: 'in-review' } })
    const { body: published } = await d.approve(both, body)
    const [newest] = await versions(d)
    expect(newest).toMatchObject({ version: published.version, note: 'Back to what we could keep' })
    const { body: same } = await d.call(
      d.approver,
      'GET',
      `/charter/versions/${published.version}/differences?against=1`,
    )
    expect(same).toMatchObject({ from: 1, to: published.version, items: [], suggested: [] })
    // They are the version’s own, whatever it is compared with.
    expect(same.warnings.map(({ tick }: { tick: { reason: string } | null }) => tick?.reason)).toContain(
      'It is meant so.',
    )
    const { body: back } = await d.call(d.approver, 'GET', `/charter/versions/${published.version}/differences`)
    expect(back).toMatchObject({
      from: published.version - 1,
      items: [{ id: 'P1', change: 'looser', parts: [{ old: expect.any(String), new: '1 h of round-the-clock' }] }],
    })
  })

  it('may be for a time to come: it is in force from then on, and the handbook tells what comes', async () => {
    const draft = await inReview(d, '35 min', LATER)
    const { body } = await d.approve(d.approver, draft)
    const [newest, before] = await versions(d)
    expect(newest).toMatchObject({ version: body.version, state: 'ahead', effective: LATER })
    expect(before).toMatchObject({ state: 'in-force', ends: LATER })
    const { body: handbook } = await d.call(d.approver, 'GET', '/handbook')
    expect(handbook).toMatchObject({ version: { version: before.version }, next: { version: newest.version } })
  })
})

describe('a draft by which somebody gets less', () => {
  let d: DraftDesk
  let second: TestPerson
  beforeAll(async () => {
    d = await openDraftDesk()
    second = await d.hire(['approver'])
  })
  afterAll(() => d?.close())

  it('is approved by one more: two people, each of this hash and this time', async () => {
    const draft = await inReview(d, '90 min', LATER)
    expect(draft.submission).toMatchObject({ need: 2, asked: 2, gives_less: true })
    const { body: half } = await d.approve(d.approver, draft)
    expect(half).toMatchObject({ state: 'in-review', version: null, submission: { approvals: [{}] } })
    // The same person a second time, and whoever wrote it, are nobody more.
    expect((await d.approve(d.approver, draft)).body).toMatchObject({
      state: 'in-review',
      submission: { approvals: [{}] },
    })
    expect(await d.approve(d.author, draft)).toMatchObject({ status: 403 })
    const { hash, effective } = draft.submission ?? {}
    for (const other of [
      { hash: 'f'.repeat(64), effective },
      { hash, effective: null },
    ])
      expect(await d.call(second, 'POST', `/drafts/${draft.id}/approvals`, other)).toMatchObject({
        status: 409,
        body: { code: 'other-version' },
      })
    expect(await versions(d)).toHaveLength(1)
    expect(await d.approve(second, draft)).toMatchObject({ status: 201, body: { state: 'published' } })
    expect((await versions(d))[0]).toMatchObject({
      by_one: false,
      approved_by: [{ id: d.approver.person }, { id: second.person }],
    })
  })

  it('loses the approval that it had once it is changed', async () => {
    const draft = await inReview(d, '95 min')
    await d.approve(d.approver, draft)
    await d.call(d.author, 'DELETE', `/drafts/${draft.id}/submission`)
    await d.replace(d.author, draft.id, '95 min', '96 min')
    const { body: again } = await d.submit(d.author, draft.id)
    expect(again.submission).toMatchObject({ need: 2, approvals: [] })
    // What was sent for the text before approves nothing of this one.
    expect(await d.approve(second, draft)).toMatchObject({ status: 409, body: { code: 'other-version' } })
    expect((await d.approve(second, again)).body).toMatchObject({ state: 'in-review' })
    expect((await d.approve(d.approver, again)).body).toMatchObject({ state: 'published' })
  })

  it('is told apart from one by which nobody does', async () => {
    const draft = await inReview(d, '20 min')
    expect(draft.submission).toMatchObject({ need: 1, asked: 1, gives_less: false })
    await d.call(d.author, 'DELETE', `/drafts/${draft.id}`)
  })

  it('says who gets less, of what, with a ticket that shows it', async () => {
    const draft = await inReview(d, '3 h')
    const { status, body } = await d.call(second, 'GET', `/drafts/${draft.id}/submission/differences`)
    expect([status, body]).toMatchObject([
      200,
      {
        from: expect.any(Number),
        items: [
          {
            id: 'P1',
            change: 'looser',
            customers: 'less',
            parts: [
              {
                customers: 'less',
                new: '3 h of round-the-clock',
                witness: { new: { gives: '3 h of round-the-clock' } },
              },
            ],
          },
        ],
      },
    ])
    await d.call(d.author, 'DELETE', `/drafts/${draft.id}/submission`)
    expect(await d.call(second, 'GET', `/drafts/${draft.id}/submission/differences`)).toMatchObject({
      status: 409,
      body: { code: 'draft-closed' },
    })
  })

  it('is read anew where what it takes the place of came into force since', async () => {
    // A stricter version is to come; the draft is stricter than what is in force now, but not than that.
    const soon = await inReview(d, '10 min', LATER)
    await d.approve(second, soon)
    const draft = await inReview(d, '15 min')
    expect(draft.submission).toMatchObject({ need: 1, gives_less: false })
    const superuser = await d.app.database.connect('postgres')
    await superuser.query(`update charter_version set effective = now() where effective = $1`, [LATER])
    expect(await d.approve(second, draft)).toMatchObject({
      status: 409,
      body: { code: 'other-version', detail: expect.stringContaining('gets less') },
    })
    expect((await d.read(draft.id)).submission?.approvals).toEqual([])
  })
})

describe('a draft by which somebody gets less, where one person alone may approve', () => {
  it('is approved by that one, and the public list says so', async () => {
    const d = await openDraftDesk()
    try {
      const draft = await inReview(d, '90 min')
      expect(draft.submission).toMatchObject({ need: 1, asked: 2, gives_less: true })
      expect((await d.approve(d.approver, draft)).body).toMatchObject({ state: 'published' })
      expect((await versions(d))[0]).toMatchObject({ by_one: true })
    } finally {
      await d.close()
    }
  })
})

describe('approvers that the charter names', () => {
  it('are asked, as many as it says, or as there are', async () => {
    const d = await openDraftDesk(NAMED)
    try {
      const lead = await d.hire(['approver'], ['team-lead'])
      const alone = await inReview(d, '45 min')
      expect(alone.submission).toMatchObject({ need: 1, approvers: ['team-lead', 'duty-manager'] })
      expect(await d.approve(d.approver, alone)).toMatchObject({ status: 403, body: { code: 'not-approver' } })
      expect((await d.read(alone.id)).submission?.why_not).toBe('no-position')
      expect(await d.approve(lead, alone)).toMatchObject({ body: { state: 'published' } })
      expect((await versions(d))[0]).toMatchObject({ by_one: true })

      const manager = await d.hire(['approver'], ['duty-manager'])
      const together = await inReview(d, '46 min')
      expect(together.submission).toMatchObject({ need: 2 })
      // Both are told that it waits for them; who wrote it, and who holds no such position, is not.
      const told = async (person: Parameters<typeof d.call>[0]) => {
        const { body } = await d.call(person, 'GET', '/notices')
        const notices: readonly { readonly code: string; readonly data: { readonly draft?: string } }[] = body.items
        return notices.filter(({ code, data }) => code === 'draft-submitted' && data.draft === together.id).length
      }
      expect(await Promise.all([manager, lead, d.author, d.approver].map(told))).toEqual([1, 1, 0, 0])
      const { body: half } = await d.approve(lead, together)
      expect(half).toMatchObject({ state: 'in-review', submission: { why_not: 'has-approved', approvals: [{}] } })
      const answers = await Promise.all([d.approve(manager, together), d.approve(lead, together)])
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      expect((await versions(d))[0]).toMatchObject({
        version: 3,
        by_one: false,
        approved_by: [{ id: lead.person }, { id: manager.person }],
      })
    } finally {
      await d.close()
    }
  })

  it('are told by mail too, in their language, once for one text however often it is submitted', async () => {
    const d = await openDraftDesk(NAMED)
    try {
      const lead = await d.hire(['approver'], ['team-lead'])
      const manager = await d.hire(['approver'], ['duty-manager'])
      await transaction(d.app.desk.store, { workspace: d.workspace }, async ({ db, newId }) => {
        const row = {
          workspace_id: d.workspace,
          address: 'care@acme.example',
          name: 'Acme',
          language: null,
          zone: null,
        }
        await db
          .insertInto('mailbox')
          .values({ id: newId(), ...row })
          .execute()
        await db
          .updateTable('person')
          .set({ language: 'pl' })
          .where('workspace_id', '=', d.workspace)
          .where('id', '=', manager.person)
          .execute()
      })
      const mails = () =>
        transaction(d.app.desk.store, { workspace: d.workspace }, async ({ db }) => {
          const rows = await db
            .selectFrom('outbox')
            .select(['kind', 'payload'])
            .where('workspace_id', '=', d.workspace)
            .where('once', 'like', 'draft-submitted/%')
            .execute()
          return rows.map(({ kind, payload }) => ({ kind, ...payload }) as Record<string, unknown>)
        })
      const draft = await inReview(d, '45 min')
      const first = await mails()
      // Neither who wrote it nor who holds no such position.
      expect(first.map(({ to }) => to).sort()).toEqual([lead.email, manager.email].sort())
      expect(first.find(({ to }) => to === lead.email)).toMatchObject({
        kind: 'staff',
        language: 'en',
        subject: 'A draft of the charter waits for your approval',
        text: expect.stringContaining(`/desk/charter/drafts/${draft.id}`),
      })
      expect(first.find(({ to }) => to === manager.email)).toMatchObject({
        language: 'pl',
        subject: 'Szkic karty czeka na Twoje zatwierdzenie',
      })

      await d.call(d.author, 'DELETE', `/drafts/${draft.id}/submission`)
      expect((await d.submit(d.author, draft.id)).body).toMatchObject({ state: 'in-review' })
      expect(await mails()).toHaveLength(2)

      await d.call(d.author, 'DELETE', `/drafts/${draft.id}/submission`)
      await d.replace(d.author, draft.id, 'target: 45 min of', 'target: 44 min of')
      expect((await d.submit(d.author, draft.id)).body).toMatchObject({ state: 'in-review' })
      expect(await mails()).toHaveLength(4)
    } finally {
      await d.close()
    }
  })

  it('cannot be nobody: a draft that none but its authors could approve is not submitted', async () => {
    const d = await openDraftDesk(NAMED)
    try {
      const draft = await d.start(d.author)
      expect(await d.submit(d.author, draft.id)).toMatchObject({
        status: 422,
        body: { code: 'cannot-be', detail: expect.stringContaining('team-lead, duty-manager') },
      })
    } finally {
      await d.close()
    }
  })

  it('are the draft’s own where no version is in force', async () => {
    const d = await openDraftDesk(null)
    try {
      await d.hire(['approver'], ['team-lead'])
      const draft = await d.start(d.author, { source: NAMED })
      expect((await d.submit(d.author, draft.id)).body.submission).toMatchObject({
        need: 1,
        approvers: ['team-lead', 'duty-manager'],
      })
    } finally {
      await d.close()
    }
  })
})
