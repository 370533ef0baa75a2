import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import type { LawTime } from '../../law/index.ts'
import { LawClock } from './law-limits.ts'

const HOUR = 3_600_000

interface Asked {
  /** What else is said of the calendar office, and of the law. */
  readonly office?: string
  readonly law?: string
  readonly public?: string
}

/** The worst start of a target against a length of time of the law, and how many hours it is late. */
function worst(target: string, count: number, unit: LawTime['unit'], asked: Asked = {}) {
  const charter = charterOf(`law: { jurisdictions: [PL], sectors: [consumer]${asked.law ?? ''} }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }${asked.office ?? ''} }
  public: { open: { mon-fri: 09:00-17:00 }${asked.public ?? ''} }
  rare: { open: {}, on: { 2026-11-23: 09:00-17:00 } }
promises: [ { id: P1, clock: resolution, table: [ { target: ${target} } ] } ]
`)
  const [row] = charter.document.promises.flatMap(({ rows }) => rows)
  const { law } = charter.document
  if (row === undefined || law === undefined) throw new Error('the charter has neither')
  const found = new LawClock(charter, law, AS_OF).worstStart(row.target, { count, unit })
  return found && [new Date(found.start).toISOString(), (found.due - found.limit) / HOUR]
}

const until = (date: string): Asked => ({ office: `, holidays until: ${date}` })

describe('the worst start against a limit of the law', () => {
  it('is the last instant of the first date from which a target in dates is latest', () => {
    // A month from the last of January ends with February; 31 days end three dates later.
    expect(worst('31 days', 1, 'month')).toEqual(['2027-01-31T22:59:59.999Z', 72])
    expect(worst('1 month', 31, 'day')).toBeUndefined()
    expect(worst('2 days', 2, 'day')).toBeUndefined()
  })

  it('is not looked for behind the dates whose holidays are known', () => {
    // From a Friday on, the next working day is Monday, and Saturday the limit.
    expect(worst('1 working day of office', 1, 'day', until('2026-11-27'))).toEqual(['2026-11-27T22:59:59.999Z', 41])
    expect(worst('1 working day of office', 1, 'day', until('2026-11-26'))).toBeUndefined()
    expect(worst('1 working day of office', 1, 'day', until('2026-11-22'))).toBeUndefined()
  })

  it('is looked for a year ahead where a calendar does not say so, or where its holidays ran out before', () => {
    // The weekend on which the clocks go back is an hour longer.
    const october = ['2027-10-29T21:59:59.999Z', 42]
    expect(worst('1 working day of office', 1, 'day')).toEqual(october)
    expect(worst('1 working day of office', 1, 'day', until('2026-11-21'))).toEqual(october)
    expect(worst('1 working day of office', 1, 'day', until('9000-01-01'))).toEqual(october)
    const later = { office: ', closed: [2028-01-10 .. 2028-01-14]' }
    expect(worst('1 working day of office', 1, 'day', later)).toEqual(october)
  })

  it('is bounded by the law’s holidays where the law counts working days, and there alone', () => {
    const law = ', holidays: public'
    // From a Wednesday on, two working days end on Friday, four dates on Sunday.
    expect(worst('4 days', 2, 'working-day', { law })).toEqual(['2027-10-27T21:59:59.999Z', 49])
    expect(worst('4 days', 2, 'working-day', { law, public: ', holidays until: 2026-11-27' })).toEqual([
      '2026-11-22T22:59:59.999Z',
      48,
    ])
    expect(worst('2 days', 1, 'day', { law, public: ', holidays until: 2026-11-27' })).toEqual([
      '2027-10-29T21:59:59.999Z',
      25,
    ])
  })

  it('has the closed dates of the law’s calendar for holidays', () => {
    const holidays = { law: ', holidays: public', public: ', closed: [2026-11-23], holidays until: 2026-11-23' }
    expect(worst('2 days', 1, 'working-day', holidays)).toEqual(['2026-11-23T22:59:59.999Z', 24])
    expect(worst('2 days', 1, 'working-day', { ...holidays, law: '' })).toEqual(['2026-11-22T22:59:59.999Z', 24])
  })

  it('is the beginning of a date, or now, where the law counts hours and the promise dates', () => {
    expect(worst('2 days', 48, 'hour')).toEqual(['2027-10-28T22:00:00.000Z', 25])
    // Today is Sunday: what comes in now is due on Monday at 17:00.
    expect(worst('1 working day of office', 24, 'hour', until('2026-11-22'))).toEqual(['2026-11-22T10:00:00.000Z', 6])
    expect(worst('1 working day of office', 24, 'hour', until('2026-11-27'))).toEqual(['2026-11-26T23:00:00.000Z', 65])
    expect(worst('1 working day of office', 24, 'hour', until('2026-11-26'))).toEqual(['2026-11-22T23:00:00.000Z', 17])
  })

  it('is a closing where both count hours', () => {
    expect(worst('1 h of office', 24, 'hour', until('2026-11-27'))).toEqual(['2026-11-27T16:00:00.000Z', 41])
    // Now is Sunday: at ten on Monday it is done.
    expect(worst('1 h of office', 24, 'hour', until('2026-11-26'))).toBeUndefined()
  })

  it('is none where the target never ends', () => {
    expect(worst('9 h of rare', 24, 'hour')).toBeUndefined()
  })
})
