import { describe, expect, it } from 'vitest'
import { ByteStrings, hashOfBytes } from './byte-strings.ts'
import { decodeUtf8 } from './utf8.ts'

function intern(strings: ByteStrings, text: string): number {
  const bytes = new TextEncoder().encode(`..${text}..`)
  return strings.intern(bytes, 2, bytes.length - 2, hashOfBytes(bytes, 2, bytes.length - 2))
}

function find(strings: ByteStrings, text: string): number {
  const bytes = new TextEncoder().encode(text)
  return strings.find(bytes, 0, bytes.length, hashOfBytes(bytes, 0, bytes.length))
}

describe('ByteStrings', () => {
  it('knows each text by one index, however many there are', () => {
    const strings = new ByteStrings()
    const texts = Array.from({ length: 5000 }, (_, index) => `T${index % 2 === 0 ? '' : 'Ω'}${index}`)
    expect(texts.map((text) => intern(strings, text))).toEqual(texts.map((_, index) => index))
    expect(texts.map((text) => intern(strings, text))).toEqual(texts.map((_, index) => index))
    expect(strings.size).toBe(5000)
    expect(strings.all()).toEqual(texts)
    expect(strings.read(4999, decodeUtf8)).toBe('TΩ4999')
  })

  it('knows the empty text, and tells texts apart whose hashes are the same', () => {
    const strings = new ByteStrings()
    const [one, other] = [Uint8Array.of(1, 2), Uint8Array.of(2, 1)]
    expect(strings.intern(one, 0, 2, 7)).toBe(0)
    expect(strings.intern(other, 0, 2, 7)).toBe(1)
    expect(strings.find(one, 0, 2, 7)).toBe(0)
    expect(strings.find(one, 0, 1, 7)).toBe(-1)
    expect(intern(strings, '')).toBe(2)
    expect(find(strings, '')).toBe(2)
  })

  it('finds nothing in an empty list', () => {
    expect(find(new ByteStrings(), '')).toBe(-1)
    expect(new ByteStrings().all()).toEqual([])
  })

  it('reads long texts beside short ones', () => {
    const strings = new ByteStrings()
    const texts = ['a', 'b'.repeat(10_000), 'ż', 'c', 'd'.repeat(2047), 'e']
    for (const text of texts) intern(strings, text)
    expect(strings.all()).toEqual(texts)
  })
})
