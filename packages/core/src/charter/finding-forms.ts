/** The sentences of `check` as data, so that a screen can say them in its reader's language. */
import { CHECK_CODES, type CheckCode } from './check-codes.ts'

/**
 * What a value of a sentence is. `text` is the charter's own: a name, an id. The others are said as the reader says them:
 *
 * - `date` is `2026-12-24`, `time` a local `2026-12-24T16:30`, `language` a code, `target` and `length` (`14 days`) as a charter writes it,
 *   `gives` what a row gives, `step-time` when a step is taken (`75%`, `after 2 h of office`, `at once`), `prompt` a question of the definition of excellent service
 * - `texts`, `rows` (numbers, from 1) and `languages` are lists, which every language joins with words of its own; `remedies` too,
 *   which may be none
 * - `part` is a kind of part (`title`, `fact`, `value`, `event`, `calendar`, `position`, `says`, `because`, `text`) and its
 *   names; a `text` is named by its field and its clause
 * - `cases` are kinds of ticket
 */
export type FindingKind =
  | 'text'
  | 'number'
  | 'date'
  | 'time'
  | 'language'
  | 'target'
  | 'length'
  | 'gives'
  | 'step-time'
  | 'prompt'
  | 'texts'
  | 'remedies'
  | 'rows'
  | 'languages'
  | 'part'
  | 'cases'

const ROW = { row: 'number', clause: 'text', gives: 'gives' } as const
const STEP = { step: 'number', clause: 'text' } as const
/** The rows that stand in the way, and how many they are. */
const OTHERS = { rows: 'rows', count: 'number' } as const
/** `more` kinds of case are left out; -1 where they were too many to be counted. */
const GAP = { clause: 'text', cases: 'cases', more: 'number' } as const
const CLOSURE = {
  calendar: 'text',
  dates: 'number',
  first: 'date',
  last: 'date',
  clause: 'text',
  target: 'target',
  starts: 'time',
  zone: 'text',
} as const

/** The row of a law pack, and the time that it allows. */
const LAW = { ...ROW, law: 'text', allows: 'length' } as const
/** What starts at `starts` falls due at `due`, after the law's `limit`; local times of `zone`. */
const LATE = { ...LAW, starts: 'time', due: 'time', limit: 'time', zone: 'text' } as const
/** Percent: what the promise is measured by, and what the law wants. */
const FEWER = { ...LAW, promised: 'number', wanted: 'number' } as const

/** What an example, from 1 in the order of the document, says must come of a clause. */
const EXAMPLE = { example: 'number', clause: 'text' } as const
const CLAUSES = { clauses: 'texts', count: 'number' } as const

/**
 * A closed list: every sentence that a finding of `check` can say, with the names of its data. A form is its code, or the
 * code and, behind a point, which of its sentences.
 */
export const FINDING_FORMS = {
  'uncovered-case.some': GAP,
  'uncovered-case.never': { clause: 'text' },
  'uncovered-unknown': GAP,
  'uncovered-remedy.some': GAP,
  'uncovered-remedy.never': { clause: 'text' },
  'empty-scope': { clause: 'text' },
  'overlapping-rows': { ...ROW, ...OTHERS },
  'unreachable-row.never': ROW,
  'unreachable-row.taken': { ...ROW, ...OTHERS },
  'duplicate-row': { ...ROW, earlier: 'number' },
  'row-changes-nothing': { ...ROW, ...OTHERS },
  'table-too-large': { clause: 'text', columns: 'number', rows: 'number' },
  'calendar-never-opens': { calendar: 'text', date: 'date' },
  'closed-longer-than-target.late': { ...CLOSURE, due: 'time' },
  'closed-longer-than-target.never': CLOSURE,
  'holidays-run-out.past': { calendar: 'text', date: 'date' },
  'holidays-run-out.today': { calendar: 'text' },
  'holidays-run-out.soon': { calendar: 'text', date: 'date', days: 'number' },
  'holidays-without-end': { calendar: 'text', date: 'date' },
  'text-missing.languages': { part: 'part', languages: 'languages', count: 'number' },
  'text-missing.values': { fact: 'text', values: 'texts' },
  'text-missing.silent': { clause: 'text' },
  'master-text-missing': { part: 'part', language: 'language' },
  'target-not-told': { part: 'part', language: 'language', languages: 'languages' },
  'translation-older': { part: 'part', language: 'language', languages: 'languages' },
  'given-up-conflict.start': { clause: 'text', event: 'text' },
  'given-up-conflict.end': { clause: 'text', event: 'text' },
  'target-of-nothing': ROW,
  'steps-out-of-order': { step: 'number', clause: 'text', at: 'step-time', earlier: 'number', before: 'step-time' },
  'unused-part.part': { part: 'part' },
  'unused-part.remedy': { clause: 'text' },
  /** A ticket of the `higher` value is promised `gives`, and one of the `lower` value otherwise the same `sooner`. */
  'higher-tier-slower': { ...ROW, fact: 'text', higher: 'text', lower: 'text', sooner: 'target', by: 'number' },
  'promises-disagree': { clause: 'text', gives: 'target', other: 'text', otherwise: 'target' },
  'promise-looser-than-law.late': LATE,
  'promise-looser-than-law.longer': LAW,
  'promise-looser-than-law.fewer': FEWER,
  'promise-perhaps-looser-than-law.late': LATE,
  'promise-perhaps-looser-than-law.longer': LAW,
  'promise-perhaps-looser-than-law.fewer': FEWER,
  /** What was bought, or delivered, on `since` gets nothing on `on`. */
  'remedy-shorter-than-law': { clause: 'text', fact: 'text', since: 'date', on: 'date', law: 'text', allows: 'length' },
  'dispute-body-missing': { laws: 'texts', count: 'number' },
  'remedy-without-authority': { ...ROW, remedy: 'text' },
  'escalation-goes-back.got': { ...STEP, position: 'text', earlier: 'number' },
  /** Back to who was told of it, or got it, in step `earlier` of `other`, from `through`, who got it in between. */
  'escalation-goes-back.round': { ...STEP, position: 'text', earlier: 'number', other: 'text', through: 'text' },
  /** What starts then is given by the agreements when it `ends`, and is due before. */
  'promise-tighter-than-agreements': {
    ...ROW,
    agreements: 'texts',
    count: 'number',
    starts: 'time',
    ends: 'time',
    due: 'time',
    zone: 'text',
  },
  /** Counted by `calendar` it `acts` later than it `would` by the promise's `own`. */
  'step-in-other-calendar': {
    ...STEP,
    at: 'step-time',
    promise: 'text',
    calendar: 'text',
    own: 'text',
    acts: 'time',
    would: 'time',
    zone: 'text',
  },
  'position-unheld.step': { ...STEP, position: 'text' },
  'position-unheld.authority': { clause: 'text', position: 'text' },
  /** The row lets `position` grant more of the remedy than `other`, which gives `otherwise`, lets the `higher` one. */
  'lower-position-may-more': {
    ...ROW,
    remedy: 'text',
    position: 'text',
    higher: 'text',
    other: 'text',
    otherwise: 'gives',
  },
  /** The most that anybody may grant on such a ticket is `most`, which `position` may by `other`. */
  'remedy-beyond-authority.most': { ...ROW, remedy: 'text', position: 'text', most: 'text', other: 'text' },
  'remedy-beyond-authority.nobody': { ...ROW, remedy: 'text' },
  'objective-without-procedure': { clause: 'text' },
  'procedure-without-standard': { clause: 'text' },
  'step-never-reached.passed': STEP,
  'step-never-reached.never': STEP,
  'value-without-evidence': { clause: 'text' },
  'definition-unanswered.nothing': { prompt: 'prompt', answers: 'text' },
  'definition-unanswered.nobody': { clause: 'text' },
  'clause-unattended.owner': CLAUSES,
  'clause-unattended.objective': CLAUSES,
  'clause-unattended.review': CLAUSES,
  'review-passed': { clause: 'text', date: 'date' },
  'benchmark-old': { clause: 'text', of: 'text', date: 'date' },
  /** `missing` are names of fields; `there` of `all` are written. */
  'promise-incomplete': { clause: 'text', missing: 'texts', written: 'texts', there: 'number', all: 'number' },
  'vague-words': { part: 'part', language: 'language', words: 'text' },
  'number-in-text': { part: 'part', language: 'language', number: 'text' },
  /** Local times of `zone`. */
  'example-fails.due': { ...EXAMPLE, expected: 'time', found: 'time', zone: 'text' },
  'example-fails.no-due': { ...EXAMPLE, expected: 'time', zone: 'text' },
  /** Nothing was to be promised, and this row promises. */
  'example-fails.promised': { ...EXAMPLE, row: 'number' },
  'example-fails.row': { ...EXAMPLE, expected: 'number', found: 'number' },
  'example-fails.no-row': { ...EXAMPLE, expected: 'number' },
  'example-fails.not-evaluated': EXAMPLE,
  'example-fails.allow': { ...EXAMPLE, expected: 'remedies', found: 'remedies' },
  'example-fails.amount': { ...EXAMPLE, expected: 'text', found: 'text' },
  'example-fails.no-amount': { ...EXAMPLE, expected: 'text' },
  /** So many are not tried, of which `example` is the first. */
  'example-fails.not-tried': { example: 'number', count: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FindingKind>>>>

export type FindingForm = keyof typeof FINDING_FORMS

/** One fact of a kind of ticket, and what it may be. */
export interface FindingLimit {
  readonly fact: string
  /**
   * Any of these, each as a charter writes a condition: `email`, `not [gold]`, `< 30 days`, `unknown`; and beside that
   * `known`, two conditions that hold together (`>= 30 days & <= 2 years`), and `…` where a long list is cut short.
   */
  readonly accepts: readonly string[]
}

/** A kind of ticket by the facts that make it one. */
export type FindingCase = readonly FindingLimit[]

export type FindingValue = string | number | readonly string[] | readonly FindingCase[]

type ValueOf<Kind> = Kind extends 'number'
  ? number
  : Kind extends 'texts' | 'remedies' | 'rows' | 'languages' | 'part'
    ? readonly string[]
    : Kind extends 'cases'
      ? readonly FindingCase[]
      : string

/** The data of one form by name. */
export type FindingData<Form extends FindingForm> = {
  readonly [Name in keyof (typeof FINDING_FORMS)[Form]]: ValueOf<(typeof FINDING_FORMS)[Form][Name]>
}

/** A sentence of a finding without its words. */
export interface FindingSays {
  readonly form: FindingForm
  readonly data: Readonly<Record<string, FindingValue>>
}

/** The code that a form belongs to. */
export function codeOfForm(form: FindingForm): CheckCode {
  const [code = ''] = form.split('.')
  if (!isCheckCode(code)) throw new Error(`the form ${form} belongs to no code of a finding`)
  return code
}

function isCheckCode(code: string): code is CheckCode {
  return Object.hasOwn(CHECK_CODES, code)
}
