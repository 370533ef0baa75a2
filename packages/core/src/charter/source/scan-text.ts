import { MAX_DEPTH, MAX_LINE_CHARACTERS, MAX_LINES, MAX_PARTS, MAX_SOURCE_CHARACTERS, TOO_DEEP } from '../limits.ts'
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
    const message = `the document has ${text.length} characters; the most is ${MAX_SOURCE_CHARACTERS}`
    return { code: 'too-large', line: 1, column: 1, path: '', message }
  }
  const offset = forbiddenCharacterAt(text)
  if (offset >= 0) {
    const message = `here stands the character ${characterName(text, offset)}, which a charter may not contain; delete it`
    return { code: 'forbidden-character', ...placeOf(text, offset), path: '', message }
  }
  return countLines(text)
}

function countLines(text: string): SourceProblem | undefined {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++line > MAX_LINES) {
      return { code: 'too-large', line, column: 1, path: '', message: `the document has more than ${MAX_LINES} lines` }
    }
  }
  return undefined
}

const ALWAYS = codesOf('\n,[]{}&*!')
/** Two of them make one value. */
const QUOTES = codesOf('"\'')
const BEFORE_SPACE = codesOf(':-?')
const ENDS_MARK = codesOf(' \t\r\n,[]{}"\'')

/** A table by character code; a 0 says no. Sets would cost more than the whole count. */
function codesOf(marks: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const mark of marks) table[mark.charCodeAt(0)] = 1
  return table
}

const OPENS = codesOf('[{')
const CLOSES = codesOf(']}')

/**
 * Refuses YAML with more parts, or longer lines, than its library reads in time, at the first too many. Where brackets
 * pile up before that, they are what is wrong.
 */
export function countMarks(text: string): SourceProblem | undefined {
  let marks = 0
  let lineStart = 0
  let depth = 0
  let deepAt = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (OPENS[code] === 1 && ++depth > MAX_DEPTH && deepAt < 0) deepAt = at
    else if (CLOSES[code] === 1) depth--
    else if (code === LF) lineStart = at + 1
    if (QUOTES[code] === 1) marks += 0.5
    else if (ALWAYS[code] === 1 || (BEFORE_SPACE[code] === 1 && endsMark(text, at + 1))) marks++
    const isLong = at - lineStart >= MAX_LINE_CHARACTERS
    if (marks <= MAX_PARTS && !isLong) continue
    if (deepAt >= 0) return { code: 'too-deep', ...placeOf(text, deepAt), path: '', message: TOO_DEEP }
    return isLong ? lineTooLong(text, at) : tooManyParts(placeOf(text, at))
  }
  return undefined
}

function endsMark(text: string, at: number): boolean {
  return at >= text.length || ENDS_MARK[text.charCodeAt(at)] === 1
}

function lineTooLong(text: string, at: number): SourceProblem {
  const message = `this line has more than ${MAX_LINE_CHARACTERS} characters; write long texts on several lines`
  return { code: 'too-long', ...placeOf(text, at), path: '', message }
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  return new LineMap(text.slice(0, offset + 1)).at(offset)
}

/** The problem of a document with too many keys and values. */
export function tooManyParts(at: { readonly line: number; readonly column: number }): SourceProblem {
  const message = `the document has more parts than can be read: at most ${MAX_PARTS} keys, values and lines`
  return { code: 'too-large', ...at, path: '', message }
}
