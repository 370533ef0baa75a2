import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../test/check/charter-texts.ts'
import type { CompiledCharter } from '../charter/index.ts'
import { checkCharter } from './check.ts'
import { findingName } from './finding-name.ts'

const DAY = 86_400_000
const CHARTER = `${FACTS.replace('09:00-17:00 } }', '09:00-17:00 }, holidays until: 2026-12-31 }')}promises:
  - { id: P0, audience: staff, clock: resolution, measured: [each], table: [ { target: 3 h of office } ] }
  - { id: P1, audience: staff, clock: first-response, measured: [each], says: { en: "We answer soon." }, table: [ { target: 2 h of office } ] }
`

function names({ document, zone, calendars }: CompiledCharter, code: string, asOf = AS_OF): string[] {
  const found = checkCharter(document, { asOf, zone, calendars }).filter((finding) => finding.code === code)
  return found.map((finding) => findingName(document, finding))
}

describe('the name of a finding', () => {
  const [soon] = names(charterOf(CHARTER), 'vague-words')

  it('stays while what stands elsewhere changes', () => {
    expect(soon).toMatch(/^[0-9a-f]{64}$/)
    expect(names(charterOf(CHARTER.replace(/ {2}- \{ id: P0.*\n/, '')), 'vague-words')).toEqual([soon])
    expect(names(charterOf(CHARTER.replace('3 h of office', '4 h of office')), 'vague-words')).toEqual([soon])
  })

  it('is another one for another clause, and for other words', () => {
    expect(names(charterOf(CHARTER.replace('id: P1', 'id: P2')), 'vague-words')).not.toContain(soon)
    expect(names(charterOf(CHARTER.replace('soon', 'quickly')), 'vague-words')).not.toContain(soon)
  })

  it('does not change with how a missing field is written', () => {
    const text = `${CHARTER}  - { id: P2, audience: public, objective: O1, says: { en: "Us." }, clock: resolution, table: [ { target: 9 days } ] }
objectives: [ { id: O1, says: { en: Faster }, measure: kept(P0), target: 95%, by: 2027-06-30 } ]
`
    const [once, ...others] = names(charterOf(text), 'promise-incomplete')
    expect([once, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), []])
    expect(names(charterOf(text, { languages: '[en, it]' }), 'promise-incomplete')).toEqual([once])
  })

  it('does not change from day to day', () => {
    const charter = charterOf(CHARTER)
    const [today] = names(charter, 'holidays-run-out')
    expect(today).toBeDefined()
    expect(names(charter, 'holidays-run-out', AS_OF + DAY)).toEqual([today])
  })
})
