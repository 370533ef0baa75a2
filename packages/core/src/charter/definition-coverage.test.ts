import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../test/check/charter-texts.ts'
import { parseDate } from '../calendar/index.ts'
import { definedBy, definitionCoverage } from './definition-coverage.ts'
import { readCharter } from './read-charter.ts'

const BODY = `${FACTS}positions: [lead]
promises:
  - { id: P1, clock: resolution, table: [ { target: 9 days } ] }
  - { id: P2, clock: first-response, table: [ { target: 9 days } ] }
objectives: [ { id: O1, says: { en: Fast }, measure: kept(P1), target: 9%, by: 2027-06-30 } ]
crisis: [ { id: Z1, says: { en: Snow }, from: 2027-02-01T00:00, until: 2027-02-10T00:00, amends: [ { promise: P2, suspended: yes } ] } ]
`
const LINES = `definition:
  - { id: Q1, answers: how-fast, says: { en: Fast. }, shown by: [P2] }
  - { id: Q2, says: { en: Kept. }, measured by: [O1] }
  - { id: Q3, says: { en: Kind. }, shown by: [Z1] }
  - { id: Q4, says: { en: Both. }, shown by: [Q3], measured by: [O1, P1] }
`
const day = (date: string) => parseDate(date) ?? 0
const covered = (body: string, date: string) => definitionCoverage(definedBy(charterOf(body).document), day(date))

describe('how much of the definition of excellent service is measured', () => {
  it('is the share of lines with a promise or an objective, in whole percent', () => {
    expect(covered(BODY + LINES, '2026-12-01')).toEqual({ lines: 4, measured: 3, percent: 75, unmeasured: ['Q3'] })
    const three = LINES.split('\n').slice(0, 4).join('\n')
    expect(covered(`${BODY}${three}\n`, '2026-12-01')).toMatchObject({ lines: 3, measured: 2, percent: 66 })
  })

  it('counts no promise while a crisis suspends it, and no objective after its date', () => {
    expect(covered(BODY + LINES, '2027-02-05').unmeasured).toEqual(['Q1', 'Q3'])
    expect(covered(BODY + LINES, '2027-02-11').unmeasured).toEqual(['Q3'])
    expect(covered(BODY + LINES, '2027-06-30').unmeasured).toEqual(['Q3'])
    expect(covered(BODY + LINES, '2027-07-01').unmeasured).toEqual(['Q2', 'Q3'])
  })

  it('lacks nothing where there is no definition', () => {
    expect(covered(BODY, '2026-12-01')).toEqual({ lines: 0, measured: 0, percent: 100, unmeasured: [] })
  })
})

it('takes what measures from promises and objectives alone, and a question from the six', () => {
  const errors = (line: string) =>
    readCharter(`avow: 1
charter: c
languages: [en]
zone: UTC
exclusions: [ { id: X1, says: { en: No. } } ]
definition:
  - { id: Q1, says: { en: So. }, ${line} }
`).findings.map(({ code, path, line: at }) => `${code} ${path} ${at}`)
  expect(errors('shown by: [X1]')).toEqual([])
  expect(errors('measured by: [X1]')).toEqual(['unknown-clause /definition/0/measured by/0 7'])
  expect(errors('answers: how-slow')).toEqual(['unknown-value /definition/0/answers 7'])
  expect(errors('position: lead')).toEqual(['unknown-position /definition/0/position 7'])
})
