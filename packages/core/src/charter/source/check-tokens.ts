import { CST } from 'yaml'
import { MAX_DEPTH, MAX_TEXT_CHARACTERS, TOO_DEEP, tooLong } from '../limits.ts'
import type { ReadCode } from '../read-codes.ts'
import type { SourceCause } from './source-causes.ts'

export interface TokenProblem {
  readonly code: ReadCode
  readonly offset: number
  readonly message: string
  readonly cause?: SourceCause
  /** What stands there, where it is short. */
  readonly typed?: string
}

interface Open {
  readonly token: CST.Token
  readonly depth: number
}

/**
 * Looks at the token tree that the YAML library made (without recursion) and refuses what a charter does not use and what
 * the library would be slow or fail on: anchors, aliases, tags, directives, merge keys, several documents, deep nesting.
 * Gives the first problem in the order of the source.
 */
export function checkTokens(tokens: readonly CST.Token[]): TokenProblem | undefined {
  const problems: TokenProblem[] = []
  let documents = 0
  for (const token of tokens) {
    if (token.type === 'directive')
      problems.push(refused(token, 'directive', 'lines beginning with % have no meaning in a charter; delete it'))
    if (token.type !== 'document') continue
    if (++documents > 1)
      problems.push(refused(token, 'second-document', 'a file holds one charter; here begins a second document'))
    else problems.push(...checkDocument(token))
  }
  return problems.reduce<TokenProblem | undefined>(
    (first, next) => (first && first.offset <= next.offset ? first : next),
    undefined,
  )
}

function checkDocument(document: CST.Document): TokenProblem[] {
  const problems = document.start.flatMap(checkProperty)
  const open: Open[] = document.value ? [{ token: document.value, depth: 1 }] : []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next
    if (token.type === 'alias')
      problems.push(
        refused(token, 'alias', `“${short(token.source)}” repeats another part; a charter writes each part out`),
      )
    if ('source' in token && token.source.length > 2 * MAX_TEXT_CHARACTERS) {
      problems.push({ code: 'too-long', offset: token.offset, message: tooLong(token.source.length) })
    }
    if (!CST.isCollection(token)) continue
    if (depth > MAX_DEPTH) {
      problems.push({ code: 'too-deep', offset: token.offset, message: TOO_DEEP })
      continue
    }
    for (const item of token.items) {
      problems.push(...item.start.flatMap(checkProperty), ...(item.sep ?? []).flatMap(checkProperty))
      if (item.start.filter((part) => part.type === 'comma').length > 1) problems.push(emptyEntry(item.start))
      if (item.key) open.push({ token: item.key, depth: depth + 1 })
      if (item.value) open.push({ token: item.value, depth: depth + 1 })
      if (isMergeKey(item.key))
        problems.push(refused(item.key, 'merge', '“<<” would merge another part; a charter writes each part out'))
    }
  }
  return problems
}

function checkProperty(token: CST.SourceToken): TokenProblem[] {
  if (token.type === 'anchor')
    return [
      refused(token, 'anchor', `“${short(token.source)}” names a part for repetition; a charter writes each part out`),
    ]
  if (token.type === 'tag')
    return [refused(token, 'tag', `“${short(token.source)}” is a type tag; a charter has none; delete it`)]
  return []
}

function isMergeKey(key: CST.Token | null | undefined): key is CST.FlowScalar {
  return key?.type === 'scalar' && key.source === '<<'
}

function emptyEntry(start: readonly CST.SourceToken[]): TokenProblem {
  const commas = start.filter((part) => part.type === 'comma')
  return {
    code: 'not-readable',
    offset: commas[1]?.offset ?? 0,
    cause: 'nothing-between',
    message: 'there is nothing between two commas',
  }
}

function refused(token: CST.Token, cause: SourceCause, message: string): TokenProblem {
  const typed = 'source' in token && token.source !== '' ? { typed: token.source } : {}
  return { code: 'not-used-in-charters', offset: token.offset, message, cause, ...typed }
}

function short(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source
}
