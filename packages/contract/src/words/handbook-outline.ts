/** The handbook as an outline, from which every form of it is written: page, PDF and Markdown. */
import { type CalendarDefinition, CLAUSE_KINDS, type Example, type FactDefinition, type Texts } from '@avow/core'
import type { ClauseView } from '../versions.ts'
import { calendarEntry } from './calendar-entry.ts'
import { clauseEntry } from './clause-entry.ts'
import { exampleTable } from './example-table.ts'
import { dayWords } from './formats.ts'
import type { OutlineEntry, OutlineSection, OutlineTerm } from './outline-parts.ts'
import type { ClauseWording, Said } from './tongue.ts'

/** For everybody of the desk, or for everybody. */
export type Edition = 'staff' | 'public'

/** What a handbook is made of. All of it is for its reader: nothing is left out here. */
export interface HandbookParts {
  readonly edition: Edition
  readonly title: Texts | undefined
  readonly mission: Texts | undefined
  readonly charter: string
  readonly zone: string
  /** Undefined for a text that was never published. Dates are local ones, `2026-12-01`. */
  readonly version?: {
    readonly number: number
    readonly state: 'ahead' | 'in-force' | 'past'
    readonly from: string
    readonly until: string | undefined
  }
  /** The fingerprint of the version, or of the text as it would be one. */
  readonly hash: string
  readonly contact: Texts | undefined
  readonly complaints: Texts | undefined
  /** Who settles a dispute outside the company. */
  readonly disputeBody: Texts | undefined
  readonly clauses: readonly ClauseView[]
  readonly calendars: readonly CalendarDefinition[]
  readonly examples: readonly Example[]
  /** By name: how the values of the examples are read. */
  readonly facts: ReadonlyMap<string, FactDefinition>
}

export interface HandbookOutline {
  readonly title: Said
  /** What it is: edition, version, since when, by which clock. */
  readonly about: readonly string[]
  readonly hash: { readonly label: string; readonly text: string }
  /** What it is there for, and whom to reach. */
  readonly reach: readonly OutlineTerm[]
  /** The heading of the table of contents. */
  readonly contents: string
  readonly sections: readonly OutlineSection[]
  /** Said in place of the sections where there are none. */
  readonly empty: string
}

export function handbookOutline(parts: HandbookParts, wording: ClauseWording): HandbookOutline {
  const { words, of } = wording
  const { title, mission, charter, hash, contact, complaints, disputeBody } = parts
  return {
    title: of.text(record(title)) ?? { text: charter, language: '' },
    about: [words.say(`edition.${parts.edition}`), ...versionWords(parts, wording)],
    hash: { label: words.say('edition.hash'), text: hash },
    reach: [
      ...term('term.mission', mission, wording),
      ...term('term.contact', contact, wording),
      ...term('term.complaints', complaints, wording),
      ...term('term.dispute-body', disputeBody, wording),
    ],
    contents: words.say('edition.contents'),
    sections: [
      ...clauseSections(parts, wording),
      ...calendarSection(parts, wording),
      ...exampleSection(parts, wording),
    ],
    empty: words.say('edition.empty'),
  }
}

function versionWords({ version, zone }: HandbookParts, { words }: ClauseWording): readonly string[] {
  if (version === undefined) return [words.say('edition.unpublished'), words.say('edition.zone', { zone })]
  const date = dayWords(words.locale, version.from)
  const until = version.until === undefined ? undefined : dayWords(words.locale, version.until)
  const since =
    version.state === 'past' && until !== undefined
      ? words.say('edition.past', { date, until })
      : words.say(version.state === 'ahead' ? 'edition.ahead' : 'edition.in-force', { date })
  return [words.say('edition.version', { version: version.number }), since, words.say('edition.zone', { zone })]
}

function clauseSections({ clauses }: HandbookParts, wording: ClauseWording): readonly OutlineSection[] {
  return CLAUSE_KINDS.flatMap((kind) => {
    const entries = clauses
      .filter((clause) => clause.kind === kind)
      .map((clause) => clauseEntry(clause, clauses, wording))
    return section(`kind-${kind}`, wording.words.say(`handbook.kind.${kind}`), entries)
  })
}

function calendarSection({ calendars }: HandbookParts, wording: ClauseWording): readonly OutlineSection[] {
  const entries = calendars.map((calendar) => calendarEntry(calendar, wording))
  return section('calendars', wording.words.say('edition.calendars'), entries)
}

function exampleSection(
  { examples, clauses, facts }: HandbookParts,
  wording: ClauseWording,
): readonly OutlineSection[] {
  const table = exampleTable(examples, clauses, facts, wording)
  if (table === undefined) return []
  const entry = { id: 'examples-table', mark: undefined, name: undefined, note: [], blocks: [table] }
  return section('examples', wording.words.say('edition.examples'), [entry])
}

function section(id: string, title: string, entries: readonly OutlineEntry[]): readonly OutlineSection[] {
  return entries.length === 0 ? [] : [{ id, title, entries }]
}

function term(
  label: 'term.mission' | 'term.contact' | 'term.complaints' | 'term.dispute-body',
  texts: Texts | undefined,
  { words, of }: ClauseWording,
) {
  const said = of.text(record(texts))
  return said === undefined ? [] : [{ label: words.say(label), ...said }]
}

function record(texts: Texts | undefined): Record<string, string> | undefined {
  return texts && Object.fromEntries(texts.by)
}
