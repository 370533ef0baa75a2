import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseInstant } from '../read-event.ts'
import { InstantReader } from './instant-bytes.ts'

const read = (reader: InstantReader, text: string): number => {
  const bytes = new TextEncoder().encode(`"${text}"`)
  return reader.read(bytes, 1, bytes.length - 1)
}

it('reads an instant from bytes as from text, also after others', () => {
  const digits = fc.nat(99).map((number) => String(number).padStart(2, '0'))
  const written = fc
    .record({
      date: fc.constantFrom(
        '2026-01-05',
        '2026-01-06',
        '2024-02-29',
        '2025-02-29',
        '1899-12-31',
        '2026-1-05',
        '2026-01-0x',
      ),
      mark: fc.constantFrom('T', 'T', 'T', 't', ' ', '-'),
      time: fc.oneof(
        fc.tuple(digits, digits, digits).map((parts) => parts.join(':')),
        fc.constantFrom('10:00:00', '23:59:59', '24:00:00', '1:00:000'),
      ),
      part: fc.constantFrom('', '', '.123', '.000', '.12', '.1234567', '.1x3', '.12x', ',123'),
      zone: fc.constantFrom('Z', 'Z', 'Z', 'z', '+01:00', '-0330', ''),
    })
    .map(({ date, mark, time, part, zone }) => `${date}${mark}${time}${part}${zone}`)
  fc.assert(
    fc.property(fc.array(written, { maxLength: 20 }), (texts) => {
      const reader = new InstantReader()
      for (const text of [...texts, ...texts]) expect(read(reader, text), text).toBe(parseInstant(text) ?? Number.NaN)
    }),
    { numRuns: 500 },
  )
})

it('reads no instant from what is far too long', () => {
  expect(read(new InstantReader(), `2026-01-05T10:00:00.${'1'.repeat(1000)}Z`)).toBeNaN()
})
