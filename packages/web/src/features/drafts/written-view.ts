/** A clause that no ticket is judged by, as people read it, from what the draft says: faulty or not, whatever can be read of it. */
import type { ClauseView } from '@avow/contract'
import { writtenValue } from '@avow/core'
import { type Fields, fieldsOf, listOf, textsOf } from './charter-data.ts'
import { formOf } from './stated-fields.ts'
import type { StatedKind } from './stated-kinds.ts'

type Row = ClauseView['rows'][number]

/** Fields with a place of their own; all others are terms. */
const OWN: ReadonlySet<string> = new Set([
  'id',
  'audience',
  'says',
  'because',
  'table',
  'steps',
  'benchmarks',
  'amends',
  'best for',
])

/** What rows give in tables; their other fields are facts. */
const GIVEN: ReadonlySet<string> = new Set(['target', 'to', 'skills'])

/** `master`: the language of texts that are written without one. */
export function writtenView(kind: StatedKind, clause: Fields, master: string): ClauseView {
  const texts = Object.keys(clause).filter((name) => isText(kind, name))
  const by = (value: unknown) => textsOf(value, master)
  return {
    id: wordsOfValue(clause['id']),
    kind,
    audience: kind === 'crisis' ? 'public' : audienceOf(clause['audience']),
    says: orNull(by(clause['says'])),
    because: orNull(by(clause['because'])),
    terms: Object.entries(clause)
      .filter(([name]) => !OWN.has(name) && !texts.includes(name))
      .flatMap(([name, value]) => termsOf(name, value)),
    texts: texts.map((name) => ({ name, by: by(clause[name]) })),
    rows: [
      ...[...listOf(clause['table']), ...listOf(clause['best for'])].map((row) => rowOfTable(fieldsOf(row))),
      ...listOf(clause['steps']).map((step) => rowOfSteps(fieldsOf(step), master)),
      ...[...listOf(clause['benchmarks']), ...listOf(clause['amends'])].map((one) => ({
        when: {},
        gives: given(fieldsOf(one)),
        says: null,
      })),
    ],
  }
}

function isText(kind: StatedKind, name: string): boolean {
  return formOf(kind).texts?.includes(name) === true
}

/** What answers after hours stands beside by when a person does. */
function termsOf(name: string, value: unknown): ClauseView['terms'] {
  if (name === 'after hours' && typeof value === 'object' && value !== null) {
    const { answers, ...others } = { answers: undefined, ...fieldsOf(value) }
    return [...termsOf('after hours', answers), ...Object.entries(others).flatMap(([one, part]) => termsOf(one, part))]
  }
  const text = name === 'when' ? conditionText(fieldsOf(value)) : wordsOfValue(value)
  return text === '' ? [] : [{ name, text }]
}

function rowOfTable(row: Fields): Row {
  const part = (isGiven: boolean) =>
    given(Object.fromEntries(Object.entries(row).filter(([name]) => GIVEN.has(name) === isGiven)))
  return { when: part(false), gives: part(true), says: null }
}

function rowOfSteps(step: Fields, master: string): Row {
  const { when, do: says, ...gives } = { when: undefined, do: undefined, ...step }
  return { when: given(fieldsOf(when)), gives: given(gives), says: orNull(textsOf(says, master)) }
}

/** `reason: damaged, contacts: >= 3`. */
function conditionText(when: Fields): string {
  return Object.entries(given(when))
    .map(([fact, text]) => `${fact}: ${text}`)
    .join(', ')
}

/** Without what says nothing. */
function given(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, wordsOfValue(value)])
      .filter(([, text]) => text !== ''),
  )
}

/** As written, lists without their brackets. */
function wordsOfValue(value: unknown): string {
  return Array.isArray(value) ? value.map(writtenValue).join(', ') : writtenValue(value)
}

function audienceOf(written: unknown): string {
  const customers = customersOf(written)
  if (customers !== undefined) return customers
  const audience = wordsOfValue(written)
  if (audience === '') return 'staff'
  return audience === 'public' || audience === 'staff' ? audience : `position:${audience}`
}

/** Some customers, `{ customers: { tier: gold } }`, as views name them: `customers:tier=gold`. */
export function customersOf(written: unknown): string | undefined {
  if (typeof written !== 'object' || written === null || !('customers' in written)) return undefined
  const facts = Object.entries(fieldsOf(written.customers))
  return `customers:${facts.map(([fact, values]) => `${fact}=${wordsOfValue(values)}`).join(';')}`
}

function orNull(texts: Readonly<Record<string, string>>): Record<string, string> | null {
  return Object.keys(texts).length === 0 ? null : { ...texts }
}
