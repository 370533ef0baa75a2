import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../../test/charter-fixtures.ts'
import { checkCharter, compileDraft, diffCharters, readCharter } from '../../index.ts'

const withAudience = (audience: string): string => `${HEAD}promises:
  - id: P1
    audience: ${audience}
    clock: first-response
    says: { en: Soon }
    table: [ { target: 2 h of office } ]
`
const AS_OF = Date.UTC(2026, 0, 1)
const compiled = (audience: string) => {
  const text = withAudience(audience)
  const { data } = readCharter(text)
  return compileDraft({ document: documentOf(text), data }, { asOf: AS_OF, zoneData: 'test' })
}

describe('an audience of customers', () => {
  it('is told by facts that are chosen from a list, as conditions are', () => {
    const [promise] = documentOf(withAudience('{ customers: { tier: [standard, gold], vip: yes } }')).promises
    const { audience } = promise ?? {}
    if (typeof audience !== 'object' || !('customers' in audience)) throw new Error('no audience of customers')
    expect([...audience.customers.keys()]).toEqual(['tier', 'vip'])
  })

  it('is refused where it tells nobody apart, or by what is no list, or who is unknown', () => {
    for (const wrong of [
      '{ customers: {} }',
      '{ customers: { tier: "-" } }',
      '{ customers: { tier: unknown } }',
      '{ customers: { users: ">= 3" } }',
      '{ customers: gold }',
      '{ clients: { tier: gold } }',
      '{ customers: { tier: gold }, staff: yes }',
    ])
      expect([wrong, findingsIn(withAudience(wrong)).length]).toEqual([wrong, 1])
    expect(findingsIn(withAudience('{ customers: { teir: gold } }'))[0]).toMatch(/unknown-fact.*tier/)
    expect(findingsIn(withAudience('{ customers: { tier: glod } }'))[0]).toMatch(/gold/)
  })

  it('uses its facts', () => {
    const unused = (audience: string) =>
      checkCharter(compiled(audience).document, { asOf: AS_OF, ...compiled(audience) }).flatMap(({ code, message }) =>
        code.includes('unused') && message.includes('tier') ? [message] : [],
      )
    expect(unused('public')).toHaveLength(1)
    expect(unused('{ customers: { tier: gold } }')).toEqual([])
  })

  const GOLD = '{ customers: { tier: gold } }'
  it.each<readonly [string, string, string | undefined]>([
    ['public', GOLD, 'less'],
    [GOLD, 'public', 'more'],
    ['staff', GOLD, 'more'],
    [GOLD, 'team-lead', 'less'],
    [GOLD, '{ customers: { tier: [gold, standard] } }', 'more'],
    ['{ customers: { tier: [gold, standard] } }', GOLD, 'less'],
    [GOLD, '{ customers: { tier: standard } }', 'both'],
    [GOLD, '{ customers: { tier: gold, vip: yes } }', 'less'],
    [GOLD, '{ customers: { vip: yes } }', 'both'],
    ['{ customers: { tier: [gold, standard] } }', '{ customers: { tier: [standard, gold] } }', undefined],
  ])('D3: from %s to %s is %s to customers', (old, fresh, get) => {
    const [clause] = diffCharters(compiled(old), compiled(fresh), AS_OF)
    expect(clause?.customers).toBe(get)
  })
})
