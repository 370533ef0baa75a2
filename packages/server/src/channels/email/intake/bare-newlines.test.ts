import { describe, expect, it } from 'vitest'
import { BareNewlines } from './bare-newlines.ts'

const found = (...pieces: string[]): boolean => {
  const newlines = new BareNewlines()
  for (const piece of pieces) newlines.see(Buffer.from(piece, 'latin1'))
  return newlines.found
}

describe('bare newlines', () => {
  it.each([['a\nb'], ['a\rb'], ['\n'], ['\r'], ['a\r', 'b'], ['a', '\n'], ['a\r\n\nb'], ['a\r\r\n'], ['\r\n', '\n']])(
    'are noted in %j',
    (...pieces) => expect(found(...pieces)).toBe(true),
  )
  it.each([[''], ['a\r\nb\r\n'], ['a\r', '\nb'], ['\r\n', '\r\n'], ['a', '', 'b']])('are not seen in %j', (...pieces) =>
    expect(found(...pieces)).toBe(false),
  )
})
