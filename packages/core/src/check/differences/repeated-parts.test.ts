import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/small-charter.ts'
import { eventsRepeated, type RepeatedContact } from '../../charter/index.ts'
import { repeatedParts, witnessOf } from './repeated-parts.ts'

const days = (tickets: number, count: number): RepeatedContact => ({ tickets, within: { unit: 'day', count } })
const told = (old: RepeatedContact | undefined, fresh: RepeatedContact | undefined) =>
  repeatedParts(old, fresh).map(({ says, text }) => [says.form, text])

describe('an event of repeated contact that changed', () => {
  it('D7: says whether it happens on more tickets or fewer, with one that shows it', () => {
    expect(told(days(3, 14), days(3, 14))).toEqual([])
    expect(told(days(3, 14), days(2, 14))).toEqual([
      [
        'repeated.sooner',
        'repeated changed: 3 tickets within 14 days → 2 tickets within 14 days; ticket 2 of a customer, on the date of the first, is one now',
      ],
    ])
    expect(told(days(3, 30), days(3, 14))).toEqual([
      [
        'repeated.later',
        'repeated changed: 3 tickets within 30 days → 3 tickets within 14 days; ticket 3 of a customer, 14 days after the first, is one no longer',
      ],
    ])
    // Fewer tickets in less time: some are one now, others no longer.
    expect(told(days(3, 30), days(2, 14)).map(([form]) => form)).toEqual(['repeated.other'])
    expect(told(undefined, days(2, 14)).map(([form]) => form)).toEqual(['repeated.other'])
    expect(told(days(2, 30), { tickets: 2, within: { unit: 'month', count: 1 } })[0]?.[0]).toBe('repeated.other')
  })

  it('D7: the ticket that it shows is one by the one wording alone, however they differ', () => {
    const zone = charterOf('promises: []\n').zone
    const happens = ({ tickets, within }: RepeatedContact, many: number, after: number) => {
      const events = `{ back.again: { tickets: ${tickets}, within: ${within.count} ${within.unit}s } }`
      const head = `avow: 1\ncharter: test\nlanguages: [en]\nzone: Europe/Warsaw\nevents: ${events}\ncalendars: { office: { open: always } }\n`
      const { document } = charterOf('promises: []\n', head)
      const first = Date.UTC(2026, 0, 1, 12)
      const earlier = Array.from({ length: many - 1 }, () => first)
      return eventsRepeated({ document, zone }, first + after * 86_400_000, earlier).length === 1
    }
    const unit = fc.constantFrom('day', 'week', 'month')
    const wording = fc.record({
      tickets: fc.integer({ min: 2, max: 5 }),
      within: fc.record({ unit, count: fc.integer({ min: 1, max: 12 }) }),
    })
    fc.assert(
      fc.property(wording, wording, (old, fresh) => {
        const witness = witnessOf(old, fresh)
        if (witness === undefined) return
        expect(happens(fresh, witness.tickets, witness.days)).toBe(true)
        expect(happens(old, witness.tickets, witness.days)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})
