import { afterAll, beforeAll, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'

/** Five of the six questions are answered; which ethics is left out. */
const DEFINED = `${ALWAYS_OPEN}definition:
  - { id: Q1, answers: how-fast, says: { en: As fast as promised. }, shown by: [P1] }
  - { id: Q2, answers: tone, says: { en: In plain words. } }
  - { id: Q3, answers: viewpoints, says: { en: Both sides are heard. } }
  - { id: Q4, answers: not-supported, says: { en: What others sold. } }
  - { id: Q5, answers: responsible, says: { en: Whoever answers. }, position: agent }
`

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(() => d?.close())

const isOfDefinition = ({ code }: { readonly code: string }) => code === 'definition-unanswered'
const submit = async (id: string) =>
  d.call(d.author, 'POST', `/drafts/${id}/submission`, { seq: (await d.read(id)).seq, effective: null, zone: 'UTC' })

it('a definition with a question open is not submitted until it is answered or left open with a reason, which approvers read', async () => {
  const draft = await d.start(d.author, { source: DEFINED })
  const { items } = (await d.call(d.author, 'GET', `/drafts/${draft.id}/warnings`)).body
  const [warning, ...others] = items.filter(isOfDefinition)
  expect(others).toEqual([])
  expect(warning).toMatchObject({
    path: '/definition/0',
    says: { form: 'definition-unanswered.nothing', data: { prompt: 'ethics' } },
    tick: null,
  })
  const tick = (finding: string, reason: string) =>
    d.call(d.author, 'POST', `/drafts/${draft.id}/warnings/${finding}/tick`, { reason })
  for (const { finding, code } of items) if (code !== warning.code) await tick(finding, 'Meant so.')
  expect(await submit(draft.id)).toMatchObject({
    status: 422,
    body: { code: 'warnings-open', at: [{ message: warning.message }] },
  })
  await tick(warning.finding, 'The board decides on it in March.')
  const { status, body } = await submit(draft.id)
  expect(status).toBe(201)
  const reasoned = [{ code: warning.code, tick: { reason: 'The board decides on it in March.' } }]
  expect(body.submission.warnings.filter(isOfDefinition)).toMatchObject(reasoned)
  const read = await d.call(d.approver, 'GET', `/drafts/${draft.id}`)
  expect((await d.approve(d.approver, read.body)).body).toMatchObject({ state: 'published' })
  const published = await d.call(d.approver, 'GET', `/drafts/${draft.id}`)
  expect(published.body.submission.warnings.filter(isOfDefinition)).toMatchObject(reasoned)
  const version: number = published.body.version
  const kept = async (number: number) =>
    (await d.call(d.author, 'GET', `/charter/versions/${number}/differences`)).body.warnings
  expect((await kept(version)).filter(isOfDefinition)).toMatchObject([
    { ...reasoned[0], says: warning.says, tick: { by: { name: expect.any(String) }, at: expect.stringMatching(/Z$/) } },
  ])
  expect(await kept(version - 1), 'published without a draft').toEqual([])
  const { body: handbook } = await d.call(d.author, 'GET', '/handbook')
  expect(handbook.clauses.slice(0, 5).map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual(
    ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'].map((id) => ['definition', id]),
  )
  expect(handbook.definition).toEqual({ lines: 5, measured: 1, percent: 20, unmeasured: ['Q2', 'Q3', 'Q4', 'Q5'] })
})

it('a definition that answers all six has no such warning', async () => {
  const whole = `${DEFINED}  - { id: Q6, answers: ethics, says: { en: We say what is so. } }\n`
  const draft = await d.start(d.author, { source: whole })
  const { items } = (await d.call(d.author, 'GET', `/drafts/${draft.id}/warnings`)).body
  expect(items.filter(isOfDefinition)).toEqual([])
})
