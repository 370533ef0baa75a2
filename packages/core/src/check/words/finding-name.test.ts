import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import type { CompiledCharter, Finding } from '../../charter/index.ts'
import { checkCharter } from '../check.ts'
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

  it('is by the clause in which its place lies, whatever number that has', () => {
    const promises = (first: number) =>
      Array.from(
        { length: 11 },
        (_, index) =>
          `  - { id: P${first + index}, audience: staff, clock: resolution, measured: [each], table: [ { target: 3 h of office } ] }\n`,
      ).join('')
    const { document } = charterOf(`${FACTS}promises:\n${promises(0)}`)
    const later = charterOf(`${FACTS}promises:\n${promises(-1).replace('P-1', 'Q')}`).document
    const finding = (path: string): Finding => ({
      ...{ code: 'vague-words', severity: 'warning', message: 'That is vague.', path, line: 1, column: 1 },
      says: { form: 'vague-words', data: {} },
    })
    const pathOf = ({ promises: all }: typeof document, id: string) =>
      all.find((one) => one.id === id)?.place.path ?? ''
    // P9 was the tenth and is the eleventh now: the name of the second clause begins like its own.
    for (const id of ['P0', 'P1', 'P9'])
      for (const rest of ['', '/says', '/table/0']) {
        const name = findingName(document, finding(pathOf(document, id) + rest))
        expect(name).toBe(findingName(later, finding(pathOf(later, id) + rest)))
        expect(name).not.toBe(findingName(document, finding(`${pathOf(document, 'P2')}${rest}`)))
      }
    expect(pathOf(document, 'P10').startsWith(pathOf(document, 'P1'))).toBe(true)
    expect(findingName(document, finding(pathOf(document, 'P1')))).not.toBe(
      findingName(document, finding(`${pathOf(document, 'P1')}/says`)),
    )
    // Outside of clauses the place is all that there is.
    expect(findingName(document, finding('/facts/tier'))).toBe(findingName(later, finding('/facts/tier')))
    expect(findingName(document, finding('/facts/tier'))).not.toBe(findingName(document, finding('/facts/price')))
  })

  it('is by its words, where it says nothing as data', () => {
    const { document } = charterOf(CHARTER)
    const named = (message: string, path = '/facts/tier', code: Finding['code'] = 'unused-part') =>
      findingName(document, { code, severity: 'warning', message, path, line: 1, column: 1 })
    expect(named('One.')).toMatch(/^[0-9a-f]{64}$/)
    expect(named('One.')).toBe(named('One.'))
    expect(named('One.')).not.toBe(named('Two.'))
    expect(named('One.')).not.toBe(named('One.', '/facts/price'))
    expect(named('One.')).not.toBe(named('One.', '/facts/tier', 'vague-words'))
  })
})
