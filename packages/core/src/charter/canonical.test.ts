import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalForm, canonicalJson } from './canonical.ts'
import { hashOf, sha256, utf8 } from './sha256.ts'

describe('canonical JSON (RFC 8785)', () => {
  it('E2: is that of the example in the standard', () => {
    const data = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(data)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('E2: sorts names by their UTF-16 units, as the standard shows', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const data = Object.fromEntries(names.map((name) => [name, 0]))
    expect([...canonicalJson(data).matchAll(/"(.*?)":/g)].map((match) => match[1])).toEqual([
      '\\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [Number('9007199254740993'), '9007199254740992'],
    ['', '""'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: 1, a: [2, { d: 3, c: 4 }] }, '{"a":[2,{"c":4,"d":3}],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['\ud800'],
    [{ '\udc00': 1 }],
    [[undefined]],
    [() => 1],
    [1n],
    [Symbol('x')],
  ])('refuses what JSON cannot hold: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('refuses data that is nested without end', () => {
    let data: unknown = 1
    for (let depth = 0; depth < 20_000; depth++) data = [data]
    expect(() => canonicalJson(data)).toThrow('nested deeper than 500')
  })

  it('is the same whatever the order of the fields, and reads back as the same data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(data))
        expect(canonicalJson(JSON.parse(canonicalJson(data)))).toBe(canonicalJson(data))
      }),
    )
  })
})

describe('the canonical form of a charter', () => {
  const zone = { name: 'UTC', data: '2026c', from: 0, until: 10, changes: [[0, 0]] as const }

  it('leaves out when it takes effect and what is noted, and carries its zones', () => {
    const data = {
      avow: 1,
      charter: 'a',
      effective: '2026-12-01T00:00',
      notes: ['x'],
      promises: [{ id: 'P1', notes: 'kept' }],
    }
    expect(canonicalJson(canonicalForm(data))).toBe('{"avow":1,"charter":"a","promises":[{"id":"P1","notes":"kept"}]}')
    expect(canonicalJson(canonicalForm(data, [zone]))).toBe(
      '{"avow":1,"charter":"a","promises":[{"id":"P1","notes":"kept"}],"zones":[{"changes":[[0,0]],"data":"2026c","from":0,"name":"UTC","until":10}]}',
    )
  })

  it('gives another hash for another word, and the same for other notes', () => {
    const hash = (data: object): string => hashOf(canonicalForm(data))
    expect(hash({ a: 1, notes: 'x' })).toBe(hash({ notes: 'y', effective: 'z', a: 1 }))
    expect(hash({ a: 1 })).not.toBe(hash({ a: 2 }))
  })
})

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of the standard’s texts is the standard’s', (text, hash) => {
    expect(sha256(utf8(text))).toBe(hash)
  })

  it('is that of another program for any bytes and any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
        expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
        expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)])
      }),
    )
    expect(hashOf({ b: 'żółć 😀', a: 1 })).toBe(createHash('sha256').update('{"a":1,"b":"żółć 😀"}').digest('hex'))
  })
})
