import { afterAll, beforeAll, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { prepareVersion } from '../charters/index.ts'

/** One that holds, and one from before the time that a version's zones are known for. */
const WITH_EXAMPLES = `${ALWAYS_OPEN}examples:
  - { given: { tier: gold, at: 2026-12-01T10:00 }, expect: { P1: { due: 2026-12-01T10:30 } } }
  - { given: { tier: standard, at: 2009-12-01T10:00 }, expect: { P1: { due: 2009-12-01T11:00 } } }
`

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk(WITH_EXAMPLES)
})
afterAll(() => d?.close())

/** Of the charter as it is other warnings stand, which are no part of this. */
const warningsOf = async (id: string) =>
  (await d.call(d.approver, 'GET', `/drafts/${id}/warnings`)).body.items.filter(isOfExample)
const isOfExample = ({ code }: { readonly code: string }) => code === 'example-fails'
const submit = async (id: string) =>
  d.call(d.author, 'POST', `/drafts/${id}/submission`, { seq: (await d.read(id)).seq, effective: null, zone: 'UTC' })

it('a draft whose examples do not come out is submitted once somebody says why; approvers read it', async () => {
  const draft = await d.start(d.author)
  expect(await warningsOf(draft.id)).toEqual([])
  await d.tickAll(d.author, draft.id)
  await d.replace(d.author, draft.id, 'target: 30 min of', 'target: 20 min of')
  const [warning, ...others] = await warningsOf(draft.id)
  expect(others).toEqual([])
  expect(warning).toMatchObject({
    code: 'example-fails',
    path: '/examples/0/expect/P1',
    message: expect.stringMatching(
      /^Example 1 wants P1 due on 2026-12-01 10:30, and it comes out due on 2026-12-01 10:20/,
    ),
    says: {
      form: 'example-fails.due',
      data: { example: 1, clause: 'P1', expected: '2026-12-01T10:30', found: '2026-12-01T10:20', zone: 'UTC' },
    },
    tick: null,
  })
  expect(await submit(draft.id)).toMatchObject({
    status: 422,
    body: { code: 'warnings-open', at: [{ message: warning.message }] },
  })
  const path = `/drafts/${draft.id}/warnings/${warning.finding}/tick`
  await d.call(d.author, 'POST', path, { reason: 'Twenty minutes are meant; the example follows.' })
  const { status, body } = await submit(draft.id)
  expect(status).toBe(201)
  expect(body.submission.warnings.filter(isOfExample)).toMatchObject([
    { code: 'example-fails', tick: { reason: 'Twenty minutes are meant; the example follows.' } },
  ])
  const read = await d.call(d.approver, 'GET', `/drafts/${draft.id}`)
  expect(read.body.submission.warnings).toEqual(body.submission.warnings)
  expect((await d.approve(d.approver, read.body)).body).toMatchObject({ state: 'published' })
})

it('a tick counts for what came out when it was given: another outcome is another warning', async () => {
  const draft = await d.start(d.author, { source: WITH_EXAMPLES.replace('target: 1 h of', 'target: 2 h of') })
  const [old] = await warningsOf(draft.id)
  expect(old.says.data).toMatchObject({ example: 2, expected: '2009-12-01T11:00', found: '2009-12-01T12:00' })
  await d.tickAll(d.author, draft.id)
  expect((await warningsOf(draft.id))[0].tick).not.toBeNull()
  await d.replace(
    d.author,
    draft.id,
    'target: 2 h of round-the-clock }\n  - id: P2',
    'target: 3 h of round-the-clock }\n  - id: P2',
  )
  expect((await warningsOf(draft.id))[0]).toMatchObject({ says: { data: { found: '2009-12-01T13:00' } }, tick: null })
})

it('what is published carries its own years, however old its examples are', () => {
  const options = { now: Date.UTC(2026, 10, 22), zoneData: 'test' }
  const [old, young] = [WITH_EXAMPLES, WITH_EXAMPLES.replaceAll('2009-', '2026-')].map((source) => {
    const { charter } = prepareVersion(source, options)
    return charter.zones
  })
  expect(old).toEqual(young)
})
