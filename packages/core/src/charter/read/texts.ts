import type { Place, Texts } from '../parts.ts'
import type { SourceMap, SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'

/** Names `{word}` that stand in a text. Linear: each brace is looked at once. */
export function placeholdersIn(text: string): readonly string[] {
  const found: string[] = []
  for (let open = text.indexOf('{'); open >= 0; ) {
    const close = text.indexOf('}', open)
    if (close < 0) break
    const inner = text.lastIndexOf('{', close)
    found.push(text.slice(inner + 1, close))
    open = text.indexOf('{', close)
  }
  return found
}

/**
 * One text in several languages: a map by language, or a plain string, which is the master's. Texts are inert; only the
 * placeholders named are ever filled, and others are refused.
 */
export function texts(placeholders: readonly string[] = []): Shape<Texts> {
  return {
    schema: { $ref: '#/$defs/texts' },
    read(node, reading) {
      if (node.kind === 'list')
        return expected('a text, or texts by language as in { en: … }', node, reading, '{ en: … }')
      const by = node.kind === 'map' ? textsByLanguage(node, placeholders, reading) : new Map<string, string>()
      if (node.kind === 'scalar') {
        const value = oneText(node, placeholders, reading)
        if (value === undefined) return undefined
        by.set(reading.languages[0] ?? '', value)
      }
      return { place: node.place, by }
    },
  }
}

function textsByLanguage(map: SourceMap, placeholders: readonly string[], reading: Reading): Map<string, string> {
  const by = new Map<string, string>()
  const { languages, report } = reading
  const [only, more] = map.entries
  if (
    only?.value.kind === 'scalar' &&
    only.value.value === null &&
    more === undefined &&
    placeholders.includes(only.key)
  ) {
    report.add('bad-text', map.place, `a text that begins with { needs quotes: "{${only.key}}"`, {
      like: `"{${only.key}}"`,
    })
    return by
  }
  for (const { key, keyPlace, value } of map.entries) {
    if (languages.length > 0 && !languages.includes(key))
      report.addUnknown('unknown-language', keyPlace, 'language', key, languages)
    const text = oneText(value, placeholders, reading)
    if (text !== undefined) by.set(key, text)
  }
  if (map.entries.length === 0) report.add('bad-text', map.place, 'there is no text here')
  return by
}

function oneText(node: SourceNode, placeholders: readonly string[], reading: Reading): string | undefined {
  if (node.kind !== 'scalar' || (node.value !== null && typeof node.value !== 'string'))
    return expected('a text', node, reading)
  const text = node.value ?? ''
  if (text.trim() === '') {
    reading.report.add('bad-text', node.place, 'there is no text here')
    return undefined
  }
  return checkPlaceholders(text, placeholders, node.place, reading) ? text : undefined
}

function checkPlaceholders(text: string, known: readonly string[], place: Place, reading: Reading): boolean {
  const strange = placeholdersIn(text).find((name) => !known.includes(name))
  if (strange === undefined) return true
  const possible =
    known.length === 0 ? 'this text can hold none' : `possible here: ${known.map((name) => `{${name}}`).join(', ')}`
  reading.report.add('bad-text', place, `nothing fills the placeholder ${quoted(`{${strange}}`)}; ${possible}`, {
    typed: `{${strange}}`,
  })
  return false
}

/** JSON Schema of texts, under `$defs/texts`. */
export const TEXTS_SCHEMA = {
  description: 'One text by language, or the text in the master language alone.',
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'object', minProperties: 1, additionalProperties: { type: 'string', minLength: 1 } },
  ],
}
