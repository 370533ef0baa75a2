/** Which part of the document a finding, an example or a difference stands beside. */
import type { ClauseDifference, Finding } from '@avow/core'
import { dataAt } from '@avow/core'
import { STATED_KINDS } from './stated-kinds.ts'

/** `promises/P1`, `calendars/office`, or `head` for what is said once. */
export type PartName = string

const SECTIONS: Readonly<Record<string, string>> = {
  promise: 'promises',
  escalation: 'escalation',
  remedy: 'remedies',
  authority: 'authority',
  fact: 'facts',
  event: 'events',
  calendar: 'calendars',
  position: 'head',
  charter: 'head',
  ...Object.fromEntries(STATED_KINDS.map(({ kind, section }) => [kind, section])),
}

/** Sections whose parts each stand for themselves in the document. */
const CLAUSES: readonly string[] = [
  'promises',
  'escalation',
  'remedies',
  'authority',
  ...STATED_KINDS.map(({ section }) => section),
]

export function partOfFinding({ path }: Finding, data: unknown): PartName {
  const [, section = '', step] = path.split('/').map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (section === 'examples') return section
  if (step === undefined) return 'head'
  if (section === 'facts' || section === 'events') return section
  if (section === 'calendars') return `calendars/${step}`
  if (!CLAUSES.includes(section)) return 'head'
  const id = dataAt(data, [section, Number(step), 'id'])
  return `${section}/${typeof id === 'string' ? id : step}`
}

export function partOfDifference({ kind, id }: ClauseDifference): PartName {
  const section = SECTIONS[kind] ?? 'head'
  return section === 'head' || section === 'facts' || section === 'events' ? section : `${section}/${id}`
}

/** The clauses that an example speaks of: what it expects of them is written in it. */
export function clausesOfExample({ number }: { readonly number: number }, data: unknown): readonly string[] {
  const expected = dataAt(data, ['examples', number - 1, 'expect'])
  return typeof expected === 'object' && expected !== null ? Object.keys(expected) : []
}
