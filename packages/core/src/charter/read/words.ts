import { MAX_NAME_CHARACTERS } from '../limits.ts'
import type { Place } from '../parts.ts'
import { isForbiddenName } from '../source/check-names.ts'
import type { SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type JsonSchema, type Shape } from './shape.ts'

/** Names that charters give: a letter, then letters, digits, hyphens, underscores. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const NAME_FORM = 'a letter, then letters, digits, “-” or “_”'

/** Whether a name has the form that a charter's names have; reports it where not. */
export function isGoodName(name: string, what: string, place: Place, reading: Reading): boolean {
  if (isForbiddenName(name)) {
    reading.report.add('forbidden-name', place, `${quoted(name)} may not be used as a name; choose another`, {
      typed: name,
    })
    return false
  }
  if (NAME.test(name) && name.length <= MAX_NAME_CHARACTERS) return true
  reading.report.add('bad-name', place, `${quoted(name)} cannot be the name of ${what}: write ${NAME_FORM}`, {
    typed: name,
    like: 'team-lead',
  })
  return false
}

/** JSON Schema of a name. */
export const NAME_SCHEMA: JsonSchema = { type: 'string', pattern: NAME.source }

/** Any text on its own; `what` names it in messages. */
export function text(what: string, schema: JsonSchema = { type: 'string' }): Shape<string> {
  return {
    schema,
    read: (node, reading) =>
      node.kind === 'scalar' && typeof node.value === 'string' ? node.value : expected(what, node, reading),
  }
}

/** A name by the rules of `isGoodName`. */
export function name(what: string): Shape<string> {
  return {
    schema: NAME_SCHEMA,
    read(node, reading) {
      const value = text(`the name of ${what}`).read(node, reading)
      return value !== undefined && isGoodName(value, what, node.place, reading) ? value : undefined
    },
  }
}

/** One of the given words. */
export function oneOf<const W extends string>(kind: string, words: readonly W[]): Shape<W> {
  return {
    schema: { enum: words },
    read(node, reading) {
      if (node.kind !== 'scalar') return expected(listOfWords(words), node, reading)
      const found = words.find((word) => word === node.value)
      if (found === undefined)
        reading.report.addUnknown('unknown-value', node.place, kind, String(node.value ?? ''), words)
      return found
    },
  }
}

/** `true` or `false`; YAML 1.2 reads `yes` and `no` as words, which mean the same here. */
export const flag: Shape<boolean> = {
  schema: { enum: [true, false, 'yes', 'no'] },
  read(node, reading) {
    const value = node.kind === 'scalar' ? node.value : undefined
    if (value === true || value === 'yes') return true
    if (value === false || value === 'no') return false
    return expected('true or false', node, reading, 'true')
  },
}

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: most },
    read(node, reading) {
      const value = node.kind === 'scalar' ? node.value : undefined
      if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
      return expected(`a whole number from ${least} to ${most}`, node, reading, String(least))
    },
  }
}

/** A list, each item of one shape. Items that cannot be read are reported and left out. */
export function listOf<T>(what: string, item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read: (node, reading) =>
      node.kind === 'list' ? readAll(node.items, item, reading) : expected(`a list of ${what}`, node, reading),
  }
}

/** A list, or a single item in its place. */
export function oneOrMore<T>(what: string, item: Shape<T>): Shape<readonly T[]> {
  const list = listOf(what, item)
  return {
    schema: { anyOf: [item.schema, list.schema] },
    read: (node, reading) =>
      (node.kind === 'list' ? list : { read: () => readAll([node], item, reading) }).read(node, reading),
  }
}

function readAll<T>(nodes: readonly SourceNode[], item: Shape<T>, reading: Reading): readonly T[] {
  return nodes.map((node) => item.read(node, reading)).filter((value) => value !== undefined)
}

/** As `listOf` or `oneOrMore` of words, but no word twice. */
export function distinct<W extends string>(shape: Shape<readonly W[]>): Shape<readonly W[]> {
  return {
    schema: shape.schema,
    read(node, reading) {
      const words = shape.read(node, reading)
      const seen = new Set<string>()
      for (const item of node.kind === 'list' ? node.items : []) {
        const word = item.kind === 'scalar' ? String(item.value) : ''
        if (item.kind === 'scalar' && seen.has(word))
          reading.report.add('named-twice', item.place, `${quoted(word)} stands here twice`, { typed: word })
        seen.add(word)
      }
      return words
    },
  }
}

function listOfWords(words: readonly string[]): string {
  return words.length === 1 ? quoted(words[0] ?? '') : `one of ${words.join(', ')}`
}
