/** A draft's plain data as the studio shows it: faulty or not, whatever can be read of it. */
import type { CharterInForce } from '@avow/contract'
import type { PlainValue } from '@avow/core'

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Data of a charter as an edit writes it. */
export function plainOf(value: unknown): PlainValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map(plainOf)
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, part]) => [name, plainOf(part)]))
}

/** A word or several: `repair` and `[repair, refund]`. */
export function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  return value === null || value === undefined || value === '' ? [] : [String(value)]
}

/** A text by language; one that is a plain string is in the master language. */
export function textsOf(value: unknown, master: string): Readonly<Record<string, string>> {
  if (typeof value === 'string') return { [master]: value }
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([language, text]) => [language, String(text ?? '')]))
}

export function languagesOf(data: Fields): readonly string[] {
  const languages = wordsOf(data['languages'])
  return languages.length > 0 ? languages : ['en']
}

export interface Fact {
  readonly name: string
  readonly kind: CharterInForce['facts'][number]['kind']
  readonly values: readonly string[]
  readonly isOrdered: boolean
  readonly currency: string | null
  /** Counted from the log: nobody gives it. */
  readonly isCounted?: boolean
}

const COUNTED = ['contacts', 'messages', 'reopenings', 'unanswered']

/** The facts that conditions may speak of, those counted from the log last. */
export function factsOf(data: Fields): readonly Fact[] {
  const declared = Object.entries(fieldsOf(data['facts'])).map(([name, written]) => factOf(name, written))
  return [
    ...declared,
    ...COUNTED.map((name) => ({
      name,
      kind: 'number' as const,
      values: [],
      isOrdered: false,
      currency: null,
      isCounted: true,
    })),
  ]
}

function factOf(name: string, written: unknown): Fact {
  const fields = typeof written === 'string' ? { is: written } : fieldsOf(written)
  const plain = { name, values: [], isOrdered: false, currency: null }
  if ('one of' in fields) return { ...plain, kind: 'choice', values: wordsOf(fields['one of']) }
  if ('in order' in fields) return { ...plain, kind: 'choice', values: wordsOf(fields['in order']), isOrdered: true }
  if ('age' in fields) return { ...plain, kind: 'age' }
  const type = String(fields['is'] ?? '')
  const currency = /^money ([A-Z]{3})$/.exec(type)?.[1]
  if (currency !== undefined) return { ...plain, kind: 'money', currency }
  if (type === 'yes or no') return { ...plain, kind: 'yes-no', values: ['yes', 'no'] }
  return { ...plain, kind: type === 'duration' ? 'duration' : 'number' }
}

export function positionsOf(data: Fields): readonly string[] {
  const { positions } = data
  return Array.isArray(positions) ? positions.map(String) : Object.keys(fieldsOf(positions))
}

/** What words the draft has for its own things, in the form of a version in force. */
export function wordsInDraft(data: Fields, counted: Readonly<Record<string, string>> = {}): CharterInForce {
  const languages = languagesOf(data)
  const master = languages[0] ?? 'en'
  const says = (value: unknown) => {
    const texts = textsOf(fieldsOf(value)['says'], master)
    return Object.keys(texts).length === 0 ? null : texts
  }
  const named = (part: unknown) => Object.entries(fieldsOf(part)).map(([name, one]) => ({ name, says: says(one) }))
  const zone = String(data['zone'] ?? 'UTC')
  return {
    id: String(data['charter'] ?? ''),
    version: 0,
    hash: '',
    effective: '1970-01-01T00:00:00.000Z',
    languages: [...languages],
    zone,
    title: textsOf(data['title'], master),
    promises: [],
    clauses: [],
    facts: factsOf(data).map(({ name, kind, values, currency }) => {
      const written = fieldsOf(fieldsOf(data['facts'])[name])
      const valuesSay = fieldsOf(written['values say'])
      return {
        name,
        kind,
        currency,
        // What is counted from the log has no words in the charter; the desk has its own.
        says: COUNTED.includes(name) ? { [master]: counted[name] ?? name } : says(written),
        values: values.map((value) => ({ value, says: value in valuesSay ? textsOf(valuesSay[value], master) : null })),
        derived: COUNTED.includes(name),
      }
    }),
    calendars: named(data['calendars']).map((calendar) => ({ ...calendar, zone })),
    positions: Array.isArray(data['positions'])
      ? data['positions'].map((name) => ({ name: String(name), says: null }))
      : named(data['positions']),
    events: named(data['events']),
    no_answer_needed: [...wordsOf(data['no answer needed'])],
    // The studio answers nobody.
    tone: [],
  }
}
