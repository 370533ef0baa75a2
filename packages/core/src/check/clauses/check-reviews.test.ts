import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/small-charter.ts'
import { checkQuickly } from '../check.ts'
import { checkReviews } from './check-reviews.ts'

const BODY = (review: string) => `promises:
  - id: P1
    clock: resolution
    table: [{ target: 9 days }]
  - id: P2
    clock: first-response
    review: ${review}
    table: [{ target: 2 h of office }]
procedures: [{ id: D1, standards: [P1], review: 2026-06-30, steps: [{ wait: supplier }] }]
`
const { document, zone } = charterOf(BODY('2026-12-01'))
const told = (now: string) =>
  checkReviews(document, { at: Date.parse(now), zone }).map(({ severity, says, line }) => [severity, says?.data, line])

const D1 = ['warning', { clause: 'D1', date: '2026-06-30' }, 23]

describe('the review of a clause', () => {
  it('CH9: is passed once its date is over in the charter’s zone', () => {
    expect(told('2026-06-30T21:59:59.999Z')).toEqual([])
    // Midnight in Warsaw.
    expect(told('2026-06-30T22:00:00Z')).toEqual([D1])
    expect(told('2026-12-01T22:59:59.999Z')).toEqual([D1])
    expect(told('2026-12-01T23:00:00Z')).toEqual([['warning', { clause: 'P2', date: '2026-12-01' }, 19], D1])
  })

  it('CH9: says which clause and which date, and what to do', () => {
    const [finding] = checkReviews(document, { at: Date.parse('2026-12-24T12:00:00Z'), zone })
    expect(finding).toMatchObject({
      code: 'review-passed',
      message:
        'P2 was to be looked at again by 2026-12-01, and that day is over. Look at it, then write under “review” when that is next done.',
    })
  })

  it('CH9: is not asked where nobody says what day it is', () => {
    expect(checkQuickly(document).filter(({ code }) => code === 'review-passed')).toEqual([])
  })
})
