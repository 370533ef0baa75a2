import { ColumnsBuilder, type EventColumns, pairBacktests } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf, shown } from '../small-charter.ts'

const promise = (id: string, target: string) =>
  `{ id: ${id}, audience: public, clock: first-response, table: [{ target: ${target} of office }] }`
const charter = (...promises: readonly string[]) => charterOf(`promises: [${promises.join(', ')}]`)

function columnsOf(...tickets: readonly string[]): EventColumns {
  const builder = new ColumnsBuilder(['repair.booked', 'repair.done', 'repair.dropped'])
  tickets.forEach((lines, index) => {
    for (const event of historyOf(lines)) builder.add({ ...event, ticket: `T${index}` })
  })
  return builder.finish()
}

function pairs(
  columns: EventColumns,
  after: ReturnType<typeof charter>,
  versions: readonly (typeof after | undefined)[],
) {
  const found: string[] = []
  pairBacktests(after, columns, {
    now: at('2026-12-23 09:00'),
    pinned: (ticket) => versions[ticket],
    onPair({ ticketIndex, promise: id, run, before, after: other }) {
      const side = (each: typeof before) => (each === null ? 'none' : `${each.state} ${shown(each.due)}`)
      found.push(`T${ticketIndex} ${id}/${run}: ${side(before)} → ${side(other)}`)
    },
  })
  return found
}

const ticket = (answer: string) => `2026-12-21 09:00 ticket.created\n2026-12-21 ${answer} message.sent`

describe('what another charter would have made of tickets', () => {
  it('is told beside what the version of each has made of it', () => {
    const [strict, loose] = [charter(promise('P1', '1 h')), charter(promise('P1', '4 h'))]
    const draft = charter(promise('P1', '2 h'))
    expect(pairs(columnsOf(ticket('10:30'), ticket('12:00')), draft, [strict, loose])).toEqual([
      'T0 P1/1: broken 2026-12-21 10:00 → kept 2026-12-21 11:00',
      'T1 P1/1: kept 2026-12-21 13:00 → broken 2026-12-21 11:00',
    ])
  })

  it('has promises that only one of them makes, and tickets from before every version', () => {
    const old = charter(promise('P1', '1 h'), promise('P9', '1 h'))
    const draft = charter(promise('P2', '1 h'), promise('P1', '1 h'))
    const columns = columnsOf(ticket('09:30'), ticket('09:30'))
    expect(pairs(columns, draft, [old, undefined])).toEqual([
      'T0 P2/1: none → kept 2026-12-21 10:00',
      'T0 P1/1: kept 2026-12-21 10:00 → kept 2026-12-21 10:00',
      'T0 P9/1: kept 2026-12-21 10:00 → none',
      'T1 P2/1: none → kept 2026-12-21 10:00',
      'T1 P1/1: none → kept 2026-12-21 10:00',
    ])
  })

  it('matches runs by their start and key', () => {
    const repairs = (from: string) =>
      charterOf(
        `promises: [{ id: P1, audience: public, clock: { from: ${from}, until: repair.done }, table: [{ target: 2 h of office }] }]`,
      )
    const lines = `2026-12-21 09:00 ticket.created
      2026-12-21 10:00 repair.booked {"key":"b"}
      2026-12-21 10:00 repair.booked {"key":"a"}
      2026-12-21 11:00 repair.done {"key":"a"}`
    const same = repairs('repair.booked')
    expect(pairs(columnsOf(lines), same, [repairs('repair.booked')])).toEqual([
      'T0 P1/1: kept 2026-12-21 12:00 → kept 2026-12-21 12:00',
      'T0 P1/2: broken 2026-12-21 12:00 → broken 2026-12-21 12:00',
    ])
    expect(pairs(columnsOf(lines), repairs('ticket.created'), [same])).toEqual([
      'T0 P1/1: none → kept 2026-12-21 11:00',
      'T0 P1/1: kept 2026-12-21 12:00 → none',
      'T0 P1/2: broken 2026-12-21 12:00 → none',
    ])
  })
})
