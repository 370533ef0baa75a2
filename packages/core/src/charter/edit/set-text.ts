import { dataAt } from './data-at.ts'
import { isPlainMap, type PlainValue } from './plain-value.ts'
import type { EditPath, SourceEdit } from './source-edit.ts'

/**
 * Sets a text in one language; an empty one takes it away. `data` is the charter as plain data. A text that stood as one
 * string becomes a map by language, a fact or position that was only named becomes a map that can carry texts.
 */
export function setText(data: unknown, path: EditPath, language: string, text: string): readonly SourceEdit[] {
  const now = dataAt(data, path)
  const master = String(dataAt(data, ['languages', 0]) ?? 'en')
  if (typeof now === 'string') {
    if (language === master) return text === '' ? [{ kind: 'remove', path }] : [{ kind: 'set', path, value: text }]
    return text === '' ? [] : [{ kind: 'set', path, value: { [master]: now, [language]: text } }]
  }
  const inLanguage = [...path, language]
  if (text !== '') return [...roomFor(data, path), { kind: 'set', path: inLanguage, value: text }]
  if (dataAt(data, inLanguage) === undefined) return []
  const isLast = isMap(now) && Object.keys(now).length === 1
  return [{ kind: 'remove', path: isLast ? path : inLanguage }]
}

/** Makes room for texts where a part was written in its short form. */
function roomFor(data: unknown, path: EditPath): readonly SourceEdit[] {
  const [section, name] = path
  if (section === 'facts' && path.at(-1) !== 'values say' && name !== undefined) {
    const type = dataAt(data, ['facts', name])
    return typeof type === 'string' ? [{ kind: 'set', path: ['facts', name], value: { is: type } }] : []
  }
  const positions = dataAt(data, ['positions'])
  if (section !== 'positions' || !Array.isArray(positions)) return []
  const value: Record<string, PlainValue> = Object.fromEntries(positions.map((position) => [String(position), {}]))
  return [{ kind: 'set', path: ['positions'], value }]
}

function isMap(value: unknown): value is { readonly [key: string]: PlainValue } {
  // Plain data of a charter holds nothing else than what `PlainValue` names.
  return isPlainMap(value as PlainValue)
}
