import type { Grant, Suggestion } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eur, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'

let desk: RemedyDesk
let author: Who
beforeAll(async () => {
  desk = await openRemedyDesk()
  author = await desk.app.signInAs(['author'])
})
afterAll(() => desk?.close())

const suggest = (who: Who, body: object) =>
  desk.post<Suggestion>(who, '/suggestions', { clause: 'P1', text: 'Half an hour for all.', ...body })

describe('a suggestion', () => {
  it('is said of a clause of the version in force, and listed', async () => {
    const { status, body } = await suggest(desk.anna, {})
    expect(status).toBe(201)
    expect(body).toMatchObject({
      clause: 'P1',
      version: 1,
      kind: 'suggestion',
      state: 'open',
      by: { id: desk.anna.person },
      ticket: null,
    })
    await suggest(desk.anna, { clause: 'R1', kind: 'comment', text: 'Clear.' })
    const list = async (query: string) =>
      (await desk.get<{ items: Suggestion[] }>(author, `/suggestions${query}`)).items.map(({ clause }) => clause)
    expect(await list('')).toEqual(['R1', 'P1'])
    expect(await list('?clause=P1')).toEqual(['P1'])
    expect(await list('?state=accepted')).toEqual([])
  })

  it('is refused for a clause that there is not, with the nearest', async () => {
    const { code, body } = await suggest(desk.anna, { clause: 'p1' })
    expect(code).toBe('bad-request')
    expect(body).toMatchObject({ detail: expect.stringContaining('Did you mean “P1”?') })
  })

  it('comes from a kind or declined grant, whose ticket it names', async () => {
    const number = await desk.open()
    const { body: grant } = await desk.grant(desk.anna, number, { ask: true, amount: eur(30_000) })
    const refused = await desk.post<Grant>(desk.lea, `/grants/${grant.id}/refusal`, { reason: 'Too much.' })
    const { body } = await suggest(desk.anna, { clause: refused.body.clause, grant: grant.id })
    expect(body).toMatchObject({ clause: 'R1', ticket: number, grant: grant.id })
    const none = await suggest(desk.anna, { grant: '00000000-0000-7000-8000-000000000000' })
    expect(none.code).toBe('not-found')
  })

  it('is accepted or declined once, with a reason that reaches who suggested it', async () => {
    const { body } = await suggest(desk.anna, {})
    const path = `/suggestions/${body.id}/decision`
    expect(await desk.post(desk.anna, path, { accept: true, reason: 'Mine.' })).toMatchObject({ code: 'not-allowed' })
    const decided = await desk.post<Suggestion>(author, path, { accept: true, reason: 'We try it.' })
    expect(decided.body).toMatchObject({
      state: 'accepted',
      decided_by: { id: author.person },
      decision_reason: 'We try it.',
      by: { id: desk.anna.person },
    })
    expect(await desk.post(author, path, { accept: false, reason: 'No.' })).toMatchObject({ code: 'cannot-be' })
    const { items } = await desk.get<{ items: { code: string; data: object }[] }>(desk.anna, '/notices')
    expect(items[0]).toMatchObject({
      code: 'suggestion-decided',
      data: { suggestion: body.id, clause: 'P1', state: 'accepted' },
    })
  })
})
