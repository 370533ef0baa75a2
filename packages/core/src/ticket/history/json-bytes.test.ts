import { describe, expect, it } from 'vitest'
import { FIELD, fieldNamed } from './field-codes.ts'
import { JsonStrings, literalEnd, nullEnd, plainCountEnd } from './json-bytes.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(`${text}\n`)

describe('JSON in bytes', () => {
  it('finds the end of just those numbers and words that JSON has', () => {
    for (const text of ['0', '-0', '12', '-1.5', '1e3', '1E+10', '2.50e-7', 'true', 'false', 'null']) {
      expect(literalEnd(bytesOf(`${text},`), 0), text).toBe(text.length)
    }
    for (const text of ['', '-', '.5', '1.', '1.e3', '1e', '1e+', 'tru', 'nul', 'Null', '+1', 'NaN', 'x']) {
      expect(literalEnd(bytesOf(text), 0), text).toBe(-1)
    }
    // Whatever follows a leading zero is not the number's.
    expect(literalEnd(bytesOf('012'), 0)).toBe(1)
  })

  it('finds the end of whole numbers that read as their digits', () => {
    for (const text of ['0', '7', '123456789012345'])
      expect(plainCountEnd(bytesOf(`${text}}`), 0), text).toBe(text.length)
    for (const text of ['', '-1', '01', '1.5', '1e3', '1234567890123456'])
      expect(plainCountEnd(bytesOf(text), 0), text).toBe(-1)
    expect([nullEnd(bytesOf('null'), 0), nullEnd(bytesOf('nil'), 0), nullEnd(bytesOf('0'), 0)]).toEqual([4, -1, -1])
  })

  it('finds the end of a string without escapes, and of any string where its text does not matter', () => {
    const strings = new JsonStrings()
    const ends = (text: string) => [strings.closingQuote(bytesOf(text), 0), strings.closingQuoteOfAny(bytesOf(text), 0)]
    expect(ends('abc"')).toEqual([3, 3])
    expect(ends('"')).toEqual([0, 0])
    expect(ends('a\\"b"')).toEqual([-1, 4])
    expect(ends('\\u00Ff\\n\\\\"')).toEqual([-1, 10])
    for (const text of ['abc', 'a\tb"', '\\x"', '\\u00g0"', '\\u12"', '\\']) expect(ends(text), text).toEqual([-1, -1])
    expect(strings.high).toBe(false)
    expect(ends('ż"')).toEqual([2, 2])
    expect(strings.high).toBe(true)
  })

  it('finds the end of a list or object that holds no other', () => {
    const end = (text: string) => new JsonStrings().flatEnd(bytesOf(text), 0)
    expect([end('[]'), end('["]", 1] x'), end('{"a":"}"}')]).toEqual([2, 8, 9])
    expect([end('[[]]'), end('{"a":{}}'), end('["a'), end('[1'), end('["\\n"]'), end('[ż]')]).toEqual([
      -1, -1, -1, -1, -1, -1,
    ])
  })

  it('knows every field by its name, and no other', () => {
    for (const [name, code] of Object.entries(FIELD))
      expect(fieldNamed(bytesOf(name), 0, name.length), name).toBe(name === 'unknown' ? FIELD.unknown : code)
    for (const name of ['', 't', 'Type', 'typ', 'tipe', 'tpye', 'tickets', 'x'.repeat(20)]) {
      expect(fieldNamed(bytesOf(name), 0, name.length), name).toBe(FIELD.unknown)
    }
  })
})
