import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../test/charter-fixtures.ts'
import { formatDate, parseDate } from '../calendar/index.ts'
import { reviewsDue } from './reviews-due.ts'

const CHARTER = `${HEAD}review: { every: 12 months }
people: { owner: team-lead, approvers: [agent], need: 1 }
promises:
  - { id: P1, clock: resolution, owner: agent, review: 2027-03-01, table: [ { target: 14 days } ] }
  - { id: P2, clock: first-response, review: { every: 3 months, last: 2026-11-30 }, table: [ { target: 14 days } ] }
  - { id: P3, clock: next-response, table: [ { target: 14 days } ] }
tone: [ { id: T1, language: en, review: { every: 2 weeks, last: 2027-02-16 } } ]
`
const day = (text: string): number => parseDate(text) ?? Number.NaN
const due = (today: string, ahead = 30) =>
  reviewsDue(documentOf(CHARTER), { today: day(today), since: day('2026-03-15'), ahead }).map(
    ({ clause = 'all', owner, due: on, isOverdue }) =>
      `${formatDate(on)} ${clause} ${owner}${isOverdue ? ' overdue' : ''}`,
  )

describe('what is to be looked at again', () => {
  it('is told by its date with who answers for it, before it is due, on its date, and after', () => {
    expect(due('2027-01-01')).toEqual([])
    expect(due('2027-02-01')).toEqual(['2027-02-28 P2 team-lead', '2027-03-01 P1 agent', '2027-03-02 T1 team-lead'])
    expect(due('2027-02-28')).toEqual([
      '2027-02-28 P2 team-lead',
      '2027-03-01 P1 agent',
      '2027-03-02 T1 team-lead',
      '2027-03-15 all team-lead',
    ])
    expect(due('2027-03-02', 0)).toEqual([
      '2027-02-28 P2 team-lead overdue',
      '2027-03-01 P1 agent overdue',
      '2027-03-02 T1 team-lead',
    ])
  })

  it('is read of a clause with how often, and since when', () => {
    const found = (review: string) => findingsIn(CHARTER.replace('{ every: 2 weeks, last: 2027-02-16 }', review))
    expect(found('{ every: 2 weeks }')).toEqual([expect.stringContaining('missing-field')])
    expect(found('{ every: sometimes, last: 2027-02-16 }')).toEqual([
      expect.stringContaining('a span such as 12 months'),
    ])
    expect(found('{ every: 2 weeks, last: 2027-02-30 }')).toEqual([expect.stringContaining('bad-date')])
    expect(found('{ every: 99999999999999999999 days, last: 2027-02-16 }')).toEqual([expect.stringContaining('a span')])
  })
})
