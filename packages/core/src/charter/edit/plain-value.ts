/** What an edit writes: plain data, with the fields of a map in the order in which they are to stand. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue }

export function isPlainList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value)
}

export function isPlainMap(value: PlainValue): value is { readonly [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const NUMBER = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?$/

/**
 * What somebody typed into a cell or a field, as a charter writes it: `[email, form]` is a list, `3` a number, `yes` stays a
 * word, nothing is null.
 */
export function typedValue(typed: string): PlainValue {
  const text = typed.trim()
  if (text === '' || text === 'null' || text === '~') return null
  if (text === 'true' || text === 'false') return text === 'true'
  if (NUMBER.test(text) && String(Number(text)) === text) return Number(text)
  const list = /^\[(.*)\]$/s.exec(text)?.[1]
  if (list === undefined) return text
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(typedValue)
}

/** The same the other way: as it is shown in a cell to be typed over. */
export function writtenValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return `[${value.map(writtenValue).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${writtenValue(part)}`)
    .join(', ')} }`
}
