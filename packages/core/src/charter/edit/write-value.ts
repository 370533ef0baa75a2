/** Values as a charter writes them: plain where that says the same, in quotes where it does not. */
import { Composer, isMap, isScalar, isSeq, Parser } from 'yaml'
import { isPlainList, isPlainMap, type PlainValue } from './plain-value.ts'

/** Where a value is to stand. */
export interface Around {
  /** Inside brackets: commas and brackets end a text. */
  readonly flow: boolean
  /** JSON: every text in double quotes. */
  readonly json: boolean
  /** The quotes of the text that it replaces, which are kept. */
  readonly quotes?: 'single' | 'double' | undefined
}

/** Characters of a list or map that stands on one line. */
const ONE_LINE = 110

const ALWAYS_PLAIN = /^[\p{L}_][\p{L}\p{N}_./-]*(?: [\p{L}\p{N}][\p{L}\p{N}_./-]*)*$/u
const WORDS_WITH_MEANING = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/

export function scalarText(value: string | number | boolean | null, around: Around): string {
  if (typeof value !== 'string') return String(value)
  if (around.json) return JSON.stringify(value)
  if (around.quotes === 'single' && !/[\n\r\t]/.test(value)) return `'${value.replaceAll("'", "''")}'`
  if (around.quotes === 'double') return JSON.stringify(value)
  return isPlain(value, around.flow) ? value : quoted(value)
}

/** A key. `<<` without quotes would merge another part. */
export function keyWritten(key: string, around: Around): string {
  if (around.json) return JSON.stringify(key)
  if (key === '<<') return '"<<"'
  const text = around.flow ? `{ ${key}: 1 }` : `${key}: 1`
  if (ALWAYS_PLAIN.test(key)) return key
  const node = parsed(text)
  const [pair] = isMap(node) ? node.items : []
  const isSame =
    isMap(node) &&
    node.items.length === 1 &&
    isScalar(pair?.key) &&
    pair.key.type === 'PLAIN' &&
    pair.key.source === key
  return isSame && !/[\n#]/.test(key) ? key : quoted(key)
}

/** On one line, with brackets: `{ channel: email, target: 4 h of office }`. */
export function flowText(value: PlainValue, around: Around): string {
  const inside: Around = { flow: true, json: around.json }
  if (isPlainList(value)) return `[${value.map((item) => flowText(item, inside)).join(', ')}]`
  if (!isPlainMap(value)) return scalarText(value, around)
  const pairs = Object.entries(value).map(([key, part]) => `${keyWritten(key, inside)}: ${flowText(part, inside)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

/** The lines of a map's fields, each at `indent`; long lists and maps in them on lines of their own. */
export function blockFields(value: { readonly [key: string]: PlainValue }, indent: string, newline: string): string {
  return Object.entries(value)
    .map(([key, part]) => `${keyWritten(key, { flow: false, json: false })}:${fieldText(part, indent, newline)}`)
    .join(`${newline}${indent}`)
}

/** What follows the colon of a field at `indent`, with the space or the line end before it. */
export function fieldText(value: PlainValue, indent: string, newline: string): string {
  const around: Around = { flow: false, json: false }
  const short = flowText(value, around)
  const inner = `${indent}  `
  if (isPlainList(value) && value.some(isPlainMap) && (value.length > 1 || short.length > ONE_LINE))
    return value.map((item) => `${newline}${inner}- ${itemText(item, `${inner}  `, newline)}`).join('')
  if (isPlainMap(value) && short.length > ONE_LINE) return `${newline}${inner}${blockFields(value, inner, newline)}`
  return ` ${short}`
}

/** An item of a block list, whose fields stand at `indent`. */
export function itemText(item: PlainValue, indent: string, newline: string): string {
  const short = flowText(item, { flow: false, json: false })
  return isPlainMap(item) && short.length > ONE_LINE ? blockFields(item, indent, newline) : short
}

function isPlain(value: string, flow: boolean): boolean {
  if (ALWAYS_PLAIN.test(value)) return !WORDS_WITH_MEANING.test(value)
  if (value === '' || /[\n\r\t]/.test(value) || value.includes(' #') || value.startsWith('#')) return false
  const node = parsed(flow ? `[ ${value} ]` : `a: ${value}`)
  if (flow) return isSeq(node) && node.items.length === 1 && isPlainly(node.items[0], value)
  return isMap(node) && node.items.length === 1 && isPlainly(node.items[0]?.value, value)
}

function isPlainly(node: unknown, value: string): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === value
}

function quoted(value: string): string {
  return value.includes('"') && !/[\n\r\t\\']/.test(value) ? `'${value}'` : JSON.stringify(value)
}

function parsed(text: string): unknown {
  const [document] = [
    ...new Composer({ version: '1.2', schema: 'core', merge: false, logLevel: 'silent' }).compose(
      new Parser().parse(text),
      true,
      text.length,
    ),
  ]
  return document === undefined || document.errors.length > 0 || document.warnings.length > 0
    ? undefined
    : document.contents
}

/** A value as YAML on one line: `{ given: { channel: email }, expect: { P1: none } }`. */
export function oneLine(value: PlainValue): string {
  return flowText(value, { flow: false, json: false })
}
