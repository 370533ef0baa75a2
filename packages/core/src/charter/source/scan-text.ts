import { MAX_PARTS, MAX_SOURCE_CHARACTERS } from '../limits.ts'
import { LineMap } from './line-map.ts'
import type { SourceProblem } from './problem.ts'

const CR = 13
const LF = 10

/**
 * Offset of the first character that no charter may contain, or -1: control characters other than tab and line ends, a
 * carriage return alone, byte order marks, non-characters and surrogates without their other half.
 */
export function forbiddenCharacterAt(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x20 && code < 0x7f) continue
    if (code === 9 || code === LF) continue
    if (code === CR) {
      if (text.charCodeAt(at + 1) === LF) continue
      return at
    }
    if (code < 0xa0) return at
    if (code < 0xd800) continue
    if (code < 0xdc00) {
      const next = text.charCodeAt(at + 1)
      if (!(next >= 0xdc00 && next < 0xe000)) return at
      at++
    } else if (code < 0xe000 || code === 0xfeff || code >= 0xfffe) return at
  }
  return -1
}

/** Says which character it is, as people look it up: `U+0000`. */
export function characterName(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What is wrong with the text before any reader of YAML or JSON looks at it. */
export function scanText(text: string): SourceProblem | undefined {
  if (text.length > MAX_SOURCE_CHARACTERS) {
    const message = `The document has ${text.length} characters; the most is ${MAX_SOURCE_CHARACTERS}.`
    return { code: 'too-large', line: 1, column: 1, path: '', message }
  }
  const offset = forbiddenCharacterAt(text)
  if (offset < 0) return undefined
  const message = `Here stands the character ${characterName(text, offset)}, which a charter may not contain; delete it.`
  return { code: 'forbidden-character', ...new LineMap(text).at(offset), path: '', message }
}

const ALWAYS = new Set([...'\n,[]{}"\'&*!'].map((mark) => mark.charCodeAt(0)))
const BEFORE_SPACE = new Set([...':-?'].map((mark) => mark.charCodeAt(0)))
const ENDS_MARK = new Set([...' \t\r\n,[]{}"\''].map((mark) => mark.charCodeAt(0)))

/** Refuses YAML with more parts than its library reads in time, at the first mark too many. */
export function countMarks(text: string): SourceProblem | undefined {
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!ALWAYS.has(code)) {
      if (!BEFORE_SPACE.has(code)) continue
      if (at + 1 < text.length && !ENDS_MARK.has(text.charCodeAt(at + 1))) continue
    }
    if (++marks > MAX_PARTS) return tooManyParts(new LineMap(text).at(at))
  }
  return undefined
}

/** The problem of a document with too many keys and values. */
export function tooManyParts(at: { readonly line: number; readonly column: number }): SourceProblem {
  const message = `The document has more parts than can be read: at most ${MAX_PARTS} keys, values and lines.`
  return { code: 'too-large', ...at, path: '', message }
}
