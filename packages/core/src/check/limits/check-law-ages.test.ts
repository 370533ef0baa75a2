import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { decide } from '../../decide/index.ts'
import { LAW_ROWS } from '../../law/index.ts'
import type { TicketEvent } from '../../ticket/index.ts'
import { checkLawAges } from './check-law-ages.ts'

const HEAD = `facts:
  reason: { one of: [defect, regret, other] }
  tier: { in order: [standard, gold] }
  bought: { age: true }
  since: { age: true }
`
const LAW =
  'jurisdictions: [EU], sectors: [consumer], matters: { defect: { reason: defect }, withdrawal: { reason: regret } }'

function findingsOf(remedy: string, law = LAW) {
  const { document, zone } = charterOf(`${HEAD}law: { ${law} }\nremedies:\n  - { id: R1, ${remedy} }\n`)
  return checkLawAges(document, { at: AS_OF, zone })
}
const lawsOf = (remedy: string, law?: string) => findingsOf(remedy, law).map(({ says }) => says?.data['law'])
const row = (bought: string, reason = 'defect') =>
  `table: [ { reason: ${reason}, bought: "${bought}", allow: [repair] } ]`

describe('a remedy that ends with the age of what was bought', () => {
  it('is compared with the rows that say so', () => {
    expect(
      LAW_ROWS.flatMap(({ id, age }) => (age ? [[id, age.matter, age.within.count, age.within.unit]] : [])),
    ).toEqual([
      ['EU-1', 'withdrawal', 14, 'day'],
      ['EU-4', 'defect', 24, 'month'],
    ])
  })

  it.each([
    ['the day before the last', '< 2 years', ['EU-4']],
    ['the last day', '<= 2 years', []],
    ['the day after', '<= 25 months', []],
    ['in days, short in leap years alone', '<= 730 days', ['EU-4']],
    ['in days, never short', '<= 731 days', []],
    ['from the second day on', '>= 1 day', ['EU-4']],
  ])('%s: %s', (_, bought, laws) => {
    expect(lawsOf(row(bought))).toEqual(laws)
  })

  it.each([
    ['< 14 days', ['EU-1']],
    ['<= 13 days', ['EU-1']],
    ['<= 14 days', []],
    ['< 15 days', []],
  ])('of a withdrawal: %s', (bought, laws) => {
    expect(lawsOf(row(bought, 'regret'))).toEqual(laws)
  })

  it('tells a purchase of the last day that gets nothing', () => {
    const [finding] = findingsOf(row('< 2 years'))
    expect(finding).toMatchObject({ code: 'remedy-shorter-than-law', severity: 'warning', line: 12 })
    expect(finding?.says?.data).toEqual({
      clause: 'R1',
      fact: 'bought',
      since: '2024-11-22',
      on: '2026-11-22',
      law: 'EU-4',
      allows: '24 months',
    })
  })

  it('looks at the scope, at rows that refuse, and at each age', () => {
    expect(lawsOf('when: { bought: "< 1 year" }, table: [ { allow: [repair] } ]')).toEqual(['EU-4'])
    expect(lawsOf('table: [ { bought: "> 1 year", allow: none }, { allow: [repair] } ]')).toEqual(['EU-4'])
    expect(lawsOf('table: [ { since: "<= 3 years", allow: [repair] } ]')).toEqual([])
    expect(
      lawsOf('table: [ { bought: "< 30 days", allow: [refund] }, { bought: "30 days .. 3 years", allow: [repair] } ]'),
    ).toEqual([])
  })

  it('finds nothing that is not the age’s doing, or not the matter’s', () => {
    expect(lawsOf('table: [ { reason: defect, tier: gold, bought: "<= 2 years", allow: [repair] } ]')).toEqual([])
    expect(lawsOf(row('< 30 days', 'other'))).toEqual([])
    expect(lawsOf('table: [ { reason: other, allow: [repair] }, { tier: gold, allow: none } ]')).toEqual([])
  })

  it('lets a row’s own age stand for the scope’s', () => {
    const scoped = (rows: string) => lawsOf(`when: { bought: "<= 3 years" }, table: [ ${rows} ]`)
    expect(scoped('{ bought: "<= 2 years", allow: [repair] }')).toEqual([])
    expect(scoped('{ bought: "< 1 year", allow: [repair] }')).toEqual(['EU-4'])
    expect(scoped('{ tier: gold, bought: "< 1 year", allow: [refund] }, { allow: [repair] }')).toEqual([])
  })

  it('finds nothing of a matter that a row without an age refuses, and what it does not refuse', () => {
    const short = '{ bought: "< 1 year", allow: [repair] }'
    expect(lawsOf(`table: [ { reason: defect, allow: none }, ${short} ]`)).toEqual([])
    expect(lawsOf(`table: [ { reason: defect, tier: gold, allow: none }, ${short} ]`)).toEqual(['EU-4'])
    expect(findingsOf(`table: [ { tier: gold, allow: none }, ${short} ]`)[0]?.witness).toMatchObject({
      tier: 'standard',
    })
  })

  it('finds nothing where the row is off, does not bind, or the matter is not told', () => {
    expect(lawsOf(row('< 1 year'), `${LAW}, off: [ { row: EU-4, because: { en: Used goods. } } ]`)).toEqual([])
    expect(lawsOf(row('< 1 year'), LAW.replace('consumer', 'payments'))).toEqual([])
    expect(lawsOf(row('< 1 year'), 'jurisdictions: [EU], sectors: [consumer]')).toEqual([])
  })
})

describe('C3: the last day of two years', () => {
  const charter = charterOf(`${HEAD}remedies:\n  - { id: R1, ${row('<= 2 years')} }\n`)
  const given = (bought: string, at: string) => {
    const instant = Date.parse(at)
    const created: TicketEvent = {
      ticket: 'T1',
      type: 'ticket.created',
      at: instant,
      recorded: instant,
      by: 'customer',
      facts: { reason: 'defect', bought },
    }
    return decide(charter, [created], instant).remedies.map(({ allow }) => allow.join())
  }

  it.each([
    ['the day before', '2024-11-22', '2026-11-21T22:59:59.999Z', ['repair']],
    ['the day', '2024-11-22', '2026-11-22T22:59:59.999Z', ['repair']],
    ['the first millisecond after it', '2024-11-22', '2026-11-22T23:00:00.000Z', []],
    ['a leap day, whose last day is the last of February', '2024-02-29', '2026-02-28T22:59:59.999Z', ['repair']],
    ['the day after that', '2024-02-29', '2026-02-28T23:00:00.000Z', []],
    ['a last day that is an hour short', '2024-03-31', '2026-03-31T21:59:59.999Z', ['repair']],
    ['the midnight of summer time', '2024-03-31', '2026-03-31T22:00:00.000Z', []],
    ['the day on which the clocks go forward', '2024-03-29', '2026-03-29T21:59:59.999Z', ['repair']],
    ['and its end', '2024-03-29', '2026-03-29T22:00:00.000Z', []],
  ])('%s', (_, bought, at, allowed) => {
    expect(given(bought, at)).toEqual(allowed)
  })
})
