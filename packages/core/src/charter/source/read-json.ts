import { MAX_DEPTH, MAX_PARTS, TOO_DEEP } from '../limits.ts'
import type { Place } from '../parts.ts'
import type { ReadCode } from '../read-codes.ts'
import { LineMap } from './line-map.ts'
import type { SourceEntry, SourceNode } from './node.ts'
import { pathTo } from './node.ts'
import type { SourceReading } from './read-yaml.ts'
import { tooManyParts } from './scan-text.ts'
import { TreeBuilder } from './tree-builder.ts'

/** Reads JSON (RFC 8259) into a tree with places. The text has passed `scanText`. Keys that stand twice are refused. */
export function readJson(text: string): SourceReading {
  const reader = new JsonReader(text)
  try {
    return { root: reader.readDocument(), problems: reader.builder.problems }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const at = reader.lines.at(error.offset)
    const problem =
      error.code === 'too-large' ? tooManyParts(at) : { code: error.code, ...at, path: '', message: error.message }
    return { problems: [problem] }
  }
}

class Unreadable extends Error {
  readonly code: ReadCode
  readonly offset: number

  constructor(code: ReadCode, offset: number, message: string) {
    super(message)
    this.code = code
    this.offset = offset
  }
}

const WORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

class JsonReader {
  readonly builder = new TreeBuilder()
  readonly lines: LineMap
  private readonly text: string
  private at = 0
  private parts = 0

  constructor(text: string) {
    this.text = text
    this.lines = new LineMap(text)
  }

  readDocument(): SourceNode {
    const root = this.value('', 1)
    this.space()
    if (this.at < this.text.length) throw this.wrong('the end of the document')
    return root
  }

  private value(path: string, depth: number): SourceNode {
    this.space()
    if (++this.parts > MAX_PARTS) throw new Unreadable('too-large', this.at, '')
    const place = this.placeHere(path)
    const start = this.text[this.at]
    if (start === '{' || start === '[') {
      if (depth > MAX_DEPTH) throw new Unreadable('too-deep', this.at, TOO_DEEP)
      this.at++
      return start === '{' ? this.map(place, depth) : this.list(place, depth)
    }
    const from = this.at
    if (start === '"') {
      const value = this.string()
      return this.builder.scalar(value, undefined, this.text.slice(from, this.at), place)
    }
    const word = this.match(/[a-z]+/y)
    const known = WORDS.get(word)
    if (known !== undefined) return { kind: 'scalar', value: known, place }
    this.at = from
    const number = this.match(/[-+.0-9][-+.0-9A-Za-z]*/y)
    if (number === '') throw this.wrong('a value')
    return this.builder.scalar(Number.NaN, number, number, place)
  }

  private map(place: Place, depth: number): SourceNode {
    const entries: SourceEntry[] = []
    const keys = new Map<string, number>()
    this.space()
    while (this.text[this.at] !== '}') {
      if (this.text[this.at] !== '"') throw this.wrong('a name in quotes')
      const keyAt = this.at
      const key = this.string()
      const keyPlace = { path: pathTo(place.path, key), ...this.lines.at(keyAt) }
      const taken = this.builder.takesKey(keys, key, keyPlace)
      this.space()
      this.expect(':')
      const value = this.value(keyPlace.path, depth + 1)
      if (taken) entries.push({ key, keyPlace, value })
      if (!this.another('}')) break
    }
    this.expect('}')
    return { kind: 'map', entries, place }
  }

  private list(place: Place, depth: number): SourceNode {
    const items: SourceNode[] = []
    this.space()
    while (this.text[this.at] !== ']') {
      items.push(this.value(pathTo(place.path, items.length), depth + 1))
      if (!this.another(']')) break
    }
    this.expect(']')
    return { kind: 'list', items, place }
  }

  /** Takes the comma before a further entry; a comma before the closing bracket is refused. */
  private another(close: string): boolean {
    this.space()
    if (this.text[this.at] !== ',') return false
    this.at++
    this.space()
    if (this.text[this.at] === close) throw this.wrong('another entry after the comma')
    return true
  }

  private string(): string {
    const from = this.at
    const end = this.endOfString()
    this.at = end
    try {
      return JSON.parse(this.text.slice(from, end)) as string
    } catch {
      throw new Unreadable(
        'not-readable',
        from,
        'this text is never closed with a quote, or holds a line end, a tab or an unknown escape',
      )
    }
  }

  /** The offset behind the closing quote, or behind what cannot be one text. */
  private endOfString(): number {
    for (let at = this.at + 1; at < this.text.length; at++) {
      const mark = this.text[at]
      if (mark === '"') return at + 1
      if (mark === '\n') return at
      if (mark === '\\') at++
    }
    return this.text.length
  }

  private expect(mark: string): void {
    if (this.text[this.at] !== mark) throw this.wrong(`“${mark}”`)
    this.at++
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  private space(): void {
    this.match(/[ \t\r\n]+/y)
  }

  private wrong(expected: string): Unreadable {
    const found = this.at < this.text.length ? `“${this.text.slice(this.at, this.at + 20)}”` : 'nothing more'
    return new Unreadable('not-readable', this.at, `this is not JSON: expected ${expected}, found ${found}`)
  }

  private placeHere(path: string): Place {
    return { path, ...this.lines.at(this.at) }
  }
}
