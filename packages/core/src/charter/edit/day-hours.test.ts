import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setDayHours, weekOf } from './day-hours.ts'
import { editText } from './edit-source.ts'
import { openSource, sourceData } from './open-source.ts'

const PATH = ['calendars', 'office', 'open']

function openAfter(open: string, day: number, hours: string): string {
  const text = `calendars:\n  office:\n    open: ${open} # hours\n`
  const data = dataOf(text)
  return (
    editText(text, setDayHours(data, PATH, day, hours))
      ?.text.split('\n')[2]
      ?.trim() ?? ''
  )
}

function dataOf(text: string): unknown {
  const read = sourceData(openSource(text)?.root)
  return (read as { calendars: { office: { open: unknown } } }).calendars.office.open
}

describe('the hours of a day', () => {
  it.each([
    ['{ mon-fri: 09:00-17:00 }', 4, '09:00-15:00', '{ mon-thu: 09:00-17:00, fri: 09:00-15:00 }'],
    ['{ mon-thu: 09:00-17:00, fri: 09:00-15:00 }', 4, '09:00-17:00', '{ mon-fri: 09:00-17:00 }'],
    [
      '{ mon-fri: 09:00-17:00 }',
      5,
      '10:00-12:00, 13:00-14:00',
      '{ mon-fri: 09:00-17:00, sat: [10:00-12:00, 13:00-14:00] }',
    ],
    ['{ mon-fri: 09:00-17:00 }', 0, '', '{ tue-fri: 09:00-17:00 }'],
    ['{ "mon, wed": 09:00-17:00 }', 4, '09:00-12:00', '{ "mon, wed": 09:00-17:00, fri: 09:00-12:00 }'],
    ['always', 6, '', '{ mon-sat: 00:00-24:00 }'],
  ])('%s, day %i: %s', (open, day, hours, after) => {
    expect(openAfter(open, day, hours)).toBe(`open: ${after} # hours`)
  })

  it('change that day and no other', () => {
    const hours = fc.constantFrom('', '09:00-17:00', '10:00-12:00', '09:00-12:00, 13:00-18:00')
    fc.assert(
      fc.property(
        fc.constantFrom(
          '{ mon-fri: 09:00-17:00 }',
          '{ "mon, wed": [09:00-12:00, 13:00-18:00], sat: 10:00-12:00 }',
          '{ daily: 09:00-17:00 }',
          'always',
          '{ fri-mon: 10:00-12:00 }',
          '{}',
        ),
        fc.array(fc.tuple(fc.nat({ max: 6 }), hours), { maxLength: 5 }),
        (open, changes) => {
          let text = `calendars:\n  office:\n    open: ${open}\n`
          for (const [day, given] of changes) {
            const week = weekOf(dataOf(text)) ?? []
            text = editText(text, setDayHours(dataOf(text), PATH, day, given))?.text ?? ''
            expect(weekOf(dataOf(text))).toEqual(week.map((one, index) => (index === day ? given : one)))
          }
        },
      ),
    )
  })
})
