import { describe, expect, it } from 'vitest'
import { at, charterOf, shown } from '../../test/small-charter.ts'
import { closedPeriods, listOfPeriod, periodsMeasured } from './closed-periods.ts'

const charter = (measured: string) =>
  charterOf(
    `promises: [{ id: P1, audience: public, clock: first-response, ${measured} table: [{ target: 2 h of office }] }]`,
  )

describe('closed periods', () => {
  const { zone } = charter('')
  const closed = (since: string, now: string) =>
    closedPeriods(zone, 'month', at(since), at(now)).map(({ from, to }) => `${shown(from)} ${shown(to)}`)

  it('M10: a period closes 14 days after its end, in the charter’s zone', () => {
    expect(closed('2026-11-20 12:00', '2026-12-14 23:59')).toEqual([])
    expect(closed('2026-11-20 12:00', '2026-12-15 00:00')).toEqual(['2026-11-01 00:00 2026-12-01 00:00'])
    expect(closed('2026-11-20 12:00', '2027-01-15 00:00')).toEqual([
      '2026-11-01 00:00 2026-12-01 00:00',
      '2026-12-01 00:00 2027-01-01 00:00',
    ])
  })

  it('M10: periods are those that the promise is measured over, else months', () => {
    const kinds = (measured: string) => charter(measured).promises.flatMap(periodsMeasured)
    expect(kinds('')).toEqual(['month'])
    expect(kinds('measured: [each],')).toEqual(['month'])
    expect(kinds('measured: [each, share: 95% a quarter, mean: "<= 60 min a week"],')).toEqual(['quarter', 'week'])
  })

  it('M11: the list has a line for each commitment, whatever order they come in', () => {
    const due = at('2026-11-20 12:00')
    const rows = [
      { ticket: 'b', run: 1, state: 'kept', due },
      { ticket: 'a', run: 2, state: 'cancelled', due: null },
      { ticket: 'a', run: 1, state: 'broken', due },
    ]
    const list = listOfPeriod(rows)
    expect(list.split('\n')).toEqual([
      '{"due":"2026-11-20T11:00:00.000Z","run":1,"state":"broken","ticket":"a"}',
      '{"due":null,"run":2,"state":"cancelled","ticket":"a"}',
      '{"due":"2026-11-20T11:00:00.000Z","run":1,"state":"kept","ticket":"b"}',
      '',
    ])
    expect(listOfPeriod(rows.toReversed())).toBe(list)
  })
})
