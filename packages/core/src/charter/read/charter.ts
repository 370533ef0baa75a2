import { type ClauseKind, SECTION_OF_KIND } from '../clause.ts'
import type { CharterDocument } from '../document.ts'
import { PLAIN_KINDS, type PlainSections } from '../kinds/plain-kinds.ts'
import { entryOf, type SourceNode } from '../source/node.ts'
import { agreements } from './agreements.ts'
import { authority } from './authority.ts'
import { calendars } from './calendars.ts'
import { channels } from './channels.ts'
import { checkClauseIds, declareClauses } from './clause.ts'
import { crisis } from './crisis.ts'
import { escalation } from './escalation.ts'
import { events } from './events.ts'
import { examples } from './examples.ts'
import { declareDerivedFacts, facts } from './facts.ts'
import { type Field, type FieldsRead, field, fields, required } from './fields.ts'
import { charterId, effective, languages, people, positions, version } from './header.ts'
import { law } from './law.ts'
import { noAnswerWords } from './no-answer.ts'
import { objectives } from './objectives.ts'
import { present } from './present.ts'
import { procedures } from './procedures.ts'
import { promises } from './promises.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register.ts'
import { remedies } from './remedies.ts'
import { review } from './review.ts'
import { routing } from './routing.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { zoneName } from './zone.ts'

/** Kinds of clauses that later versions know. */
const LATER_KINDS = ['pilots']
const LATER = new Map(
  LATER_KINDS.map((kind) => [kind, `this version does not know clauses of the kind “${kind}” yet; leave them out`]),
)

const anything: Shape<true> = { schema: {}, read: () => true }

const charterZone = refine(zoneName, (name, reading) => {
  reading.zone = name
  return name
})

/** The sections of the kinds that are a table of fields. */
const PLAIN_FIELDS = Object.fromEntries(
  Object.values(PLAIN_KINDS).map(({ kind, says, clauses }) => [SECTION_OF_KIND[kind], field<unknown>(says, clauses)]),
  // Each stands under the section of its kind.
) as { readonly [S in keyof PlainSections]: Field<PlainSections[S]> }

/** In the order in which they are read: what others refer to comes first. */
const FIELDS = {
  avow: required('The format of the document: 1.', version),
  charter: required('The name of the charter, such as acme-care.', charterId),
  languages: required('The languages of its texts; the first is the master.', languages),
  zone: required('Its time zone, such as Europe/Warsaw.', charterZone),
  title: field('What it is called.', texts()),
  mission: field('What the company is there for, in a sentence.', texts()),
  effective: field('From when it is in force: 2026-12-01T00:00 Europe/Warsaw.', effective),
  review: field('When it is to be looked at again.', review),
  contact: field('How to reach who keeps its promises, where a promise does not say it.', texts()),
  complaints: field('Where to complain about its promises, where a promise does not say it.', texts()),
  positions: field('The charter’s words for who acts: [agent, team-lead].', positions),
  people: field('Who owns it and who approves it.', people),
  notes: field('Anything; no part of the version.', anything),
  facts: field('What conditions may speak of, with types.', facts),
  events: field('What else can happen, beside messages and states.', events),
  calendars: field('Opening hours, by name.', calendars),
  'no answer needed': field('Reasons with which a ticket may be solved without an answer.', noAnswerWords),
  law: field('The law that it lives under, by the packs of legal minimums.', law),
  channels: field('The ways to reach the company.', channels),
  ...PLAIN_FIELDS,
  objectives: field('Where the company wants to be, by when.', objectives),
  remedies: field('What a customer may be offered.', remedies),
  promises: field('What the customer gets by when.', promises),
  crisis: field('Dated amendments of promises, which end by themselves.', crisis),
  escalation: field('What is done before and after a promise breaks.', escalation),
  authority: field('Who may grant what without asking.', authority),
  agreements: field('What teams and suppliers have agreed to give, so that promises can be kept.', agreements),
  procedures: field('How cases are handled, step by step.', procedures),
  routing: field('Who takes which requests.', routing),
  examples: field('Tickets with what the charter must say of them.', examples),
}

/** Sections that clauses of other kinds refer to. */
const LINKED_SECTIONS = [
  ['promises', ({ promises }) => promises],
  ['remedies', ({ remedies }) => remedies],
  ['values', ({ values }) => values],
  ['objectives', ({ objectives }) => objectives],
  ['promises', ({ measuring }) => measuring],
  ['objectives', ({ measuring }) => measuring],
  ['exclusions', ({ exclusions }) => exclusions],
  ['channels', ({ channels }) => channels],
] as const satisfies readonly [keyof typeof FIELDS, (reading: Reading) => Register<number>][]

const charterFields = fields('a charter', FIELDS, { later: LATER })

/** JSON Schema of the whole document, without its definitions. */
export const CHARTER_SCHEMA = charterFields.schema

/** Reads a whole charter. The document is undefined, or not to be used, where the report is not empty. */
export function readDocument(root: SourceNode, reading: Reading): CharterDocument | undefined {
  const format = entryOf(root, 'avow')
  if (format && version.read(format, reading) === undefined) return undefined
  if (entryOf(root, 'facts') === undefined) declareDerivedFacts(reading, root.place)
  for (const [section, register] of LINKED_SECTIONS) declareClauses(entryOf(root, section), register(reading))
  for (const section of Object.values(SECTION_OF_KIND)) declareClauses(entryOf(root, section), reading.clauses)
  const read = charterFields.read(root, reading)
  checkClauseIds(reading)
  return read && documentOf(read, reading)
}

function documentOf({ values: read, place }: FieldsRead<typeof FIELDS>, reading: Reading): CharterDocument | undefined {
  const { charter: id, languages, zone, title, effective, people, positions = [], promises = [] } = read
  if (id === undefined || languages === undefined || zone === undefined) return undefined
  const { facts, events, calendars } = reading
  const noAnswerNeeded = [...(read['no answer needed'] ?? []), ...promises.flatMap((promise) => promise.noAnswerNeeded)]
  return {
    avow: 1,
    id,
    languages,
    zone,
    ...(title ? { title } : {}),
    ...present({ mission: read.mission }),
    ...(effective ? { effective } : {}),
    ...present({ contact: read.contact, complaints: read.complaints }),
    isReviewed: read.review?.values.every !== undefined,
    ...present({ reviewEvery: read.review?.values.every }),
    positions,
    ...(people ? { people } : {}),
    ...present({ law: read.law }),
    facts: facts.readable(),
    events: events.readable(),
    calendars: calendars.readable(),
    ...clausesRead(read),
    examples: read.examples ?? [],
    noAnswerNeeded: [...new Set(noAnswerNeeded)],
    place,
  }
}

type Section = (typeof SECTION_OF_KIND)[ClauseKind]

/** The clauses of every kind; none where its section is not written. */
function clausesRead(read: FieldsRead<typeof FIELDS>['values']): Pick<CharterDocument, Section> {
  const sections = Object.values(SECTION_OF_KIND).map((section) => [section, read[section] ?? []])
  // Each was read by the field of its section.
  return Object.fromEntries(sections) as Pick<CharterDocument, Section>
}
