import type { ProceduresOfTicket, SettledStep, SkippedStep } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { EUR_800, eur, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'
import { transaction } from '../../db/index.ts'
import { publishCharter } from '../charters/index.ts'
import { receiveMessage, ticketOfNumber } from '../tickets/index.ts'

const PROCEDURES = `${WITH_REMEDIES}
procedures:
  - id: D1
    when: { channel: email }
    standards: [P3]
    says: "How a kettle is looked at"
    steps:
      - { ask: photo }
      - { do: "Ring the workshop.", when: { tier: gold } }
      - { decide: R1 }
      - { approve: team-lead, when: { amount: "> 500 EUR" } }
      - { wait: customer, at most: 10 days }
      - { hand over: duty-manager, needs: [amount, tried] }
  - { id: D2, when: { channel: phone }, standards: [P1], steps: [{ do: "Say your name." }] }
`

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk({ charter: PROCEDURES })
})
afterAll(() => desk?.close())

const open = (facts = {}) => desk.open({ channel: 'email', ...facts })
const read = async (who: Who, number: number) =>
  (await desk.get<ProceduresOfTicket>(who, `/tickets/${number}/procedures`)).procedures
const take = (who: Who, number: number, step: number, body: object = { act: 'done' }) =>
  desk.post<ProceduresOfTicket & { at?: { path: string; typed?: string }[]; detail?: string }>(
    who,
    `/tickets/${number}/procedures/D1/steps/${step}`,
    body,
  )
const shown = ([procedure]: ProceduresOfTicket['procedures']) =>
  (procedure?.steps ?? []).map(({ step, state }) => `${step} ${state}`)
const settled = ({ procedures: [procedure] }: ProceduresOfTicket, step: number): SettledStep | null | undefined =>
  procedure?.steps.find((one) => one.step === step)?.settled
const log = async (number: number) =>
  (await desk.ticket(number)).entries.filter(({ type }) => type.startsWith('step.') || type === 'ticket.assigned')
const write = async (number: number) => {
  const { workspace } = desk.app
  const { store } = desk.app.desk
  const ticket = await transaction(store, { workspace }, (tx) => ticketOfNumber(tx, number))
  await transaction(store, { workspace, tickets: [ticket] }, (tx) =>
    receiveMessage(tx, ticket, { subject: 'Re: The kettle leaks', text: 'Here it is.' }),
  )
}

describe('the procedures of a ticket', () => {
  it('are those whose condition holds, with their words and where they stand', async () => {
    const number = await open(EUR_800)
    const procedures = await read(desk.anna, number)
    expect(procedures.map(({ clause, applies, is_over }) => [clause.id, applies, is_over])).toEqual([
      ['D1', 'yes', false],
    ])
    expect(procedures[0]?.clause.rows[1]).toEqual({
      when: { tier: 'gold' },
      gives: {},
      says: { en: 'Ring the workshop.' },
    })
    expect(shown(procedures)).toEqual(['1 now', '2 later', '3 later', '4 later', '5 later', '6 later'])
  })

  it('are told as perhaps where a fact is not known, and none where it speaks against them', async () => {
    const number = await desk.open({ channel: null })
    const procedures = await read(desk.anna, number)
    expect(procedures.map(({ clause, applies, facts }) => [clause.id, applies, facts])).toEqual([
      ['D1', 'perhaps', ['channel']],
      ['D2', 'perhaps', ['channel']],
    ])
    expect(await read(desk.anna, await desk.open({ channel: 'form' }))).toEqual([])
  })
})

describe('a step', () => {
  it('is done by whoever works on the ticket, once, and stands on the log', async () => {
    const number = await open(EUR_800)
    const answer = await take(desk.anna, number, 1)
    expect(answer.status).toBe(200)
    expect(settled(answer.body, 1)).toMatchObject({
      how: 'done',
      by: { id: desk.anna.person },
      reason: null,
      handed: null,
    })
    expect(shown(answer.body.procedures).slice(0, 3)).toEqual(['1 done', '2 now', '3 later'])
    const again = await take(desk.lea, number, 1)
    expect([again.status, settled(again.body, 1)?.by?.id]).toEqual([200, desk.anna.person])
    expect((await log(number)).map(({ type, fields, person }) => [type, fields, person?.id])).toEqual([
      ['step.done', { procedure: 'D1', step: 1, round: 1, action: 'ask' }, desk.anna.person],
    ])
  })

  it('is the present one', async () => {
    const number = await open(EUR_800)
    expect(await take(desk.anna, number, 3)).toMatchObject({ status: 409, code: 'step-not-now' })
    expect((await take(desk.anna, number, 3)).body.detail).toContain('D1 stands at step 1 of 6.')
    expect(await take(desk.anna, number, 7)).toMatchObject({ status: 404, code: 'not-found' })
    const other = await desk.post(desk.anna, `/tickets/${number}/procedures/D2/steps/1`, { act: 'done' })
    expect(other).toMatchObject({ status: 404, code: 'not-found' })
    expect(await log(number)).toEqual([])
  })

  it('is done once by two people at the same instant', async () => {
    const number = await open(EUR_800)
    const answers = await Promise.all([desk.anna, desk.lea, desk.anna, desk.lea].map((who) => take(who, number, 1)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await log(number)).toHaveLength(1)
  })

  it('is skipped with a reason, which the log and the lead see', async () => {
    const number = await open(EUR_800)
    expect(await take(desk.anna, number, 1, { act: 'skipped', reason: '  ' })).toMatchObject({
      status: 422,
      code: 'reason-missing',
    })
    const answer = await take(desk.anna, number, 1, { act: 'skipped', reason: 'She sent it by post.' })
    expect(settled(answer.body, 1)).toMatchObject({ how: 'skipped', reason: 'She sent it by post.' })
    const [entry] = await log(number)
    expect(entry).toMatchObject({
      type: 'step.skipped',
      text: 'She sent it by post.',
      person: { id: desk.anna.person },
    })
    expect((await desk.audit()).find(({ action }) => action === 'step.skipped')).toMatchObject({
      ticket: number,
      person: { id: desk.anna.person },
      data: { procedure: 'D1', step: 1, round: 1, action: 'ask' },
    })
    expect(await take(desk.anna, number, 1)).toMatchObject({ status: 409, code: 'step-not-now' })
  })

  it('waits for facts that decide whether it is to be done', async () => {
    const number = await open({ amount: EUR_800.amount })
    await take(desk.anna, number, 1)
    expect(shown(await read(desk.anna, number))[1]).toBe('2 unknown')
    const refused = await take(desk.anna, number, 2)
    expect(refused).toMatchObject({ status: 422, code: 'facts-missing', body: { at: [{ typed: 'tier' }] } })
    await desk.post(desk.anna, `/tickets/${number}/facts`, { facts: { tier: 'standard' } })
    expect(shown(await read(desk.anna, number)).slice(1, 3)).toEqual(['2 left-out', '3 now'])
  })

  it('of a decision is done by the remedy itself', async () => {
    const number = await open({ ...EUR_800, tier: 'gold' })
    await take(desk.anna, number, 1)
    await take(desk.anna, number, 2)
    expect(await take(desk.anna, number, 3)).toMatchObject({ status: 422, code: 'reason-missing' })
    expect(await desk.grant(desk.anna, number)).toMatchObject({ status: 201 })
    const procedures = await read(desk.anna, number)
    expect(shown(procedures).slice(2, 4)).toEqual(['3 done', '4 now'])
    expect(settled({ procedures }, 3)).toMatchObject({ how: 'decided', by: { id: desk.anna.person } })
  })

  it('of a decision waits while the remedy is only asked for, and is done when it is declined', async () => {
    const number = await open({ ...EUR_800, tier: 'gold' })
    await take(desk.anna, number, 1)
    await take(desk.anna, number, 2)
    const asked = await desk.grant(desk.anna, number, { ask: true, amount: eur(30_000) })
    expect(shown(await read(desk.anna, number))[2]).toBe('3 now')
    await desk.post(desk.lea, `/grants/${asked.body.id}/refusal`, { reason: 'It was dropped.' })
    const procedures = await read(desk.anna, number)
    expect(settled({ procedures }, 3)).toMatchObject({
      how: 'decided',
      by: { id: desk.lea.person },
      reason: 'It was dropped.',
    })
  })

  it('that is an approval is done by who holds the position, and skipped by nobody else', async () => {
    const number = await open({ ...EUR_800, tier: 'standard' })
    await take(desk.anna, number, 1)
    await take(desk.anna, number, 3, { act: 'done', reason: 'Nothing is owed.' })
    const [seen] = await read(desk.anna, number)
    expect(seen?.steps.find(({ step }) => step === 4)).toMatchObject({ state: 'now', mine: false })
    expect(await take(desk.anna, number, 4)).toMatchObject({ status: 403, code: 'other-position' })
    expect(await take(desk.anna, number, 4, { act: 'skipped', reason: 'Late.' })).toMatchObject({ status: 403 })
    const bot = await desk.keyOf(undefined)
    expect(await take(bot, number, 4)).toMatchObject({ status: 403, code: 'other-position' })
    // A key of hers acts in her name.
    expect(await take(await desk.keyOf(desk.lea), number, 4)).toMatchObject({ status: 200 })
    expect(shown(await read(desk.lea, number)).slice(3, 5)).toEqual(['4 done', '5 waiting'])
  })

  it('that waits for the customer ends with their next message', async () => {
    const number = await open({ tier: 'standard', amount: eur(10) })
    await take(desk.anna, number, 1)
    await write(number)
    await take(desk.anna, number, 3, { act: 'done', reason: 'Nothing is owed.' })
    const [waiting] = await read(desk.anna, number)
    const present = waiting?.steps.find(({ step }) => step === 5)
    expect(present).toMatchObject({ state: 'waiting' })
    expect(present?.since).toBe(settled({ procedures: waiting === undefined ? [] : [waiting] }, 3)?.at)
    await write(number)
    const procedures = await read(desk.anna, number)
    expect(shown(procedures).slice(3)).toEqual(['4 left-out', '5 done', '6 now'])
    expect(settled({ procedures }, 5)).toMatchObject({ how: 'customer-wrote', by: { name: 'Carla' } })
  })
})

describe('a hand-over', () => {
  const toLast = async (facts: object = { tier: 'standard', amount: eur(4550) }) => {
    const number = await open(facts)
    await take(desk.anna, number, 1)
    await take(desk.anna, number, 3, { act: 'done', reason: 'Nothing is owed.' })
    await take(desk.anna, number, 5)
    return number
  }

  it('is refused without the fields that it needs, and names them', async () => {
    const number = await toLast()
    const [procedure] = await read(desk.anna, number)
    expect(procedure?.steps.at(-1)?.needs).toEqual([
      { field: 'amount', is_fact: true, known: eur(4550) },
      { field: 'tried', is_fact: false, known: null },
    ])
    expect(await take(desk.anna, number, 6)).toMatchObject({
      status: 422,
      code: 'fields-missing',
      body: { at: [{ path: 'fields.tried' }] },
    })
    expect(await take(desk.anna, number, 6, { act: 'done', fields: { tried: 'x', else: 'y' } })).toMatchObject({
      status: 400,
      code: 'bad-request',
    })
    expect((await log(number)).at(-1)).toMatchObject({ fields: { step: 5 } })
  })

  it('gives the ticket to who holds the position, with all that was named', async () => {
    const mia = await desk.hire(['duty-manager'])
    const number = await toLast()
    const answer = await take(desk.anna, number, 6, { act: 'done', fields: { tried: 'A new lid.' } })
    expect(answer.status).toBe(200)
    expect(answer.body.procedures[0]?.is_over).toBe(true)
    expect(settled(answer.body, 6)).toMatchObject({
      how: 'done',
      handed: { words: { tried: 'A new lid.' }, facts: { amount: eur(4550) }, to: { id: mia.person } },
    })
    const ticket = await desk.ticket(number)
    expect(ticket.assignee?.id).toBe(mia.person)
    expect((await log(number)).slice(-2)).toMatchObject([
      {
        type: 'step.handed-over',
        fields: { position: 'duty-manager', needs: ['amount', 'tried'], handed: { tried: 'A new lid.' } },
      },
      { type: 'ticket.assigned', fields: { to: mia.person } },
    ])
    expect(await take(desk.anna, number, 6, { act: 'done', fields: { tried: 'A new lid.' } })).toMatchObject({
      status: 200,
    })
    expect((await log(number)).filter(({ type }) => type === 'step.handed-over')).toHaveLength(1)
  })
})

describe('the skipped steps of all tickets', () => {
  interface Skips {
    readonly items: readonly SkippedStep[]
    readonly next: string | null
    readonly procedures: readonly string[]
  }
  const skip = (number: number, procedure: string, reason: string) =>
    desk.post(desk.anna, `/tickets/${number}/procedures/${procedure}/steps/1`, { act: 'skipped', reason })
  const skips = async (query = '') => {
    const lead = await desk.app.signInAs(['lead'])
    return desk.get<Skips>(lead, `/procedures/skipped${query}`)
  }

  it('say who skipped which step on which ticket, when and why, the newest first', async () => {
    const number = await open(EUR_800)
    await skip(number, 'D1', 'She sent it by post.')
    const [newest] = (await skips()).items
    expect(newest).toMatchObject({
      ticket: { number, subject: (await desk.ticket(number)).subject },
      procedure: 'D1',
      step: 1,
      round: 1,
      words: { gives: { ask: 'photo' } },
      charter: (await desk.ticket(number)).charter?.hash,
      by: { id: desk.anna.person },
      reason: 'She sent it by post.',
    })
    expect(newest?.at).toBe((await log(number)).at(-1)?.at)
  })

  it('are those of a procedure and of a period, a page at a time', async () => {
    const [first, second] = [await open(EUR_800), await desk.open({ channel: 'phone' })]
    await skip(first, 'D1', 'One.')
    await skip(second, 'D2', 'Two.')
    const reasons = async (query: string) => (await skips(query)).items.map(({ reason }) => reason)
    expect((await reasons('')).slice(0, 2)).toEqual(['Two.', 'One.'])
    expect((await skips()).procedures).toEqual(['D1', 'D2'])
    expect(await reasons('?procedure=D2')).toEqual(['Two.'])
    expect(await reasons('?procedure=D9')).toEqual([])
    const page = await skips('?limit=1')
    expect([page.items.length, page.items[0]?.reason]).toEqual([1, 'Two.'])
    expect((await reasons(`?limit=1&cursor=${page.next}`))[0]).toBe('One.')
    // The charter's zone is UTC.
    const at = Date.parse((await skips('?procedure=D2')).items[0]?.at ?? '')
    const date = (days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10)
    expect(await reasons(`?procedure=D2&from=${date(0)}&until=${date(0)}`)).toEqual(['Two.'])
    expect(await reasons(`?procedure=D2&from=${date(1)}`)).toEqual([])
    expect(await reasons(`?procedure=D2&until=${date(-1)}`)).toEqual([])
    // Beyond what the charter's zone knows.
    expect(await reasons('?procedure=D2&from=2001-01-01&until=9999-12-31')).toEqual(['Two.'])
    expect(await reasons('?procedure=D2&from=0001-01-01&until=2001-01-31')).toEqual([])
  })

  it('keep who and when where the reason was erased', async () => {
    const number = await open(EUR_800)
    await skip(number, 'D1', 'She is ill.')
    const { store } = desk.app.desk
    const { workspace } = desk.app
    await transaction(store, { workspace }, async (tx) => {
      const ticket = await ticketOfNumber(tx, number)
      await tx.db
        .deleteFrom('event_content')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', ticket)
        .where('part', '=', 'text')
        .execute()
    })
    expect((await skips()).items[0]).toMatchObject({ ticket: { number }, by: { id: desk.anna.person }, reason: null })
  })

  it('are for who leads', async () => {
    const { status } = await desk.app.ask('GET', '/api/v1/procedures/skipped', { cookie: desk.anna.cookie ?? '' })
    expect(status).toBe(403)
    const lead = await desk.app.signInAs(['lead'])
    const wrong = await desk.app.ask('GET', '/api/v1/procedures/skipped?cursor=x', { cookie: lead.cookie })
    expect(wrong.status).toBe(400)
  })
})

describe('what a ticket is promised', () => {
  it('is the same whatever its procedures came to', async () => {
    const number = await open(EUR_800)
    const before = await desk.ticket(number)
    await take(desk.anna, number, 1)
    await take(desk.anna, number, 2, { act: 'skipped', reason: 'They called us.' })
    const after = await desk.ticket(number)
    const promised = ({ commitments }: typeof after) =>
      commitments.map(({ promise, state, due }) => [promise, state, due])
    expect(promised(after)).toEqual(promised(before))
    expect(after.steps).toEqual(before.steps)
  })

  it('and its procedures are those of the version under which it was opened', async () => {
    const number = await open(EUR_800)
    const { store } = desk.app.desk
    const source = PROCEDURES.replace('{ ask: photo }', '{ ask: bill }')
    await transaction(store, { workspace: desk.app.workspace }, (tx) =>
      publishCharter(tx, { source, zoneData: 'test', effective: tx.now }),
    )
    expect((await read(desk.anna, number))[0]?.clause.rows[0]?.gives).toEqual({ ask: 'photo' })
    expect((await read(desk.anna, await open(EUR_800)))[0]?.clause.rows[0]?.gives).toEqual({ ask: 'bill' })
  })
})
