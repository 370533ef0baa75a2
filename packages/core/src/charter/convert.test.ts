import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RETAILER } from '../../test/charter-fixtures.ts'
import { convertCharter } from './convert.ts'
import { readCharter } from './read-charter.ts'

const converted = (text: string, from: 'yaml' | 'json', to: 'yaml' | 'json'): string => {
  const { text: result, findings } = convertCharter(text, from, to)
  expect(findings).toEqual([])
  return result ?? ''
}

/** A document without places, which differ between formats. */
const withoutPlaces = (text: string, format: 'yaml' | 'json'): unknown =>
  JSON.parse(
    JSON.stringify(readCharter(text, { format }).document, (key, value: unknown) =>
      key === 'place' ? undefined : value instanceof Map ? [...value] : value,
    ),
  )

describe('a charter in another format', () => {
  const json = converted(RETAILER, 'yaml', 'json')
  const back = converted(json, 'json', 'yaml')

  it('is the same charter, there and back', () => {
    expect(withoutPlaces(json, 'json')).toEqual(withoutPlaces(RETAILER, 'yaml'))
    expect(withoutPlaces(back, 'yaml')).toEqual(withoutPlaces(RETAILER, 'yaml'))
    expect(converted(back, 'yaml', 'json')).toBe(json)
  })

  it('keeps comments from YAML to YAML', () => {
    expect(converted(RETAILER, 'yaml', 'yaml')).toBe(RETAILER)
  })

  it('is laid out to be read: rows and texts on one line', () => {
    expect(back).toContain('\n      - { channel: email, tier: gold, target: 1 h of office }\n')
    expect(back).toContain(
      '\n    says: { en: Repairs are back within {target}. }\n'.replace(
        'Repairs are back within {target}.',
        '"Repairs are back within {target}."',
      ),
    )
    expect(json).toContain('\n      "clock": "first-response",\n')
  })

  it('keeps the order of names that look like numbers', () => {
    expect(converted('{"2":{"b":1,"1":2},"1":0}', 'json', 'json')).toBe(
      '{\n  "2": {\n    "b": 1,\n    "1": 2\n  },\n  "1": 0\n}\n',
    )
    expect(converted('{"2":0,"1":[]}', 'json', 'yaml')).toBe('"2": 0\n"1": []\n')
  })

  it('is refused with the place where it cannot be read', () => {
    const { text, findings } = convertCharter('a: 1\na: 2\n', 'yaml', 'json')
    expect(text).toBeUndefined()
    expect(findings).toMatchObject([{ code: 'named-twice', line: 2, column: 1, severity: 'error' }])
  })

  it('loses nothing of any data, in any of the ways', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'yes',
        '01',
        '1e3',
        '~',
        'null',
        '- a',
        '# c',
        ' x ',
        'a\nb',
        'a: b',
        '{',
        '"',
        "'",
        '|',
        '> 100 EUR',
        '09:00',
        '2026-12-24',
        '<<',
        '*a',
        '&a',
        '!x',
        '%',
        'é: ',
        '\u2028',
        '\t',
        '...',
        '---',
      ),
    )
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        text,
        number,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(text, value, { minKeys: 1, maxKeys: 4 }), (data) => {
        const written = JSON.stringify(data)
        const first = convertCharter(written, 'json', 'yaml')
        fc.pre(first.findings.length === 0)
        const again = converted(first.text ?? '', 'yaml', 'json')
        expect(again).toBe(converted(written, 'json', 'json'))
      }),
      { numRuns: 400 },
    )
  })
})
