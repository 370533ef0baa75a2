import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'

const CRISIS = `crisis:
  - id: Z1
    from: 2027-03-01T00:00
    until: 2027-03-15T00:00
    says: A flood closed our warehouse.
    amends: [{ promise: P1, times: 3 }]
`

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(() => d.close())

/** A draft in which `old` is replaced, submitted. */
async function submitted(old: string, fresh: string) {
  const draft = await d.start(d.author)
  expect(await d.replace(d.author, draft.id, old, fresh)).toMatchObject({ status: 201 })
  const { status, body } = await d.submit(d.author, draft.id)
  expect([status, body.code]).toEqual([201, undefined])
  return body
}

describe('a crisis', () => {
  it('takes two approvers beside its author, as far as there are two', async () => {
    const alone = await submitted('promises:\n', `${CRISIS}promises:\n`)
    expect(alone.submission).toMatchObject({ need: 1 })
    await d.call(d.author, 'DELETE', `/drafts/${alone.id}/submission`)

    const second = await d.hire(['approver'])
    const crisis = (await d.submit(d.author, alone.id)).body
    expect(crisis.submission).toMatchObject({ need: 2 })
    expect((await d.approve(d.author, crisis)).status).toBe(403)
    expect((await d.approve(d.approver, crisis)).body).toMatchObject({ state: 'in-review' })
    expect((await d.approve(second, crisis)).body).toMatchObject({ state: 'published' })
  })

  it('asks for two again when it is changed, and not when something else is', async () => {
    const longer = await submitted('until: 2027-03-15T00:00', 'until: 2027-03-20T00:00')
    expect(longer.submission).toMatchObject({ need: 2 })
    await d.call(d.author, 'DELETE', `/drafts/${longer.id}/submission`)
    const other = await submitted('zone: UTC\n', 'zone: UTC\ntitle: { en: What we promise }\n')
    expect(other.submission).toMatchObject({ need: 1 })
  })
})
