import { Refusal } from '../../refusal.ts'

/** Nothing of ours is nested deeper than a dozen. */
const DEEPEST = 64

/** Names that mean something to the language itself. */
const POISONED = ['__proto__', 'constructor', 'prototype']

/**
 * Reads JSON from strangers. Refuses `bad-request` for what is none, what is nested beyond any use, names that are given
 * twice in one object (two readers could read two things) and names that reach for the language's own.
 */
export function readJson(text: string): unknown {
  refuseDeep(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refused('', `is no JSON: ${error instanceof Error ? error.message : ''}`)
  }
  refuseNames(text)
  return value
}

function refuseDeep(text: string): void {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') {
      depth++
      if (depth > DEEPEST) throw refused('', `is nested deeper than ${DEEPEST}`)
    } else if (sign === '}' || sign === ']') depth--
  }
}

/** Over text that is known to be JSON. */
function refuseNames(text: string): void {
  /** Names of each object that is open; undefined for a list. */
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(undefined)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === '"') {
      const end = endOfString(text, at)
      const names = open.at(-1)
      if (names !== undefined && isName(text, end)) {
        const name = String(JSON.parse(text.slice(at, end + 1)))
        if (POISONED.includes(name)) throw refused(name, 'is no name that can be given')
        if (names.has(name)) throw refused(name, 'is given twice')
        names.add(name)
      }
      at = end
    }
  }
}

/** A string in an object is a name where a colon follows. */
function isName(text: string, end: number): boolean {
  let at = end + 1
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return text[at] === ':'
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

function refused(path: string, message: string): Refusal {
  const what = path === '' ? 'The body' : `“${path}”`
  return new Refusal('bad-request', `${what} ${message}.`, { at: [{ path, message }] })
}
