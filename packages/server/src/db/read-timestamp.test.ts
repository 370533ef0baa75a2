import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTimestamp } from './read-timestamp.ts'

/** As PostgreSQL writes it: no zeros at the end of a fraction, and no fraction that is zero. */
function written(date: Date, micros: number): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  const fraction = `${time.slice(9, 12)}${String(micros).padStart(3, '0')}`.replace(/0+$/, '')
  return `${day} ${time.slice(0, 8)}${fraction === '' ? '' : `.${fraction}`}+00`
}

describe('readTimestamp', () => {
  it('reads what PostgreSQL writes in UTC, to the millisecond', () => {
    const years = {
      min: new Date('0100-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }
    fc.assert(
      fc.property(fc.date(years), fc.integer({ min: 0, max: 999 }), (date, micros) => {
        expect(readTimestamp(written(date, micros))).toEqual(date)
      }),
    )
  })

  it.each([
    '2026-11-22 12:14:34.123+02',
    '2026-11-22 12:14:34+05:30',
    '12026-11-22 12:14:34+00',
    '0044-03-15 12:00:00+00 BC',
    '0044-03-15 12:00:00+00',
    'infinity',
    '-infinity',
    '',
  ])('leaves “%s” to the reader of all forms', (text) => {
    expect(readTimestamp(text)).toBeUndefined()
  })
})
