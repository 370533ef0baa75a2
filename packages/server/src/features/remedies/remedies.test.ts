import type { Grant } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eur, openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'
import { transaction } from '../../db/index.ts'

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk()
})
afterAll(() => desk?.close())

const ask = { ask: true, amount: eur(30_000) }

describe('the remedies of a ticket', () => {
  it('are those of the charter, with what the caller may give and whom to ask', async () => {
    const number = await desk.open()
    const { offers, charter, kindness } = await desk.remedies(desk.anna, number)
    expect(charter?.version).toBe(1)
    expect(offers.map(({ clause, row, remedy }) => `${clause}/${row} ${remedy}`)).toEqual([
      'R1/1 refund',
      'R1/1 replacement',
      'R1/1 apology',
      'R2/1 apology',
      'R2/1 credit',
    ])
    expect(offers[0]).toMatchObject({
      says: { en: 'What we do when something went wrong.' },
      up_to: eur(80_000),
      needs: null,
      passed_over: [2],
      mine: { backed_by: ['A1'], up_to: eur(10_000), left_today: eur(50_000) },
      others: ['team-lead'],
    })
    expect(kindness).toEqual({ left: eur(20_000), per: 'month', backed_by: 'A1' })
    const seenByLea = await desk.remedies(desk.lea, number)
    expect(seenByLea.offers[0]?.mine).toEqual({ backed_by: ['A2'], up_to: eur(80_000), left_today: null })
    expect(seenByLea.kindness).toBeNull()
  })

  it('say which fact they need where it is not known, and give no money before', async () => {
    const number = await desk.open({ tier: 'gold' })
    const { offers, missing } = await desk.remedies(desk.anna, number)
    expect(offers[0]).toMatchObject({ up_to: null, needs: 'amount', mine: { up_to: eur(0) } })
    expect(missing).toContain('amount')
    expect(await desk.grant(desk.anna, number)).toMatchObject({ status: 422, code: 'not-offered' })
    expect(await desk.grant(desk.anna, number, { remedy: 'apology', amount: null })).toMatchObject({ status: 201 })
  })

  it('are none for somebody without a position', async () => {
    const nobody = await desk.hire([])
    const number = await desk.open()
    expect((await desk.remedies(nobody, number)).offers.map(({ mine }) => mine)).toEqual(Array(5).fill(null))
    expect(await desk.grant(nobody, number)).toMatchObject({ status: 403, code: 'beyond-limit' })
  })
})

describe.each([
  ['an agent', ['agent']],
  ['a team lead', ['team-lead']],
  ['who is both', ['agent', 'team-lead']],
  ['a duty manager', ['duty-manager']],
  ['nobody', []],
])('what is offered to %s', (_, positions) => {
  it.each([
    ['R1', 'refund'],
    ['R2', 'credit'],
  ])('is what the gate gives, to the cent: %s %s', async (clause, remedy) => {
    const who = await desk.hire(positions)
    const number = await desk.open()
    const mine = async () =>
      (await desk.remedies(who, number)).offers.find((offer) => offer.clause === clause && offer.remedy === remedy)
        ?.mine
    const limit = (await mine())?.up_to?.minor ?? 0
    const beyond = await desk.grant(who, number, { clause, remedy, amount: eur(limit + 1) })
    expect(beyond).toMatchObject({ status: 403, code: 'beyond-limit' })
    if (limit === 0) return
    expect(await desk.grant(who, number, { clause, remedy, amount: eur(limit) })).toMatchObject({ status: 201 })
    expect((await mine())?.up_to).toEqual(eur(0))
  })
})

describe('a grant inside the limits', () => {
  it('goes through at once and stands in the ticket, backed by its clauses', async () => {
    const number = await desk.open()
    const { status, body } = await desk.grant(desk.anna, number, { reason: 'The lid was broken.' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ticket: number,
      subject: 'The kettle leaks',
      clause: 'R1',
      row: 1,
      remedy: 'refund',
      amount: eur(8000),
      state: 'granted',
      backed_by: ['A1'],
      asked_by: { id: desk.anna.person },
      decided_by: null,
      facts: { tier: 'gold', amount: eur(80_000) },
    })
    const entry = (await desk.ticket(number)).entries.find(({ type }) => type === 'remedy.granted')
    expect(entry).toMatchObject({
      person: { id: desk.anna.person },
      text: 'The lid was broken.',
      fields: { key: body.id, clause: 'R1', row: 1, remedy: 'refund', amount: eur(8000), backed_by: ['A1'] },
    })
    expect((await desk.audit())[0]).toMatchObject({
      action: 'remedy.granted',
      code: null,
      ticket: number,
      person: { id: desk.anna.person },
    })
  })

  it('is taken off the limit of the ticket and the clause’s own', async () => {
    const number = await desk.open()
    await desk.grant(desk.anna, number)
    const { offers } = await desk.remedies(desk.anna, number)
    expect(offers[0]).toMatchObject({ up_to: eur(72_000), mine: { up_to: eur(2000) } })
    expect(await desk.grant(desk.anna, number)).toMatchObject({ status: 403, code: 'beyond-limit' })
    expect((await desk.grant(desk.lea, number, { amount: eur(72_000) })).status).toBe(201)
    const spent = await desk.grant(desk.lea, number, { amount: eur(1), ask: true })
    expect(spent).toMatchObject({ status: 403, code: 'beyond-limit' })
  })

  it('is carried out once, by anybody who may grant', async () => {
    const number = await desk.open()
    const { body } = await desk.grant(desk.anna, number)
    const done = await desk.post<Grant>(desk.lea, `/grants/${body.id}/done`)
    expect(done.body).toMatchObject({ state: 'done', done_by: { id: desk.lea.person } })
    expect((await desk.post<Grant>(desk.anna, `/grants/${body.id}/done`)).body.done_at).toBe(done.body.done_at)
    const types = (await desk.ticket(number)).entries.map(({ type }) => type)
    expect(types.filter((type) => type === 'remedy.done')).toHaveLength(1)
  })
})

describe('what is asked of a position that nobody holds', () => {
  it('needs a person', async () => {
    const lonely = await openRemedyDesk()
    try {
      await transaction(lonely.app.desk.store, { workspace: lonely.app.workspace }, ({ db }) =>
        db
          .deleteFrom('position_holder')
          .where('workspace_id', '=', lonely.app.workspace)
          .where('position', '=', 'team-lead')
          .execute(),
      )
      await lonely.grant(lonely.anna, await lonely.open(), ask)
      const { items } = await lonely.get<{ items: { code: string; data: object }[] }>(lonely.anna, '/attention')
      expect(items).toMatchObject([{ code: 'position-empty', data: { position: 'team-lead' } }])
    } finally {
      await lonely.close()
    }
  })
})

describe('a grant beyond the limits', () => {
  it('waits for somebody who may, who is told, and approves it on the facts that were seen', async () => {
    const number = await desk.open()
    const { body: asked, status } = await desk.grant(desk.anna, number, { ...ask, reason: 'She paid that much.' })
    expect(status).toBe(201)
    expect(asked).toMatchObject({
      state: 'asked',
      backed_by: [],
      waits_for: ['team-lead'],
      may_decide: false,
      why_not: 'own-request',
    })
    const notices = await desk.get<{ items: { code: string; ticket: number }[] }>(desk.lea, '/notices')
    expect(notices.items[0]).toMatchObject({ code: 'grant-asked', ticket: number })
    const list = await desk.get<{ items: Grant[] }>(desk.lea, '/grants?state=asked')
    expect(list.items.find(({ id }) => id === asked.id)).toMatchObject({ may_decide: true, why_not: null })

    const approved = await desk.post<Grant>(desk.lea, `/grants/${asked.id}/approval`, {
      facts_hash: asked.facts_hash,
      reason: 'Agreed.',
    })
    expect(approved.body).toMatchObject({
      state: 'granted',
      backed_by: ['A2'],
      decided_by: { id: desk.lea.person },
      decision_reason: 'Agreed.',
      waits_for: [],
    })
    const told = await desk.get<{ items: { code: string }[] }>(desk.anna, '/notices')
    expect(told.items[0]?.code).toBe('grant-approved')
  })

  it('is refused with a reason, or taken back by who asked', async () => {
    const number = await desk.open()
    const one = (await desk.grant(desk.anna, number, ask)).body
    const other = (await desk.grant(desk.anna, number, ask)).body
    const bystander = await desk.hire(['agent'])
    expect(await desk.post(bystander, `/grants/${one.id}/refusal`, { reason: 'No.' })).toMatchObject({
      status: 403,
      code: 'beyond-limit',
    })
    const refused = await desk.post<Grant>(desk.lea, `/grants/${one.id}/refusal`, { reason: 'Not this much.' })
    expect(refused.body).toMatchObject({ state: 'refused', decision_reason: 'Not this much.' })
    const back = await desk.post<Grant>(desk.anna, `/grants/${other.id}/refusal`, { reason: 'A mistake.' })
    expect(back.body).toMatchObject({ state: 'withdrawn', decided_by: { id: desk.anna.person } })
    expect(await desk.post(desk.lea, `/grants/${one.id}/done`)).toMatchObject({ code: 'grant-settled' })
    const entries = (await desk.ticket(number)).entries.filter(({ type }) => type.startsWith('remedy.'))
    expect(entries.map(({ type, text }) => [type, text])).toEqual([
      ['remedy.asked', null],
      ['remedy.asked', null],
      ['remedy.refused', 'Not this much.'],
      ['remedy.withdrawn', 'A mistake.'],
    ])
  })

  it('waits for nobody where the charter gives nobody so much', async () => {
    const number = await desk.open()
    const much = await desk.grant(desk.anna, number, { ...ask, amount: eur(80_001) })
    expect(much).toMatchObject({ status: 403, code: 'beyond-limit' })
  })
})

describe('kindness', () => {
  it('goes beyond the rows within the budget of a month, with a reason', async () => {
    const kind = await desk.hire(['agent'])
    const number = await desk.open({})
    const bend = { clause: undefined, bend: true, amount: eur(15_000) }
    expect(await desk.grant(kind, number, bend)).toMatchObject({ status: 400, code: 'bad-request' })
    const given = await desk.grant(kind, number, { ...bend, reason: 'It was her birthday.' })
    expect(given.body).toMatchObject({ state: 'granted', is_bend: true, row: 0, clause: 'A1', backed_by: ['A1'] })
    expect((await desk.remedies(kind, number)).kindness?.left).toEqual(eur(5000))
    const more = { ...bend, reason: 'Once more.' }
    expect(await desk.grant(kind, number, more)).toMatchObject({ status: 409, code: 'budget-spent' })
    expect(await desk.grant(kind, number, { ...more, amount: eur(20_001) })).toMatchObject({ code: 'beyond-limit' })
    expect(await desk.grant(desk.lea, number, more)).toMatchObject({ code: 'beyond-limit' })
    expect(await desk.grant(kind, number, { ...more, remedy: 'holiday' })).toMatchObject({ code: 'not-offered' })
  })

  it('is asked of somebody else who has a budget, and taken from theirs', async () => {
    const spent = await desk.hire(['agent'])
    const other = await desk.hire(['agent'])
    const number = await desk.open({})
    const bend = { clause: 'R1', bend: true, amount: eur(20_000), reason: 'A bad week.' }
    await desk.grant(spent, number, bend)
    const asked = await desk.grant(spent, number, { ...bend, ask: true })
    expect(asked.body).toMatchObject({ state: 'asked', clause: 'R1', waits_for: ['agent'] })
    const approved = await desk.post<Grant>(other, `/grants/${asked.body.id}/approval`, {
      facts_hash: asked.body.facts_hash,
    })
    expect(approved.body).toMatchObject({ state: 'granted', backed_by: ['A1'] })
    expect((await desk.remedies(other, number)).kindness?.left).toEqual(eur(0))
  })
})

describe('what was decided before', () => {
  it('under the same row is shown beside: given and refused, not what is asked or was given on this ticket', async () => {
    const facts = { tier: 'gold', amount: { minor: 12_345, currency: 'EUR' } }
    const [first, second, third] = [await desk.open(facts), await desk.open(facts), await desk.open({})]
    const asker = await desk.hire(['agent'])
    const { body: given } = await desk.grant(asker, first, { amount: eur(1200) })
    const { body: asked } = await desk.grant(asker, first, { amount: eur(11_000), ask: true })
    const similar = async (ticket: number) =>
      (await desk.remedies(asker, ticket)).similar.map(({ ticket: of, state, amount }) => [of, state, amount?.minor])
    expect(await similar(second)).toContainEqual([first, 'granted', 1200])
    await desk.post(desk.lea, `/grants/${asked.id}/refusal`, { reason: 'Not this much.' })
    expect((await similar(second)).slice(0, 2)).toEqual([
      [first, 'refused', 11_000],
      [first, 'granted', 1200],
    ])
    expect(await similar(first)).not.toContainEqual([first, 'granted', 1200])
    // Another row of R1 applies there.
    expect((await desk.remedies(asker, third)).similar.map(({ clause, row }) => `${clause}/${row}`)).not.toContain(
      'R1/1',
    )
    expect(given.row).toBe(1)
  })
})

describe('the list of grants', () => {
  it('is read page by page, the newest first', async () => {
    const all = (await desk.get<{ items: Grant[] }>(desk.anna, '/grants?limit=200')).items
    const pages: string[] = []
    let next: string | null = null
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`
      const page: { items: Grant[]; next: string | null } = await desk.get(desk.anna, `/grants?limit=3${cursor}`)
      pages.push(...page.items.map(({ id }) => id))
      next = page.next
    } while (next !== null)
    expect(pages).toEqual(all.map(({ id }) => id))
    expect(all.length).toBeGreaterThan(5)
    const kind = (await desk.get<{ items: Grant[] }>(desk.anna, '/grants?limit=200&bend=true')).items
    expect(kind.map(({ id }) => id)).toEqual(all.filter(({ is_bend }) => is_bend).map(({ id }) => id))
  })

  it('is counted by state', async () => {
    const all = (await desk.get<{ items: Grant[] }>(desk.anna, '/grants?limit=200')).items
    const { counts } = await desk.get<{ counts: Record<string, number> }>(desk.anna, '/grants/counts')
    for (const [state, count] of Object.entries(counts))
      expect([state, count]).toEqual([state, all.filter((one) => one.state === state).length])
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(all.length)
  })
})
