import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_DEPTH,
  MAX_LINES,
  MAX_NAME_CHARACTERS,
  MAX_PARTS,
  MAX_SOURCE_CHARACTERS,
  MAX_TEXT_CHARACTERS,
} from '../limits.ts'
import { entryOf, placeInside, type SourceNode } from './node.ts'
import { plainData } from './plain-data.ts'
import { readSource, type SourceFormat } from './read-source.ts'

const problemsIn = (text: string, format: SourceFormat = 'yaml'): string[] =>
  readSource(text, format).problems.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)

const codesIn = (text: string, format: SourceFormat = 'yaml'): string[] =>
  readSource(text, format).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)

function dataOf(text: string, format: SourceFormat = 'yaml'): unknown {
  const { root, problems } = readSource(text, format)
  expect(problems).toEqual([])
  return root && JSON.parse(JSON.stringify(plainData(root)))
}

describe('places', () => {
  const yaml = 'a: 1\nlist:\n  - x\n  - { b: [y, "z"] }\nempty:\n'
  const json = '{"a": 1,\n"list": [ "x",\n {"b": ["y", "z"]}],\n"empty": null}'

  function placesOf(node: SourceNode): string[] {
    const here = `${node.place.path} ${node.place.line}:${node.place.column}`
    if (node.kind === 'list') return [here, ...node.items.flatMap(placesOf)]
    if (node.kind === 'map')
      return [
        here,
        ...node.entries.flatMap(({ keyPlace, value }) => [
          `key ${keyPlace.line}:${keyPlace.column}`,
          ...placesOf(value),
        ]),
      ]
    return [here]
  }

  it('are known of every key and value of YAML; an empty value stands where its key stands', () => {
    expect(placesOf(readSource(yaml, 'yaml').root as SourceNode)).toEqual([
      ' 1:1',
      'key 1:1',
      '/a 1:4',
      'key 2:1',
      '/list 3:3',
      '/list/0 3:5',
      '/list/1 4:5',
      'key 4:7',
      '/list/1/b 4:10',
      '/list/1/b/0 4:11',
      '/list/1/b/1 4:14',
      'key 5:1',
      '/empty 5:1',
    ])
  })

  it('are known of every key and value of JSON', () => {
    expect(placesOf(readSource(json, 'json').root as SourceNode)).toEqual([
      ' 1:1',
      'key 1:2',
      '/a 1:7',
      'key 2:1',
      '/list 2:9',
      '/list/0 2:11',
      '/list/1 3:2',
      'key 3:3',
      '/list/1/b 3:8',
      '/list/1/b/0 3:9',
      '/list/1/b/1 3:14',
      'key 4:1',
      '/empty 4:10',
    ])
  })

  it('reach into texts that stand in the source as they are', () => {
    const column = (text: string, format: SourceFormat): number | undefined => {
      const node = entryOf(readSource(text, format).root, 'a')
      return node?.kind === 'scalar' ? placeInside(node, 2).column : undefined
    }
    expect(column('a: < 3 x', 'yaml')).toBe(6)
    expect(column('a: "< 3"', 'yaml')).toBe(7)
    expect(column("a: '< 3'", 'yaml')).toBe(7)
    expect(column('{"a": "< 3"}', 'json')).toBe(10)
    expect(column('{"a": "\\u003c 3"}', 'json')).toBe(7)
    expect(column('a: x\n  y', 'yaml')).toBe(4)
  })

  it('are paths by RFC 6901', () => {
    expect(entryOf(readSource('a/b~c: 1', 'yaml').root, 'a/b~c')?.place.path).toBe('/a~1b~0c')
  })
})

describe('values', () => {
  it('are those of the YAML 1.2 core schema', () => {
    expect(
      dataOf('[1, -2.5, 1e3, true, False, null, ~, "", yes, on, 2026-12-24, 09:00, 12:30:45, "1", 1_000]'),
    ).toEqual([
      1,
      -2.5,
      1000,
      true,
      false,
      null,
      null,
      '',
      'yes',
      'on',
      '2026-12-24',
      '09:00',
      '12:30:45',
      '1',
      '1_000',
    ])
  })

  it('of JSON are those of the same document in YAML', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ maxLength: 20 }),
          fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.integer(), fc.array(fc.string())),
        ),
        (data) => {
          const text = JSON.stringify(data)
          const json = readSource(text, 'json')
          const yaml = readSource(text, 'yaml')
          fc.pre(json.problems.length === 0 && yaml.problems.length === 0)
          expect(plainData(yaml.root as SourceNode)).toEqual(plainData(json.root as SourceNode))
          expect(JSON.stringify(plainData(json.root as SourceNode))).toBe(
            JSON.stringify(JSON.parse(text)).replace(/-0(?=[,}])/g, '0'),
          )
        },
      ),
    )
  })

  it('have no prototype to be confused with', () => {
    const { root } = readSource('toString: 1', 'yaml')
    const data = plainData(root as SourceNode) as object
    expect(Object.getPrototypeOf(data)).toBeNull()
    expect(Object.keys(data)).toEqual(['toString'])
  })
})

describe('JSON', () => {
  it.each([
    ['{"a":1,"a":2}', '1:8 named-twice “a” stands here already, in line 1; keep one of the two'],
    ['{"a":1,}', '1:8 not-readable this is not JSON: expected another entry after the comma, found “}”'],
    ['{"a" 1}', '1:6 not-readable this is not JSON: expected “:”, found “1}”'],
    ['{a: 1}', '1:2 not-readable this is not JSON: expected a name in quotes, found “a: 1}”'],
    ['[1,\n 2', '2:3 not-readable this is not JSON: expected “]”, found nothing more'],
    ['[1] x', '1:5 not-readable this is not JSON: expected the end of the document, found “x”'],
    ['[tru]', '1:2 not-readable this is not JSON: expected a value, found “tru]”'],
    [
      '["a\tb"]',
      '1:2 not-readable this text is never closed with a quote, or holds a line end, a tab or an unknown escape',
    ],
    [
      '["a\nb"]',
      '1:2 not-readable this text is never closed with a quote, or holds a line end, a tab or an unknown escape',
    ],
    [
      '["\\x"]',
      '1:2 not-readable this text is never closed with a quote, or holds a line end, a tab or an unknown escape',
    ],
    ['["', '1:2 not-readable this text is never closed with a quote, or holds a line end, a tab or an unknown escape'],
    ['', '1:1 not-readable this is not JSON: expected a value, found nothing more'],
    ['// c\n{}', '1:1 not-readable this is not JSON: expected a value, found “// c\n{}”'],
  ])('is read strictly: %s', (text, problem) => {
    expect(problemsIn(text, 'json')).toEqual([problem])
  })

  it('accepts what JSON.parse accepts, within the limits', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { root, problems } = readSource(text, 'json')
        const harmless = problems.filter(
          ({ code }) => code !== 'forbidden-name' && code !== 'forbidden-character' && code !== 'bad-number',
        )
        expect(harmless).toEqual([])
        if (problems.length === 0)
          expect(JSON.stringify(root && plainData(root))).toBe(
            JSON.stringify(JSON.parse(text)).replace(/-0(?=[,\]}]|$)/g, '0'),
          )
      }),
    )
  })

  it('is what begins with a brace, where no format is said', () => {
    expect(readSource(' {"a":1}').problems).toEqual([])
    expect(readSource('{ a: 1 }').problems[0]?.message).toContain('not JSON')
    expect(readSource('a: 1').problems).toEqual([])
  })
})

describe('YAML', () => {
  it.each([
    ['a: &x 1\nb: *x', '1:4 not-used-in-charters “&x” names a part for repetition; a charter writes each part out'],
    ['a: *x', '1:4 not-used-in-charters “*x” repeats another part; a charter writes each part out'],
    ['a: !!js/function x', '1:4 not-used-in-charters “!!js/function” is a type tag; a charter has none; delete it'],
    ['a: !x {}', '1:4 not-used-in-charters “!x” is a type tag; a charter has none; delete it'],
    ['<<: { a: 1 }', '1:1 not-used-in-charters “<<” would merge another part; a charter writes each part out'],
    ['%YAML 1.1\n---\na: 1', '1:1 not-used-in-charters lines beginning with % have no meaning in a charter; delete it'],
    ['a: 1\n---\nb: 1', '2:1 not-used-in-charters a file holds one charter; here begins a second document'],
    ['a: 1\na: 2', '2:1 named-twice “a” stands here already, in line 1; keep one of the two'],
    ['a: 1\n"a": 2', '2:1 named-twice “a” stands here already, in line 1; keep one of the two'],
    ['[a]: 1', '1:1 not-readable a key must be a word or a text, not a list or a map'],
    ['a:\n\tb: 1', '2:1 not-readable here stands a tab: replace it with spaces (a tab is no indentation in YAML)'],
    ['a: > 100 EUR', '1:6 not-readable a text that begins with > needs quotes: "> 100 EUR"'],
    ['a: >= 3', '1:5 not-readable a text that begins with > needs quotes: ">= 3"'],
    ['{ a: > 3 }', '1:6 not-readable a text that begins with > needs quotes: "> 3"'],
    [
      '{ a: -, b: 1 }',
      '1:6 not-readable inside braces, “-” stands for a list; write "-" in quotes, or leave the cell out',
    ],
    ['a: b: c', '1:4 not-readable a text with “: ” in it needs quotes: "b: c"'],
    ['a: "b', '1:6 not-readable a quote opened here or before is never closed'],
    ['a: @b', '1:4 not-readable a text that begins with @ needs quotes: "@b"'],
    ['a: {b} is', '1:8 not-readable a text that begins with { needs quotes: "{b} is"'],
    ['[{ a: {b} is # c\n, d: 1 }]', '1:11 not-readable a text that begins with { needs quotes: "{b} is"'],
    ['{ a: {b} is, c: [1] }', '1:10 not-readable a text that begins with { needs quotes: "{b} is"'],
    ['a: "b" is', `1:8 not-readable a text that begins with " needs quotes: '"b" is'`],
    [`a: "b" isn't`, `1:8 not-readable a text that begins with " needs quotes: '"b" isn''t'`],
    [
      'a: [b',
      '1:6 not-readable a [ opened before is not closed, or what stands in it is not indented; look at the lines before too',
    ],
    ['a: {b: 1}}', '1:10 not-readable this } closes nothing; take it away, or look for a missing bracket before it'],
    ['{ a: We say: no, b: 1 }', '1:6 not-readable a text with “: ” in it needs quotes: "We say: no"'],
    [
      '{ a: "b" c: 1 }',
      '1:6 not-readable after this text a comma is missing, or all of it needs quotes of the other kind',
    ],
    ['a: 1\n b: 2', '1:4 not-readable a line is indented too far here, or a “:” is one too many'],
    [
      'a:\n  - b: 1\n  c: 2',
      '3:1 not-readable this line does not begin at the same column as those that it belongs to; look at its indentation',
    ],
    ['a:\nb\nc: 1', '2:1 not-readable expected a name with “:” here, as in the lines beside it'],
    [
      'a: "x\\q"',
      '1:6 not-readable a backslash in double quotes begins a sign of its own; write two of them, or put the text in single quotes',
    ],
    [`a: @${'b'.repeat(90)}`, `1:4 not-readable a text that begins with @ needs quotes: "@${'b'.repeat(59)}…"`],
    ['[a,, b]', '1:4 not-readable there is nothing between two commas'],
    ['# nothing\n', '1:1 not-readable the document is empty'],
  ])('%j is refused at its place', (text, problem) => {
    expect(problemsIn(text)).toEqual([problem])
  })

  it('gives one problem a line where several lines are wrong', () => {
    expect(codesIn('a: @b\nc: @d @e\nf: 1\ng: `h')).toEqual([
      '1:4 not-readable',
      '2:4 not-readable',
      '4:4 not-readable',
    ])
  })

  it.each([
    ['a:\n  b: 1\n\tc: 2\n  d: 3\n', '3:1'],
    ['a:\n  - id: P1\n\t  clock: x\n    table: y\nb: 1\n', '3:1'],
    ['a:\n  b: 1\n  c:\n\t- d\n\t- e\n  f: 2\n', '4:1'],
  ])('says nothing more after a tab: %j', (text, place) => {
    expect(codesIn(text)).toEqual([`${place} not-readable`])
    expect(codesIn(`x: @y\n${text}`)).toHaveLength(2)
  })

  it('never speaks as its parser does', () => {
    const pieces = [
      'a',
      ': ',
      ':',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ', ',
      '> ',
      '| ',
      '# ',
      '@',
      '%',
      '\\x',
      '\t',
      '? ',
      '1',
    ]
    const parserTalk = /indicator|scalar|implicit|token|node|flow|block|sequence|mapping|collection|compact/i
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const said = readSource(parts.join(''), 'yaml').problems.map(({ message }) => message)
        expect(said.filter((message) => parserTalk.test(message))).toEqual([])
      }),
    )
  })

  it('may begin with --- and end with ...', () => {
    expect(dataOf('---\na: 1\n...\n')).toEqual({ a: 1 })
  })
})

describe('numbers', () => {
  it.each([
    '01',
    '0x1F',
    '0o17',
    '+1',
    '.5',
    '1.',
    '.inf',
    '-.INF',
    '.nan',
    '1e309',
    '-1e999',
    '9007199254740993',
    '0.12345678901234567',
  ])('%s is refused', (number) => {
    expect(codesIn(`a: ${number}`)).toEqual(['1:4 bad-number'])
  })

  it.each(['01', '+1', '.5', '1.', '1e309', '9007199254740993', '0x1F', '--1', '1.2.3'])(
    '%s is refused in JSON too',
    (number) => {
      expect(codesIn(`{"a":${number}}`, 'json')).toEqual(['1:6 bad-number'])
    },
  )

  it.each(['0', '-0', '12', '12.5', '-1.25', '1e3', '2.5E-3', '123456789012345'])(
    '%s is the same number in both',
    (number) => {
      expect(dataOf(`a: ${number}`)).toEqual({ a: Number(number) === 0 ? 0 : Number(number) })
      expect(dataOf(`{"a":${number}}`, 'json')).toEqual(dataOf(`a: ${number}`))
    },
  )
})

describe('hostile documents', () => {
  const deep = 10_000

  it.each<[string, string, string]>([
    ['lists in lists', '['.repeat(deep) + ']'.repeat(deep), '1:33 too-deep'],
    ['maps in maps', '{a: '.repeat(deep) + '}'.repeat(deep), '1:129 too-deep'],
    ['open brackets', '['.repeat(deep), '1:33 too-deep'],
    ['dashes', '- '.repeat(deep), '1:65 too-deep'],
    ['question marks', '? '.repeat(deep), '1:65 too-deep'],
    ['colons', 'a: '.repeat(6000), '1:97 too-deep'],
    ['indentation', Array.from({ length: 200 }, (_, line) => `${' '.repeat(line)}a:`).join('\n'), '33:33 too-deep'],
  ])('%s, 10,000 deep or as deep as can be written', (_, text, problem) => {
    expect(codesIn(text)).toEqual([problem])
  })

  it('nesting in JSON', () => {
    expect(codesIn('['.repeat(1_000_000), 'json')).toEqual(['1:33 too-deep'])
    expect(codesIn('{"a":'.repeat(100_000), 'json')).toEqual(['1:161 too-deep'])
    expect(codesIn(`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`, 'json')).toEqual([])
  })

  it('a cell of a megabyte', () => {
    expect(codesIn(`a: 1\nb: "${'x'.repeat(1_000_000)}"`)).toEqual(['2:25001 too-long'])
    expect(codesIn(`a: |\n${'  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n'.repeat(10_000)}`)).toEqual(['1:4 too-long'])
    expect(codesIn(`a: ${'x'.repeat(MAX_TEXT_CHARACTERS + 1)}`)).toEqual(['1:4 too-long'])
    expect(codesIn(`a: ${'x'.repeat(MAX_TEXT_CHARACTERS)}`)).toEqual([])
    expect(codesIn(`{"a":"${'x'.repeat(1_000_000)}"}`, 'json')).toEqual(['1:6 too-long'])
  })

  it('a long name', () => {
    expect(codesIn(`${'k'.repeat(MAX_NAME_CHARACTERS + 1)}: 1`)).toEqual(['1:1 too-long'])
    expect(codesIn(`{"${'k'.repeat(1_000_000)}":1}`, 'json')).toEqual(['1:2 too-long'])
  })

  it('a bomb of aliases', () => {
    const bomb = `a: &a [x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`).join('\n')}`
    expect(codesIn(bomb)).toEqual(['1:4 not-used-in-charters'])
  })

  it('100,000 keys, or more than can be read', () => {
    expect(codesIn(Array.from({ length: 40_000 }, (_, key) => `k${key}: 1\n`).join(''))).toEqual([
      `${MAX_PARTS / 2 + 1}:7 too-large`,
    ])
    expect(codesIn(Array.from({ length: 100_000 }, (_, key) => `k${key}: 1\n`).join(''))).toEqual([
      `${MAX_PARTS / 2 + 1}:7 too-large`,
    ])
    expect(codesIn(`{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":1`).join(',')}}`, 'json')).toMatchObject([
      expect.stringContaining('too-large'),
    ])
  })

  it('a huge document', () => {
    expect(codesIn('x'.repeat(MAX_SOURCE_CHARACTERS + 1))).toEqual(['1:1 too-large'])
    for (const format of ['yaml', 'json'] as const) {
      expect(codesIn('\n'.repeat(MAX_SOURCE_CHARACTERS), format)).toEqual([`${MAX_LINES + 1}:1 too-large`])
    }
    expect(codesIn('\n'.repeat(MAX_PARTS + 1))).toEqual([`${MAX_PARTS + 1}:1 too-large`])
  })

  it.each(['__proto__', 'constructor', 'prototype'])('%s as a name', (name) => {
    expect(problemsIn(`a:\n  ${name}: { x: 1 }`)).toEqual([
      `2:3 forbidden-name “${name}” may not be used as a name; choose another`,
    ])
    expect(problemsIn(`{"${name}":{"x":1}}`, 'json')).toEqual([
      `1:2 forbidden-name “${name}” may not be used as a name; choose another`,
    ])
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it.each<[string, string]>([
    ['NUL', '\0'],
    ['a bell', '\x07'],
    ['the marks that the YAML library uses inside', '\x1f'],
    ['delete', '\x7f'],
    ['next line', '\x85'],
    ['a carriage return alone', '\r'],
    ['a byte order mark within', '\uFEFF'],
    ['a non-character', '\uFFFE'],
    ['half a character', '\uD800'],
    ['the other half', '\uDC00'],
  ])('%s', (_, character) => {
    expect(codesIn(`a: 1\nb: x${character}y`)).toEqual(['2:5 forbidden-character'])
    expect(codesIn(`{"a":1,\n"b":"x${character}y"}`, 'json')).toEqual(['2:7 forbidden-character'])
  })

  it.each(['\\u0000', '\\u0007', '\\ud800', '\\ufffe'])('the escape %s in a text or a name', (escape) => {
    for (const format of ['yaml', 'json'] as const) {
      expect(codesIn(`{"a":"x${escape}"}`, format)).toEqual(['1:6 forbidden-character'])
      expect(codesIn(`{"x${escape}":1}`, format)).toEqual(['1:2 forbidden-character'])
    }
  })
})
