import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { CalendarError } from '../../calendar/index.ts'
import { exampleInstant } from './example-instant.ts'

const { zone } = charterOf('title: Examples\n')

function instantOf(text: string): string | undefined {
  const instant = exampleInstant(text, zone)
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('the instant of an example', () => {
  it.each([
    ['2026-12-23T16:30', '2026-12-23T15:30:00.000Z'],
    ['2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01T23:59', '2026-07-01T21:59:00.000Z'],
    ['2026-12-23T16:30:45', '2026-12-23T15:30:45.000Z'],
    ['2026-12-23T16:30:59.5', '2026-12-23T15:30:59.500Z'],
    ['2026-12-23T16:30:00.05', '2026-12-23T15:30:00.050Z'],
    ['2026-12-23T16:30:07.123', '2026-12-23T15:30:07.123Z'],
  ])('%s is a time of the charter’s zone', (text, instant) => {
    expect(instantOf(text)).toBe(instant)
  })

  it.each([
    ['2026-12-23T16:30Z', '2026-12-23T16:30:00.000Z'],
    ['2026-12-23T16:30:45.5+05:30', '2026-12-23T11:00:45.500Z'],
  ])('%s is the same everywhere', (text, instant) => {
    expect(instantOf(text)).toBe(instant)
  })

  it.each([
    '2026-12-23',
    '2026-02-30T10:00',
    '2026-12-23T24:00',
    '2026-12-23T16:60',
    '2026-12-23T16:30:60',
    '2026-12-23T16:30:00.1234',
    '2026-12-23T6:30',
    'on 2026-12-23T16:30',
    '2026-12-23T16:30 sharp',
    '',
  ])('“%s” is none', (text) => {
    expect(instantOf(text)).toBeUndefined()
  })

  it('is refused where it lies beyond what is known of the zone', () => {
    expect(() => exampleInstant('1890-12-01T10:00', zone)).toThrow(CalendarError)
  })
})
