import { Composer, type CST, isMap, isScalar, isSeq, type ParsedNode, Parser, type YAMLParseError } from 'yaml'
import type { Place } from '../parts.ts'
import type { ReadCode } from '../read-codes.ts'
import type { ReadDetails } from '../read-details.ts'
import { checkTokens } from './check-tokens.ts'
import { LineMap } from './line-map.ts'
import { restOfLine } from './needs-quotes.ts'
import type { SourceEntry, SourceNode } from './node.ts'
import { pathTo } from './node.ts'
import type { SourceProblem } from './problem.ts'
import { countMarks } from './scan-text.ts'
import { TreeBuilder } from './tree-builder.ts'
import { explainYamlError } from './yaml-errors.ts'

const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, logLevel: 'silent' } as const

export interface SourceReading {
  readonly root?: SourceNode
  readonly problems: readonly SourceProblem[]
}

/**
 * Reads YAML 1.2 (core schema) into a tree. The text has passed `scanText`. Comments are skipped; anchors, aliases, tags,
 * directives, merge keys and further documents are refused.
 */
export function readYaml(text: string): SourceReading {
  const tooMany = countMarks(text)
  if (tooMany) return { problems: [tooMany] }
  const lines = new LineMap(text)
  const problem = (offset: number, code: ReadCode, message: string, details: ReadDetails = {}): SourceProblem => ({
    code,
    ...lines.at(offset),
    path: '',
    message,
    details,
  })

  const tokens = [...new Parser().parse(text)]
  const refused = checkTokens(tokens)
  if (refused) {
    const { offset, code, message, cause, typed } = refused
    return { problems: [problem(offset, code, message, { cause, typed })] }
  }

  const { contents, errors } = withoutStackTraces(() => compose(tokens, text.length))
  if (errors.length > 0)
    return {
      problems: firstOfEachLine(
        untilFirstTab(errors, text).map((error) => {
          const { message, cause, like } = explainYamlError(error, text)
          const [offset] = error.pos
          return problem(offset, 'not-readable', message, { cause, like, typed: standsAt(text, offset) })
        }),
      ),
    }
  if (contents === null) return { problems: [problem(0, 'not-readable', 'the document is empty', { cause: 'empty' })] }
  const builder = new TreeBuilder()
  const root = new YamlTree(text, lines, builder).build(contents, '')
  return { root, problems: builder.problems }
}

/** The line of an offset from there on; where nothing is left of it, the whole line. Undefined where it is empty. */
function standsAt(text: string, offset: number): string | undefined {
  const rest = restOfLine(text, offset).trim()
  const line = rest === '' ? restOfLine(text, text.lastIndexOf('\n', offset - 1) + 1).trim() : rest
  return line === '' ? undefined : line
}

function compose(
  tokens: readonly CST.Token[],
  length: number,
): { contents: ParsedNode | null; errors: readonly YAMLParseError[] } {
  const [document] = [...new Composer(OPTIONS).compose(tokens, true, length)]
  return { contents: document?.contents ?? null, errors: document?.errors ?? [] }
}

/**
 * The library makes an Error object for each mistake, and noting where in the program that happened takes longer than
 * finding it: a document of mistakes alone would take ten times as long.
 */
function withoutStackTraces<T>(work: () => T): T {
  const settings = Error as { stackTraceLimit?: number }
  const before = settings.stackTraceLimit
  if (before === undefined) return work()
  settings.stackTraceLimit = 0
  try {
    return work()
  } finally {
    settings.stackTraceLimit = before
  }
}

/**
 * A tab among the spaces leaves the library in the dark: what it says of all that follows, and of the line end before,
 * are no mistakes of their own.
 */
function untilFirstTab(errors: readonly YAMLParseError[], text: string): readonly YAMLParseError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT')
  const first = Math.min(...tabs.map(({ pos }) => pos[0]))
  if (tabs.length === 0) return errors
  return errors.filter((error) =>
    error.code === 'TAB_AS_INDENT' ? error.pos[0] === first : error.pos[0] < first && text[error.pos[0]] !== '\n',
  )
}

/** One mistake often makes several errors on its line; the first says what it is. */
function firstOfEachLine(problems: readonly SourceProblem[]): SourceProblem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return sorted.filter((problem, index) => sorted[index - 1]?.line !== problem.line)
}

class YamlTree {
  private readonly text: string
  private readonly lines: LineMap
  private readonly builder: TreeBuilder

  constructor(text: string, lines: LineMap, builder: TreeBuilder) {
    this.text = text
    this.lines = lines
    this.builder = builder
  }

  /** Recursion is safe: the depth was checked on the tokens. */
  build(node: ParsedNode | null, path: string, beside?: Place): SourceNode {
    if (isMap(node)) {
      const place = this.placeOf(node, path)
      const entries: SourceEntry[] = []
      const keys = new Map<string, number>()
      for (const pair of node.items) {
        const keyNode = pair.key as ParsedNode | null
        const key = this.keyText(keyNode)
        const keyPlace = this.placeOf(keyNode ?? node, pathTo(path, key ?? ''))
        if (key === undefined)
          this.builder.report('not-readable', keyPlace, 'a key must be a word or a text, not a list or a map')
        else if (this.builder.takesKey(keys, key, keyPlace)) {
          entries.push({ key, keyPlace, value: this.build(pair.value as ParsedNode | null, keyPlace.path, keyPlace) })
        }
      }
      return { kind: 'map', entries, place }
    }
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.build(item as ParsedNode | null, pathTo(path, index)))
      return { kind: 'list', items, place: this.placeOf(node, path) }
    }
    if (!isScalar(node)) return { kind: 'scalar', value: null, place: beside ?? { path, line: 1, column: 1 } }
    // An empty value stands nowhere; its key does.
    const empty = node.value === null && (node.source ?? '') === ''
    const place = empty && beside ? beside : this.placeOf(node, path)
    const [start, end] = node.range ?? [0, 0]
    return this.builder.scalar(
      node.value,
      node.type === 'PLAIN' ? (node.source ?? '') : undefined,
      this.text.slice(start, end),
      place,
    )
  }

  private keyText(key: ParsedNode | null): string | undefined {
    if (key === null) return ''
    if (!isScalar(key)) return undefined
    return typeof key.value === 'string' ? key.value : (key.source ?? '')
  }

  private placeOf(node: ParsedNode, path: string): Place {
    return { path, ...this.lines.at(node.range[0]) }
  }
}
