import type { Ticket } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WITH_REMEDIES } from '../../../test/charters.ts'
import { eur, openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'

const PROMISED = WITH_REMEDIES.replace('events:\n', 'events:\n  remedy.granted: {}\n  remedy.done: {}\n').replace(
  'escalation:\n',
  `  - id: P9
    audience: public
    clock: { from: remedy.granted, until: remedy.done, each: every time }
    table: [{ target: 5 days }]
escalation:
`,
)

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk({ charter: PROMISED })
})
afterAll(() => desk?.close())

const promised = ({ commitments }: Ticket) =>
  commitments.filter(({ promise }) => promise === 'P9').map(({ key, state }) => [key, state])

describe('a charter that declares what becomes of remedies', () => {
  it('can promise when they are carried out, for each by itself', async () => {
    const number = await desk.open()
    const one = (await desk.grant(desk.anna, number, { remedy: 'replacement', amount: null })).body
    const other = (await desk.grant(desk.anna, number, { remedy: 'apology', amount: null })).body
    expect(promised(await desk.ticket(number))).toEqual([
      [one.id, 'running'],
      [other.id, 'running'],
    ])
    await desk.post(desk.anna, `/grants/${one.id}/done`)
    expect(promised(await desk.ticket(number))).toEqual([
      [one.id, 'kept'],
      [other.id, 'running'],
    ])
  })

  it('and counts from the approval where one was needed', async () => {
    const number = await desk.open()
    const { body: asked } = await desk.grant(desk.anna, number, { ask: true, amount: eur(30_000) })
    expect(promised(await desk.ticket(number))).toEqual([])
    await desk.post(desk.lea, `/grants/${asked.id}/approval`, { facts_hash: asked.facts_hash })
    expect(promised(await desk.ticket(number))).toEqual([[asked.id, 'running']])
  })
})
