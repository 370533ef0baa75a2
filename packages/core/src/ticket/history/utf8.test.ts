import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8, isUtf8 } from './utf8.ts'

const NOTHING = new Uint8Array()

describe('UTF-8', () => {
  it('gives every string back, half characters too', () => {
    const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'grapheme' })), (text) => {
        const { bytes, length } = encodeUtf8(text, NOTHING)
        expect(decodeUtf8(bytes, 0, length)).toBe(text)
      }),
    )
  })

  it('writes and reads well-formed text as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const expected = new TextEncoder().encode(text)
        const { bytes, length } = encodeUtf8(text, NOTHING)
        expect(bytes.subarray(0, length)).toEqual(expected)
        expect(isUtf8(expected, 0, expected.length)).toBe(true)
        expect(decodeUtf8(expected, 0, expected.length)).toBe(text)
      }),
    )
  })

  it('knows bytes that are no UTF-8 as the platform does', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const bytes = fc.array(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5),
    )
    const isDecoded = (given: Uint8Array): boolean => {
      try {
        decoder.decode(given)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(bytes, (given) => {
        const array = Uint8Array.from(given)
        expect(isUtf8(array, 0, array.length)).toBe(isDecoded(array))
      }),
      { numRuns: 2000 },
    )
  })

  it('reads texts longer than its buffer, cut at no character', () => {
    for (const text of ['a'.repeat(10_001), `a${'😀'.repeat(5000)}`, 'ż'.repeat(4097)]) {
      const bytes = new TextEncoder().encode(text)
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
    }
  })

  it('puts a mark in the place of each byte that cannot be read', () => {
    expect(decodeUtf8(Uint8Array.of(0x41, 0xff, 0xc2, 0x42), 0, 4)).toBe('A\ufffd\ufffdB')
  })
})
