import type { Scorecard } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { addRequest } from '../../../test/site/site-workspace.ts'
import { transaction } from '../../db/index.ts'

const CHARTER = `${ALWAYS_OPEN}
values:
  - { id: V1, audience: public, says: { en: We do not anger anybody. } }
  - { id: V2, says: { en: We say what is so. } }
`

let app: TestApp
let lead: TestPerson
let answered: number
let unanswered: number
beforeAll(async () => {
  app = await openTestApp()
  await publish(app.desk.store, app.workspace, CHARTER)
  lead = await app.signInAs(['lead'])
  const open = (more: object) =>
    transaction(app.desk.store, { workspace: app.workspace }, (tx) =>
      addRequest(tx, lead.person, { ago: 7_200_000, ...more }),
    )
  answered = (await open({ answeredAfter: 60_000 })).number
  unanswered = (await open({ email: 'other@customer.example' })).number
})
afterAll(() => app?.close())

async function ask(person: TestPerson, number: number, body?: object) {
  const answer = await app.ask(body === undefined ? 'GET' : 'POST', `/api/v1/tickets/${number}/scorecard`, {
    cookie: person.cookie,
    ...(body === undefined ? {} : { body, headers: { 'idempotency-key': crypto.randomUUID() } }),
  })
  return { status: answer.status, body: (await answer.json()) as Scorecard & { code?: string } }
}

describe('the scorecard of a ticket', () => {
  it('has one question for each value of its charter', async () => {
    expect(await ask(lead, answered)).toMatchObject({
      body: {
        is_answered: true,
        questions: [
          { value: 'V1', says: { en: 'We do not anger anybody.' }, said: null },
          { value: 'V2', says: { en: 'We say what is so.' }, said: null },
        ],
      },
    })
  })

  it('keeps what a lead said last of each, with who and a note', async () => {
    await ask(lead, answered, { value: 'V1', shown: 'no', note: 'Curt.' })
    const { status, body } = await ask(lead, answered, { value: 'V1', shown: 'yes', note: ' Kind. ' })
    expect(status).toBe(200)
    expect(body.questions).toMatchObject([
      { value: 'V1', said: { shown: 'yes', note: 'Kind.', by: { id: lead.person } } },
      { value: 'V2', said: null },
    ])
    await ask(lead, answered, { value: 'V2', shown: 'partly' })
  })

  it('is summed for each value in the direction of the charter', async () => {
    const answer = await app.ask('GET', '/api/v1/charter/direction', { cookie: lead.cookie })
    const { pillars, total } = (await answer.json()) as { pillars: object[]; total: object }
    expect(pillars).toMatchObject([
      { value: 'V1', scored: 1, shown: 1 },
      { value: 'V2', scored: 1, shown: 0 },
      { value: null, scored: 0, shown: 0 },
    ])
    expect(total).toMatchObject({ scored: 2, shown: 1 })
  })

  it('is refused of a value that the charter does not have, and where nobody has answered', async () => {
    expect(await ask(lead, answered, { value: 'V9', shown: 'yes' })).toMatchObject({ status: 404 })
    expect(await ask(lead, unanswered)).toMatchObject({ body: { is_answered: false } })
    const refused = await ask(lead, unanswered, { value: 'V1', shown: 'yes' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'cannot-be' } })
  })

  it('is for leads alone', async () => {
    const agent = await app.signInAs(['agent'])
    expect((await ask(agent, answered)).status).toBe(403)
    expect((await ask(agent, answered, { value: 'V1', shown: 'yes' })).status).toBe(403)
  })
})
