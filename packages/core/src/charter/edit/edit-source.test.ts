import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertCharter } from '../convert.ts'
import { dataAt } from './data-at.ts'
import { editSource, editText } from './edit-source.ts'
import { openSource, sourceData } from './open-source.ts'
import type { PlainValue } from './plain-value.ts'
import type { EditPath, SourceEdit } from './source-edit.ts'
import { applySplices, invertSplices } from './splice.ts'

const folder = new URL('../../../../../charters/', import.meta.url)
const YAML = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => openSource(text) !== undefined)
const TEXTS = [
  ...YAML,
  ...YAML.slice(0, 3).map((text) => convertCharter(text, 'yaml', 'json').text ?? ''),
  ...YAML.slice(0, 2).map((text) => text.replaceAll('\n', '\r\n')),
]

function edited(text: string, ...edits: readonly SourceEdit[]): string | undefined {
  return editText(text, edits)?.text
}

describe('one change', () => {
  const TABLE = `promises:
  - id: P1 # the first
    # rows
    table:
      - { channel: chat,   target: 2 min of chat } # fast
      - { channel: [email, form], target: "4 h of office" }
      # everything else
      - { target: 8 h of office }
`
  it('of a target leaves the columns, the quotes and the comments as they are', () => {
    expect(edited(TABLE, { kind: 'set', path: ['promises', 'P1', 'table', 1, 'target'], value: '5 h of office' })).toBe(
      TABLE.replace('"4 h', '"5 h'),
    )
  })

  it('adds a condition before what the row gives', () => {
    const set: SourceEdit = { kind: 'set', path: ['promises', 0, 'table', 2, 'tier'], value: '>= silver' }
    expect(edited(TABLE, set)).toBe(TABLE.replace('{ target: 8', '{ tier: ">= silver", target: 8'))
  })

  it('adds, moves and removes a row', () => {
    const path = ['promises', 'P1', 'table']
    const row = { channel: 'phone', target: '3 min of office' }
    const added = edited(TABLE, { kind: 'insert', path, at: 1, value: row }) ?? ''
    expect(added).toBe(
      TABLE.replace(
        '      - { channel: [',
        '      - { channel: phone, target: 3 min of office }\n      - { channel: [',
      ),
    )
    expect(edited(added, { kind: 'remove', path: [...path, 1] })).toBe(TABLE)
    // Several at once stand as they would one after the other.
    const more = [
      { channel: 'letter', target: '1 h of office' },
      { channel: 'sms', target: '2 h of office' },
    ]
    for (const at of [0, 1, 9]) {
      const singly = [row, ...more].map((value, index) => ({ kind: 'insert', path, at: at + index, value }) as const)
      expect(edited(TABLE, { kind: 'insert', path, at, value: row, more })).toBe(edited(TABLE, ...singly))
    }
    expect(edited('a: [x]\n', { kind: 'insert', path: ['a'], at: 1, value: 'y', more: ['z'] })).toBe('a: [x, y, z]\n')
    expect(edited('b: 1\n', { kind: 'insert', path: ['a'], at: 0, value: 'y', more: ['z'] })).toBe('b: 1\na: [y, z]\n')
    expect(edited(TABLE, { kind: 'move', path, from: 0, to: 1 })?.split('\n').slice(4, 6)).toEqual([
      '      - { channel: [email, form], target: "4 h of office" }',
      '      - { channel: chat,   target: 2 min of chat } # fast',
    ])
    expect(edited(TABLE, { kind: 'remove', path: [...path, 2] })).not.toContain('everything else')
  })

  it('adds a field where charters write it, and the maps around it', () => {
    const set: SourceEdit = { kind: 'set', path: ['promises', 'P1', 'because', 'en'], value: 'We care: always.' }
    expect(edited(TABLE, set)).toBe(
      TABLE.replace('    # rows\n', '    because: { en: "We care: always." }\n    # rows\n').replace(
        '    because: { en: "We care: always." }\n    # rows\n    table',
        '    because: { en: "We care: always." }\n    # rows\n    table',
      ),
    )
  })

  it('empties a list and fills it again', () => {
    const source = 'a:\n  - x # one\nb: 1\n'
    const empty = edited(source, { kind: 'remove', path: ['a', 0] }) ?? ''
    expect(sourceData(openSource(empty)?.root)).toEqual({ a: [], b: 1 })
    const filled = edited(empty, { kind: 'insert', path: ['a'], at: 0, value: 'y' }) ?? ''
    expect(sourceData(openSource(filled)?.root)).toEqual({ a: ['y'], b: 1 })
  })

  it('keeps comments beside what goes in brackets', () => {
    const source = 'closed: [2026-01-01, # new year\n  2026-01-06, # epiphany\n  2026-05-01 # work\n]\n'
    expect(edited(source, { kind: 'remove', path: ['closed', 0] })).toBe(
      'closed: [ # new year\n  2026-01-06, # epiphany\n  2026-05-01 # work\n]\n',
    )
    expect(edited(source, { kind: 'remove', path: ['closed', 1] })).toBe(
      'closed: [2026-01-01, # new year\n  2026-05-01 # work\n]\n',
    )
    expect(edited(source, { kind: 'insert', path: ['closed'], at: 3, value: '2026-12-25' })).toBe(
      'closed: [2026-01-01, # new year\n  2026-01-06, # epiphany\n  2026-05-01, # work\n  2026-12-25\n]\n',
    )
  })

  it('is refused where something else stands in the way', () => {
    expect(edited('a: 1\n', { kind: 'set', path: ['a', 'b'], value: 1 })).toBeUndefined()
    expect(edited('a: 1\nb: 2\n', { kind: 'rename', path: ['a'], to: 'b' })).toBeUndefined()
    expect(openSource('a: [')).toBeUndefined()
  })
})

/** The same change of plain data. */
function changed(data: unknown, edit: SourceEdit): unknown {
  const copy: unknown = structuredClone(plain(data))
  if (edit.kind === 'set') return withValue(copy, edit.path, edit.value)
  const path = edit.kind === 'remove' || edit.kind === 'rename' ? edit.path.slice(0, -1) : edit.path
  const parent = dataAt(copy, path)
  const last = edit.path.at(-1) ?? 0
  if (Array.isArray(parent)) {
    if (edit.kind === 'remove') parent.splice(Number(last), 1)
    if (edit.kind === 'insert') parent.splice(edit.at, 0, edit.value)
    if (edit.kind === 'move') parent.splice(edit.to, 0, ...parent.splice(edit.from, 1))
    return copy
  }
  if (edit.kind === 'remove') return withValue(copy, path, without(parent, String(last)))
  if (edit.kind !== 'rename') throw new Error('no list')
  const renamed = Object.entries(Object(parent)).map(([key, value]) => [key === last ? edit.to : key, value])
  return withValue(copy, path, Object.fromEntries(renamed))
}

function without(map: unknown, key: string): unknown {
  return Object.fromEntries(Object.entries(Object(map)).filter(([name]) => name !== key))
}

function withValue(data: unknown, path: EditPath, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(data) && typeof step === 'number')
    return data.map((item, i) => (i === step ? withValue(item, rest, value) : item))
  const map: Record<string, unknown> = Object.assign(Object.create(null), data)
  map[String(step)] = withValue(map[String(step)], rest, value)
  return map
}

/** Without the difference of maps with and without a prototype, and of the order of fields. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data))
}

function pathsOf(data: unknown, path: EditPath = []): EditPath[] {
  if (Array.isArray(data)) return [path, ...data.flatMap((item, index) => pathsOf(item, [...path, index]))]
  if (typeof data !== 'object' || data === null) return [path]
  return [path, ...Object.entries(data).flatMap(([key, value]) => pathsOf(value, [...path, key]))]
}

function commentsOf(text: string): string[] {
  return text.split('\n').flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? [])
}

/** `facts.bought` of broken-text.yaml is named twice on purpose. */
function isNamedTwice(text: string, path: EditPath): boolean {
  return path.join('.') === 'facts.bought' && [...text.matchAll(/^ {2}bought:/gm)].length > 1
}

const word = fc.constantFrom(
  'x',
  'email',
  '1 h of office',
  '> 100 EUR',
  '-',
  'a, b',
  "it's",
  'say "no"',
  'a: b',
  '# c',
  '12',
  'true',
  'نعم',
  ' y ',
  '',
  'two\nlines',
  '{t} at most',
  '09:00-17:00',
  '2026-12-24',
  'a # b',
  'null',
  '@x',
  '[a]',
  'x:',
)
const scalar = fc.oneof(word, fc.constantFrom<PlainValue>(3, -1.5, true, false, null))
const value: fc.Arbitrary<PlainValue> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('en', 'it', 'mon, wed', 'a b', '12', '<<'), scalar, { maxKeys: 3 }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('channel', 'target'), scalar, { minKeys: 1 }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
)

const change = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    pick: fc.nat(),
    kind: fc.constantFrom('set', 'add', 'remove', 'insert', 'move', 'rename'),
    value,
    a: fc.nat(),
    b: fc.nat(),
  })
  .map(({ text, pick, kind, value: written, a, b }): { text: string; edit: SourceEdit } | undefined => {
    const data = sourceData(openSource(text)?.root)
    const paths = pathsOf(data).slice(1)
    const fits = paths.filter((path) => {
      const at = dataAt(data, path)
      if (kind === 'insert' || kind === 'move') return Array.isArray(at)
      if (kind === 'add') return typeof at === 'object' && at !== null && !Array.isArray(at)
      // Of what is named twice, one is read; taken away or renamed, it leaves the other to be read.
      if ((kind === 'rename' || kind === 'remove') && isNamedTwice(text, path)) return false
      if (kind === 'rename') return typeof path.at(-1) === 'string'
      return true
    })
    const path = fits[pick % fits.length]
    if (path === undefined) return undefined
    const items = dataAt(data, path)
    const length = Array.isArray(items) ? items.length : 0
    if (kind === 'set') return { text, edit: { kind, path, value: written } }
    if (kind === 'add') return { text, edit: { kind: 'set', path: [...path, 'fresh one'], value: written } }
    if (kind === 'remove') return { text, edit: { kind, path } }
    if (kind === 'rename') return { text, edit: { kind, path, to: 'fresh: one' } }
    if (kind === 'insert') return { text, edit: { kind, path, at: a % (length + 1), value: written } }
    return length === 0 ? undefined : { text, edit: { kind: 'move', path, from: a % length, to: b % length } }
  })
  .filter((made) => made !== undefined)

describe('any change of any charter', () => {
  it('reads again as exactly that change, and nothing else', () => {
    fc.assert(
      fc.property(change, ({ text, edit }) => {
        const source = openSource(text)
        const splices = source && editSource(source, edit)
        expect(splices).toBeDefined()
        const after = applySplices(text, splices ?? [])
        const read = openSource(after)
        expect(read, after).toBeDefined()
        expect(plain(sourceData(read?.root))).toEqual(plain(changed(sourceData(source?.root), edit)))
        expect(applySplices(after, invertSplices(text, splices ?? []))).toBe(text)
      }),
      { numRuns: process.env['AVOW_LONG'] === '1' ? 4000 : 150 },
    )
  })

  it('keeps every comment outside of what it replaces or takes away', () => {
    fc.assert(
      fc.property(change, ({ text, edit }) => {
        if (edit.kind === 'remove' || edit.kind === 'set') return
        const after = edited(text, edit) ?? ''
        const kept = commentsOf(after)
        for (const comment of commentsOf(text)) expect(kept).toContain(comment)
      }),
      { numRuns: 60 },
    )
  })
})
