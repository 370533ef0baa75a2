import { MAX_NAME_CHARACTERS } from '../limits.ts'

/** Names that mean something to JavaScript objects; refused everywhere, so that no later program trips over them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export function isForbiddenName(name: string): boolean {
  return FORBIDDEN.has(name)
}

/** What is wrong with a key of a map, or undefined. */
export function keyProblem(
  key: string,
): { readonly code: 'forbidden-name' | 'too-long'; readonly message: string } | undefined {
  if (isForbiddenName(key))
    return { code: 'forbidden-name', message: `“${key}” may not be used as a name; choose another` }
  if (key.length > MAX_NAME_CHARACTERS) {
    const message = `this name has ${key.length} characters; the most is ${MAX_NAME_CHARACTERS}: “${key.slice(0, 40)}…”`
    return { code: 'too-long', message }
  }
  return undefined
}
