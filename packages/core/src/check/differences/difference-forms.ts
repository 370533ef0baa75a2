/** What changed as data, so that screens, mails and public pages can say it in their reader's language. */
import type { FindingCase } from '../../charter/index.ts'

/**
 * What a value is. `text` is the charter's own: a name, an id, a sentence. Lists are joined by every language with words
 * of its own. Those that a reader could not read as they stand:
 *
 * - `given`: what a ticket gets. `gives` and what the row gives as a charter writes it, then perhaps `audience` and whose
 *   row it is, or `opens` and how its calendar's hours changed (`wider`, `narrower`, `other`); or `no-promise`, `nothing`,
 *   `several` (several rows match, so nothing)
 * - `clock`: `first-response`, `next-response`, `update-every`, `resolution`, `resolution-until-closed`; or `declared`, the
 *   event that starts it, the one that ends it, `once` or `every time`, and the events at which it is given up
 * - `step`: when it is taken (`75%`, `after 2 h of office`, `at once`), then in turn what it does (`tell`, `give-to`,
 *   `raise-priority`) and to whom
 * - `trigger`: `promise` and its id; or `event`, its name (empty for none), then facts and their conditions in turn
 * - `measures`: `each`, `95% a month`, `<= 3 h a month`
 * - `if-broken`: `apologise`, and the id of a remedy
 * - `audience`: `public`, `staff`, `position:NAME`
 * - `hours`: `09:00-17:00`, several of them, or none where it is closed
 * - `field`: the name of a field of a clause; `term`: a field and what it says as a charter writes it, in turn; `row`: for each
 *   thing that a row says in turn `when` or `gives`, the fact or the field, and what is written there
 * - `repeated`: how many tickets of one customer, and the span of dates within which
 * - `fact-type`: `one of`, `in order`, `yes-no`, `number`, `money EUR`, `duration`, `age`, `age now`
 */
export type DifferenceValueKind =
  | 'text'
  | 'texts'
  | 'number'
  | 'date'
  | 'dates'
  | 'language'
  | 'languages'
  | 'weekday'
  | 'cases'
  | 'given'
  | 'gives'
  | 'targets'
  | 'clock'
  | 'states'
  | 'measures'
  | 'on-change'
  | 'if-broken'
  | 'audience'
  | 'trigger'
  | 'step'
  | 'position'
  | 'positions'
  | 'order'
  | 'fact-type'
  | 'hours'
  | 'yes-no'
  | 'field'
  | 'term'
  | 'row'
  | 'repeated'

interface Form {
  /** What the heading of the difference speaks of. */
  readonly data: Readonly<Record<string, DifferenceValueKind>>
  /** What stands before and after; without it the heading says all. */
  readonly sides?: DifferenceValueKind
}

/** `more` kinds of case are left out; -1 where they were too many to be counted. */
const CASES = { cases: 'cases', more: 'number' } as const

/**
 * A closed list: everything that a comparison of two charters can say, with its data. A form is a heading (`For e-mail and
 * gold`, `Clock`); beside it stand the change and, where it has `sides`, what was before and what is now.
 */
export const DIFFERENCE_FORMS = {
  'rows.some': { data: CASES, sides: 'given' },
  'rows.all': { data: {}, sides: 'given' },
  'rows.too-large': { data: {} },
  'pauses.more': { data: { states: 'states' } },
  'pauses.fewer': { data: { states: 'states' } },
  'added.promise': { data: { clock: 'clock', targets: 'targets' } },
  'added.promise-for': { data: { clock: 'clock', cases: 'cases', targets: 'targets' } },
  'added.escalation': { data: { steps: 'number' } },
  'added.remedy': { data: { gives: 'gives' } },
  'added.authority': { data: { position: 'position', gives: 'gives' } },
  'added.part': { data: {} },
  'removed.promise': { data: { clock: 'clock', targets: 'targets' } },
  'removed.promise-for': { data: { clock: 'clock', cases: 'cases', targets: 'targets' } },
  'removed.escalation': { data: { steps: 'number' } },
  'removed.remedy': { data: { gives: 'gives' } },
  'removed.authority': { data: { position: 'position', gives: 'gives' } },
  'removed.part': { data: {} },
  'words.says': { data: { languages: 'languages' }, sides: 'text' },
  'words.because': { data: { languages: 'languages' }, sides: 'text' },
  'words.title': { data: { languages: 'languages' }, sides: 'text' },
  'words.mission': { data: { languages: 'languages' }, sides: 'text' },
  'words.value': { data: { value: 'text', languages: 'languages' }, sides: 'text' },
  'words.text': { data: { field: 'field', languages: 'languages' }, sides: 'text' },
  term: { data: { field: 'field' }, sides: 'term' },
  row: { data: { row: 'number' }, sides: 'row' },
  heard: { data: { language: 'language' }, sides: 'texts' },
  'repeated.sooner': { data: { tickets: 'number', days: 'number' }, sides: 'repeated' },
  'repeated.later': { data: { tickets: 'number', days: 'number' }, sides: 'repeated' },
  'repeated.other': { data: {}, sides: 'repeated' },
  'words.step': { data: { row: 'number', languages: 'languages' }, sides: 'text' },
  clock: { data: {}, sides: 'clock' },
  'on-change': { data: {}, sides: 'on-change' },
  'no-answer-needed': { data: {}, sides: 'texts' },
  'if-broken': { data: {}, sides: 'if-broken' },
  measured: { data: {}, sides: 'measures' },
  audience: { data: {}, sides: 'audience' },
  trigger: { data: {}, sides: 'trigger' },
  step: { data: { step: 'number' }, sides: 'step' },
  position: { data: {}, sides: 'position' },
  order: { data: {}, sides: 'order' },
  type: { data: {}, sides: 'fact-type' },
  zone: { data: {}, sides: 'text' },
  weekday: { data: { weekday: 'weekday' }, sides: 'hours' },
  date: { data: { date: 'date' }, sides: 'hours' },
  'night-continues': { data: {}, sides: 'yes-no' },
  'holidays-until': { data: {}, sides: 'date' },
  'holidays-from': { data: {}, sides: 'texts' },
  charter: { data: {}, sides: 'text' },
  'master-language': { data: {}, sides: 'language' },
  effective: { data: {}, sides: 'text' },
  owner: { data: {}, sides: 'position' },
  'approvals-needed': { data: {}, sides: 'number' },
  'values.added': { data: { names: 'texts' } },
  'values.removed': { data: { names: 'texts' } },
  'closed.added': { data: { names: 'dates' } },
  'closed.removed': { data: { names: 'dates' } },
  'languages.added': { data: { names: 'languages' } },
  'languages.removed': { data: { names: 'languages' } },
  'approvers.added': { data: { names: 'positions' } },
  'approvers.removed': { data: { names: 'positions' } },
  'jurisdictions.added': { data: { names: 'texts' } },
  'jurisdictions.removed': { data: { names: 'texts' } },
  'sectors.added': { data: { names: 'texts' } },
  'sectors.removed': { data: { names: 'texts' } },
  'blocking.added': { data: { names: 'texts' } },
  'blocking.removed': { data: { names: 'texts' } },
  'law-off': { data: { row: 'text' }, sides: 'text' },
  'law-term': { data: { term: 'text' }, sides: 'text' },
} as const satisfies Readonly<Record<string, Form>>

type Forms = typeof DIFFERENCE_FORMS
export type DifferenceForm = keyof Forms

export type DifferenceValue = string | number | readonly string[] | readonly FindingCase[]

type Single =
  | 'text'
  | 'field'
  | 'date'
  | 'language'
  | 'weekday'
  | 'on-change'
  | 'audience'
  | 'position'
  | 'fact-type'
  | 'yes-no'
type ValueOf<Kind> = Kind extends 'number'
  ? number
  : Kind extends 'cases'
    ? readonly FindingCase[]
    : Kind extends Single
      ? string
      : readonly string[]

/** Forms with two sides, and those whose heading says all. */
export type SidedForm = {
  [Form in DifferenceForm]: Forms[Form] extends { sides: string } ? Form : never
}[DifferenceForm]
export type PlainForm = Exclude<DifferenceForm, SidedForm>

/** The data of one form by name. */
export type DifferenceData<Form extends DifferenceForm> = {
  readonly [Name in keyof Forms[Form]['data']]: ValueOf<Forms[Form]['data'][Name]>
}

/** One side of a form; null where there was, or is, none. */
export type Side<Form extends SidedForm> = ValueOf<Forms[Form]['sides']> | null

/** What a difference says, without its words. */
export interface DifferenceSays {
  readonly form: DifferenceForm
  readonly data: Readonly<Record<string, DifferenceValue>>
  /** Null: none. Left out where the form has no sides. */
  readonly before?: DifferenceValue | null
  readonly after?: DifferenceValue | null
}

/** A form whose heading says all. */
export function saysOf<Form extends PlainForm>(form: Form, data: DifferenceData<Form>): DifferenceSays {
  return { form, data }
}

/** A form with what was before and what is now. */
export function saysSides<Form extends SidedForm>(
  form: Form,
  data: DifferenceData<Form>,
  before: Side<Form>,
  after: Side<Form>,
): DifferenceSays {
  return { form, data, before, after }
}

/** For which tickets something else is given, and what they got and get: kinds `given`. */
export function rowsSays(
  { cases, more }: DifferenceData<'rows.some'>,
  before: readonly string[],
  after: readonly string[],
): DifferenceSays {
  const isEvery = more === 0 && cases.every((limits) => limits.length === 0)
  return isEvery ? saysSides('rows.all', {}, before, after) : saysSides('rows.some', { cases, more }, before, after)
}
