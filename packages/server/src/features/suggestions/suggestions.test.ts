import type { Grant, Suggestion } from '@avow/contract'
import { CLAUSE_KINDS } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { openDraftDesk } from '../../../test/draft-desk.ts'
import { eur, openRemedyDesk, type RemedyDesk, type Who } from '../../../test/remedy-desk.ts'
import { withEveryPlainKind } from '../../../test/site/plain-clauses.ts'

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

/** One clause of each kind that the charter of the tests has not. */
const EVERY_KIND = withEveryPlainKind(`${WITH_REMEDIES}
objectives: [ { id: O1, says: { en: Sooner }, measure: satisfaction, target: 90%, by: 2099-06-30 } ]
crisis:
  - { id: K1, says: { en: It snows. }, from: 2020-01-02T08:00, until: 2020-01-03T08:00, amends: [ { promise: P1, times: 2 } ] }
channels: [ { id: C1, channel: phone, state: open, hours: round-the-clock } ]
procedures: [ { id: D1, steps: [ { ask: photo } ] } ]
routing: [ { id: G1, table: [ { to: front } ] } ]
agreements: [ { id: L1, team: back, for: [P3], table: [ { target: 2 h of round-the-clock } ] } ]
tone: [ { id: T1, language: en, never: [whatever] } ]
`)

describe('a suggestion that is taken up', () => {
  it('may be said of clauses of every kind', async () => {
    const wide = await openRemedyDesk({ charter: EVERY_KIND })
    try {
      const handbook = await wide.get<{ clauses: { id: string; kind: string }[] }>(wide.lea, '/handbook')
      const one = await wide.app.signInAs(['author'])
      const ids = { ...Object.fromEntries(handbook.clauses.map(({ kind, id }) => [kind, id])), authority: 'A1' }
      expect(Object.keys(ids).sort()).toEqual([...CLAUSE_KINDS].sort())
      for (const [kind, clause] of Object.entries(ids)) {
        const body = { clause, kind: 'comment', text: `Of the ${kind}.` }
        const { status } = await wide.post(one, '/suggestions', body)
        expect([kind, status]).toEqual([kind, 201])
      }
      // What answers are written by reaches the desk with the charter.
      expect(await wide.get(wide.lea, '/charter')).toMatchObject({
        tone: [{ id: 'T1', language: 'en', address: null, never: ['whatever'], instead: null }],
      })
    } finally {
      await wide.close()
    }
  })

  it('is named with the draft and with the version that came of it', async () => {
    const d = await openDraftDesk()
    try {
      const said = await d.call(d.other, 'POST', '/suggestions', { clause: 'P1', text: 'Twenty minutes for gold.' })
      const draft = await d.start(d.author, { note: 'Sooner for gold' })
      const path = `/suggestions/${said.body.id}/decision`
      const reason = 'We can keep that.'
      expect(await d.call(d.author, 'POST', path, { accept: false, reason, draft: draft.id })).toMatchObject({
        body: { code: 'cannot-be' },
      })
      const decided = await d.call(d.author, 'POST', path, { accept: true, reason, draft: draft.id })
      expect(decided).toMatchObject({ body: { state: 'accepted', draft: draft.id } })
      const credits = [{ suggestion: said.body.id, clause: 'P1', by: { id: d.other.person } }]
      expect(await d.call(d.approver, 'GET', `/drafts/${draft.id}/credits`)).toMatchObject({ body: { items: credits } })

      await d.replace(d.author, draft.id, 'target: 30 min of', 'target: 20 min of')
      const { body: submitted } = await d.submit(d.author, draft.id)
      const { body: published } = await d.approve(d.approver, submitted)
      expect(published).toMatchObject({ state: 'published', version: 2 })
      const compared = await d.call(d.approver, 'GET', '/charter/versions/2/differences')
      expect(compared.body).toMatchObject({ items: [{ id: 'P1' }], suggested: credits })
      expect((await d.call(d.approver, 'GET', '/charter/versions/1/differences')).body.suggested).toEqual([])

      const late = await d.call(d.other, 'POST', '/suggestions', { clause: 'P2', text: 'One hour.' })
      const after = `/suggestions/${late.body.id}/decision`
      expect(await d.call(d.author, 'POST', after, { accept: true, reason, draft: draft.id })).toMatchObject({
        body: { code: 'cannot-be' },
      })
    } finally {
      await d.close()
    }
  })
})
