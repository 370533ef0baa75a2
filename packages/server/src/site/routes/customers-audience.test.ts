/** What is promised to some customers alone: who among them reads it, and where. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { addRequest, type PastRequest } from '../../../test/site/site-workspace.ts'
import { readStaffEdition } from '../../features/handbook/index.ts'
import { makeLink } from '../../features/links/index.ts'

const HOUR = 3_600_000
const CHARTER = `
avow: 1
charter: tiers
languages: [en]
zone: Europe/Warsaw
positions: [agent]
facts:
  tier: { one of: [free, gold], says: { en: Tier }, values say: { gold: { en: Gold }, free: { en: Free } } }
calendars:
  always: { open: { mon-sun: 00:00-24:00 } }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person answers within {target}." }
    table:
      - { tier: gold, audience: { customers: { tier: gold } }, target: 3 h of always }
      - { target: 2 days }
  - id: P2
    audience: { customers: { tier: gold } }
    clock: resolution
    says: { en: "Settled within {target} for gold." }
    table: [ { target: 5 h of always } ]
remedies:
  - { id: R1, audience: { customers: { tier: gold } }, table: [ { allow: [voucher] } ] }
`

let site: TestSite
beforeAll(async () => {
  site = await openSite({ charter: CHARTER })
})
afterAll(() => site?.close())

const page = async (request: Partial<PastRequest>) => {
  const path = await site.run(async (tx) => {
    const { ticket } = await addRequest(tx, site.agent, { ago: HOUR, ...request })
    return `/requests/${await makeLink(tx, { ticket, purpose: 'follow', days: 1 })}`
  })
  return (await site.get(path)).text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('a promise to some customers', () => {
  it('C9: stands on the page of a request of theirs', async () => {
    const theirs = await page({ tier: 'gold' })
    expect(theirs).toMatch(/answer by/i)
    expect(theirs).toMatch(/settle[^.]* by/i)
  })

  it('C9: stands on nobody else’s: of another tier, or of one that is not known', async () => {
    for (const tier of ['free', undefined]) {
      const others = await page(tier === undefined ? {} : { tier })
      expect(others).toMatch(/answer by/i)
      expect(others).not.toMatch(/settle[^.]* by/i)
    }
  })

  it('C9: goes with the fact', async () => {
    const found = await site.run(async (tx) => {
      const { ticket } = await addRequest(tx, site.agent, { ago: HOUR, tier: 'gold' })
      return { ticket, path: `/requests/${await makeLink(tx, { ticket, purpose: 'follow', days: 1 })}` }
    })
    const { ticket, path } = found
    expect((await site.get(path)).text).toMatch(/settle/i)
    await site.run((tx) =>
      tx.append({
        id: tx.newId(),
        ticket,
        type: 'facts.changed',
        by: 'agent',
        person: site.agent,
        fields: { facts: { tier: 'free' } },
      }),
    )
    expect((await site.get(path)).text).not.toMatch(/settled? by/i)
  })

  it('C9: stands in nothing public', async () => {
    for (const path of [
      '/charter',
      '/charter.json',
      '/charter/v/1',
      '/charter/handbook.md',
      '/requests/new',
      '/help',
    ]) {
      const { status, text } = await site.get(path)
      if (status !== 200) continue
      expect([path, /gold|3 h\b|3 hours|5 hours|voucher|P2\b|R1\b/i.exec(text)?.[0]]).toEqual([path, undefined])
    }
    expect((await site.get('/charter')).text).toContain('P1')
  })

  it('C9: stands in the handbook, for all staff', async () => {
    const { parts } = await site.run((tx) => readStaffEdition(tx, { person: site.agent, roles: ['agent'] }, undefined))
    const { clauses } = parts
    expect(clauses.find(({ id }) => id === 'P2')?.audience).toBe('customers:tier=gold')
    expect(clauses.find(({ id }) => id === 'P1')?.rows[0]?.gives['audience']).toBe('customers:tier=gold')
  })
})
