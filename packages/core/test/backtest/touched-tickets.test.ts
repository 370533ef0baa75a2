import { ColumnsBuilder, decide, type EventColumns, touchedTickets } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf } from '../small-charter.ts'

const NOW = at('2026-12-23 09:00')
const charter = (target: string, allow: string) =>
  charterOf(
    `promises: [{ id: P1, audience: public, clock: first-response, table: [{ target: ${target} of office }] }]
remedies: [{ id: R1, table: [{ allow: [${allow}] }] }]`,
  )

/** Tickets that came in at nine, answered at some minute or not at all. */
const HISTORIES = Array.from({ length: 60 }, (_, index) => {
  const answer = index % 7 === 0 ? '' : `\n2026-12-21 ${10 + (index % 5)}:${10 + (index % 3) * 20} message.sent`
  return `2026-12-21 09:00 ticket.created${answer}`
})

function columns(): EventColumns {
  const builder = new ColumnsBuilder(['repair.booked', 'repair.done', 'repair.dropped'])
  HISTORIES.forEach((lines, index) => {
    for (const event of historyOf(lines)) builder.add({ ...event, ticket: `T${index}` })
  })
  return builder.finish()
}

describe('the past tickets that a difference touches', () => {
  it.each([
    ['another target', charter('1 h', 'refund'), charter('2 h', 'refund')],
    ['another remedy', charter('1 h', 'refund'), charter('1 h', 'refund, apology')],
    ['the same in other words', charter('60 min', 'refund, apology'), charter('1 h', 'apology, refund')],
    [
      'a remedy that is owed only where a promise broke',
      charter('2 h', 'refund'),
      charterOf(
        `promises: [{ id: P1, audience: public, clock: first-response, if broken: { remedy: R1 }, table: [{ target: 2 h of office }] }]
remedies: [{ id: R1, table: [{ allow: [refund] }] }]`,
      ),
    ],
  ])('D10: are those that the judge treats otherwise, one by one: %s', (_, before, after) => {
    const byHand = (of: (decision: ReturnType<typeof decide>) => unknown) =>
      HISTORIES.filter((lines) => {
        const [was, is] = [before, after].map((each) => of(decide(each, historyOf(lines), NOW)))
        return JSON.stringify(was) !== JSON.stringify(is)
      }).length
    expect(Object.fromEntries(touchedTickets(before, after, columns(), { now: NOW }))).toEqual({
      P1: byHand(({ commitments }) => commitments.map(({ state, due }) => [state, due])),
      R1: byHand(({ remedies }) => remedies.map(({ allow, up_to }) => [allow.toSorted(), up_to])),
    })
  })

  it('D10: are told for a promise that only one of the two makes', () => {
    const more = charterOf(`promises: [{ id: P2, audience: public, clock: resolution, table: [{ target: 14 days }] }]`)
    const found = touchedTickets(charter('1 h', 'refund'), more, columns(), { now: NOW })
    expect(Object.fromEntries(found)).toEqual({ P1: 60, P2: 60, R1: 60 })
  })
})
