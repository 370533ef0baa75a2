import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, withRow } from '../../../test/charter-fixtures.ts'

const target = (text: string): unknown => documentOf(withRow('', text)).promises[0]?.rows[0]?.target

describe('a target', () => {
  it.each([
    ['90 min of office', 5_400_000],
    ['2 h of office', 7_200_000],
    ['1 h 30 min of office', 5_400_000],
    ['1h 30min of office', 5_400_000],
    ['1 hour 1 minute 1 second of office', 3_661_000],
    ['0 min of office', 0],
  ])('T5: %s is opening time', (text, ms) => {
    expect(target(text)).toEqual({ kind: 'opening', ms, calendar: 'office' })
  })

  it.each([
    ['1 working day of office', 1],
    ['15 working days of office', 15],
  ])('T6: %s are working days', (text, count) => {
    expect(target(text)).toEqual({ kind: 'working-days', count, calendar: 'office' })
  })

  it.each([
    ['1 day', 'day', 1],
    ['14 days', 'day', 14],
    ['6 weeks', 'week', 6],
    ['1 month', 'month', 1],
    ['2 years', 'year', 2],
  ])('T7: %s are dates', (text, unit, count) => {
    expect(target(text)).toEqual({ kind: 'dates', span: { unit, count } })
  })

  it('keeps its text as written', () => {
    expect(documentOf(withRow('', '"  2 h of office "')).promises[0]?.rows[0]?.targetText).toBe('2 h of office')
  })

  it.each([
    [
      '1 day of office',
      '23:19 bad-duration “1 day of office”: a day of opening hours can mean two things; write “8 h of office” for opening time or “1 working day of office” for dates on which it opens',
    ],
    [
      '3 days of office',
      '23:19 bad-duration “3 days of office”: a day of opening hours can mean two things; write “24 h of office” for opening time or “3 working days of office” for dates on which it opens',
    ],
    [
      '2 weeks of office',
      '23:19 bad-duration “2 weeks of office”: a week of opening hours can mean two things; write “2 weeks” for dates, or “5 working days of office” for dates on which it opens',
    ],
    [
      '2 h',
      '23:19 bad-duration “2 h”: by which opening hours is it counted? Write “2 h of office” (calendars: office)',
    ],
    [
      '1 h 30 min',
      '23:19 bad-duration “1 h 30 min”: by which opening hours is it counted? Write “1 h 30 min of office” (calendars: office)',
    ],
    [
      '2 working days',
      '23:19 bad-duration “2 working days”: by which opening hours is it counted? Write “2 working days of office” (calendars: office)',
    ],
    ['2 h of offce', '23:19 unknown-calendar there is no calendar “offce”; did you mean “office”?'],
    ['0 days', '23:19 bad-duration “0 days”: the fewest is 1 day'],
    ['0 working days of office', '23:19 bad-duration “0 working days of office”: the fewest is 1 working day'],
    ['1.5 h of office', '23:19 bad-duration “1.5 h of office”: write whole numbers, as in 1 h 30 min of office'],
    [
      '30 min 1 h of office',
      '23:19 bad-duration “30 min 1 h of office”: write the larger unit first and each once, as in 1 h 30 min of office',
    ],
    [
      '2 h 1 day of office',
      '23:19 bad-duration “2 h 1 day of office”: opening time (h, min) and dates (days, weeks) cannot be added',
    ],
    ['1 day 2 h', '23:19 bad-duration “1 day 2 h”: dates are counted in one unit; write 10 days, or 6 weeks'],
    ['1 working day 2 h of office', '23:19 bad-duration “1 working day 2 h of office”: working days stand alone'],
    [
      '2 hrs of office',
      '23:19 bad-duration “2 hrs of office”: “hrs” is no unit of time; use s, min, h, working days, days, weeks, months, years',
    ],
    ['14', '23:19 bad-duration “14”: 14 of what? use s, min, h, working days, days, weeks, months, years'],
    ['soon', '23:19 bad-duration “soon”: expected a length of time such as 2 h of office'],
    ['2 h office', '23:23 bad-duration “2 h office”: after the time stands “of” and one calendar, as in 2 h of office'],
    [
      '"2 h of office, later"',
      '23:33 bad-duration “2 h of office, later”: after the time stands “of” and one calendar, as in 2 h of office',
    ],
    ['21 years', '23:19 bad-duration “21 years”: that is longer than 20 years'],
    ['200000 h of office', '23:19 bad-duration “200000 h of office”: that is longer than 20 years'],
    ['8000 working days of office', '23:19 bad-duration “8000 working days of office”: that is longer than 20 years'],
    [
      '99999999999999999999 days',
      '23:19 bad-duration “99999999999999999999 days”: write whole numbers, as in 1 h 30 min of office',
    ],
    ['[2 h of office]', '23:19 wrong-shape expected a length of time such as 2 h of office, found a list'],
    ['{ h: 2 }', '23:19 wrong-shape expected a length of time such as 2 h of office, found a map'],
    ['null', '23:19 wrong-shape expected a length of time such as 2 h of office, found nothing'],
  ])('%s is refused at its place', (text, finding) => {
    expect(findingsIn(withRow('', text))).toEqual([finding])
  })

  it('of a charter without calendars says how to declare one', () => {
    const text =
      'avow: 1\ncharter: a\nlanguages: [en]\nzone: UTC\npromises:\n- { id: P1, clock: resolution, table: [ { target: 2 h } ] }\n'
    expect(findingsIn(text)).toEqual([
      '6:51 bad-duration “2 h”: by which opening hours is it counted? Write “2 h of office” (declare one under “calendars”)',
    ])
  })

  it('is needed in every row', () => {
    expect(findingsIn(withRow('channel: email').replace(', target: 2 h of office', ''))).toEqual([
      '23:9 missing-field a row of a promise needs the field “target”',
    ])
  })
})
