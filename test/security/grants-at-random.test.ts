import type { Grant } from '@avow/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Answered,
  eur,
  openRemedyDesk,
  type RemedyDesk,
  type Who,
} from '../../packages/server/test/remedy-desk.ts'

const ROUNDS = process.env['AVOW_LONG'] === '1' ? 150 : 25
const AT_ONCE = 8
/** Of every ticket: what R1 gives at most. */
const PRICE = 30_000

let desk: RemedyDesk
beforeAll(async () => {
  desk = await openRemedyDesk()
})
afterAll(() => desk?.close())

it('whatever is granted, asked, approved and refused at once, and in whatever order: no limit is passed', async () => {
  const agents = await Promise.all([desk.hire(['agent']), desk.hire(['agent']), desk.hire(['agent'])])
  const lead = await desk.hire(['team-lead'])
  const both = await desk.hire(['agent', 'team-lead'])
  const everybody: readonly Who[] = [...agents, lead, both, await desk.keyOf(both)]
  const tickets = await Promise.all(
    Array.from({ length: 5 }, () => desk.open({ tier: 'gold', amount: { minor: PRICE, currency: 'EUR' } })),
  )
  const random = sequence(20_261_122)
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? expect.unreachable()
  const asked: Grant[] = []
  const codes = new Map<string, number>()

  const act = async (): Promise<void> => {
    const who = one(everybody)
    const waiting = asked.length > 0 && random() < 0.4 ? one(asked) : undefined
    let answer: Answered<Grant>
    if (waiting === undefined) {
      const ask = random() < 0.5
      const bend = random() < 0.2
      const [clause, remedy] = one([['R1', 'refund'] as const, ['R2', 'credit'] as const])
      const amount = eur(1 + Math.floor(random() ** 3 * (clause === 'R2' && !bend ? 1200 : 12_000)))
      answer = await desk.grant(who, one(tickets), { clause, remedy, amount, ask, bend, reason: 'At random.' })
      if (answer.body.state === 'asked') asked.push(answer.body)
    } else {
      const { id, facts_hash } = waiting
      answer =
        random() < 0.7
          ? await desk.post(who, `/grants/${id}/approval`, { facts_hash })
          : await desk.post(who, `/grants/${id}/refusal`, { reason: 'At random.' })
    }
    const how = answer.code ?? answer.body.state
    codes.set(how, (codes.get(how) ?? 0) + 1)
  }
  for (let round = 0; round < ROUNDS; round++) await Promise.all(Array.from({ length: AT_ONCE }, act))

  const items: Grant[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: { items: Grant[]; next: string | null } = await desk.get(lead, `/grants?limit=200${next}`)
    items.push(...page.items)
    next = page.next === null ? null : `&cursor=${page.next}`
  }
  const given = items.filter(({ state }) => state === 'granted')
  const sum = (grants: readonly Grant[]) => grants.reduce((total, { amount }) => total + (amount?.minor ?? 0), 0)
  const giver = ({ decided_by, asked_by }: Grant) => (decided_by ?? asked_by)?.id
  const plain = given.filter(({ is_bend }) => !is_bend)
  for (const ticket of tickets) {
    const ofTicket = plain.filter((grant) => grant.ticket === ticket)
    expect(sum(ofTicket.filter(({ clause }) => clause === 'R1'))).toBeLessThanOrEqual(PRICE)
    expect(sum(ofTicket.filter(({ clause }) => clause === 'R2'))).toBeLessThanOrEqual(1000)
  }
  for (const { person } of agents) {
    const own = given.filter((grant) => giver(grant) === person)
    expect(sum(own.filter(({ is_bend }) => !is_bend))).toBeLessThanOrEqual(50_000)
    expect(sum(own.filter(({ is_bend }) => is_bend))).toBeLessThanOrEqual(20_000)
    for (const grant of own.filter(({ is_bend }) => !is_bend)) expect(grant.amount?.minor).toBeLessThanOrEqual(10_000)
  }
  for (const grant of items.filter(({ decided_by }) => decided_by !== null))
    if (grant.state === 'granted') expect(grant.decided_by?.id).not.toBe(grant.asked_by?.id)
  // It was no walk on the spot.
  for (const how of ['granted', 'asked', 'beyond-limit', 'grant-settled']) expect(codes.has(how), how).toBe(true)
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
