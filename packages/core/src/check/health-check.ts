/** How healthy a desk is: what of a charter in force, and of the desk that keeps it, is missing. */
import type { Day } from '../calendar/index.ts'
import { type CharterDocument, DEFINITION_PROMPTS, reviewsDue } from '../charter/index.ts'
import type { Holders } from './clauses/check-holders.ts'
import { checkPurpose } from './clauses/check-purpose.ts'
import { checkTexts } from './clauses/check-texts.ts'

/** Every check of the health, in the order in which gaps are told: what a charter says first, then the desk that keeps it. */
export const HEALTH_CHECKS = [
  'definition',
  'promises',
  'figures',
  'complaints',
  'exclusions',
  'objectives',
  'orphans',
  'texts',
  'reviews',
  'positions',
  'mailboxes',
  'evaluated',
] as const

export type HealthCheck = (typeof HEALTH_CHECKS)[number]

/** What is known of the desk beside its charter. */
export interface DeskState {
  /** The date in the charter's zone. */
  readonly today: Day
  /** Since when the version is in force. */
  readonly since: Day
  readonly holders: Holders
  /** How many addresses take mail. */
  readonly mailboxes: number
  /** How many tickets have a clause that could not be evaluated. */
  readonly unevaluated: number
}

/** A check that was not passed. */
export interface HealthGap {
  readonly check: HealthCheck
  /** What it is about: ids of clauses, positions, questions of the definition, parts without a text; none where the thing itself is missing. */
  readonly names: readonly string[]
  readonly count: number
}

export interface Health {
  readonly gaps: readonly HealthGap[]
  readonly passed: number
  readonly checks: number
  /** Share of the checks passed, whole percent, rounded down. */
  readonly percent: number
}

/** Looks at a charter in force and its desk. Every check counts the same; one without anything to look at is passed. */
export function healthOf(document: CharterDocument, desk: DeskState): Health {
  const gaps = HEALTH_CHECKS.flatMap((check) => {
    const lacking = LACKING[check](document, desk)
    if (lacking === undefined) return []
    const names = typeof lacking === 'number' ? [] : [...new Set(lacking)]
    return [{ check, names, count: typeof lacking === 'number' ? lacking : names.length }]
  })
  const checks = HEALTH_CHECKS.length
  const passed = checks - gaps.length
  return { gaps, passed, checks, percent: Math.floor((passed * 100) / checks) }
}

/** What a check misses: names, or how many; undefined where nothing is missing. */
type Lacking = readonly string[] | number | undefined

const LACKING: Readonly<Record<HealthCheck, (document: CharterDocument, desk: DeskState) => Lacking>> = {
  definition: ({ definition }) =>
    some(DEFINITION_PROMPTS.filter((prompt) => definition.every(({ answers }) => answers !== prompt))),
  promises: ({ promises }) => unless(promises.some(({ audience }) => audience === 'public')),
  figures: ({ promises }) =>
    // That each case counts by itself says nothing of how many are to be kept.
    some(promises.filter(({ measured }) => measured.every(({ kind }) => kind === 'each')).map(({ id }) => id)),
  complaints: ({ complaints, promises }) =>
    complaints !== undefined
      ? undefined
      : promises.length === 0
        ? []
        : some(
            promises
              .filter((promise) => promise.audience === 'public' && promise.complaints === undefined)
              .map(({ id }) => id),
          ),
  exclusions: ({ exclusions }) => unless(exclusions.length > 0),
  objectives: ({ objectives }) => unless(objectives.length > 0),
  orphans: (document) =>
    some(checkPurpose(document).flatMap(({ code, says }) => (ORPHAN.has(code) ? named(says) : []))),
  texts: (document) => {
    const missing = checkTexts(document).filter(({ code }) => code.endsWith('text-missing'))
    return missing.length === 0 ? undefined : missing.length
  },
  reviews: (document, { today, since }) =>
    some(
      reviewsDue(document, { today, since, ahead: 0 })
        .filter(({ isOverdue }) => isOverdue)
        .map(({ clause }) => clause ?? document.id),
    ),
  positions: ({ positions }, { holders }) =>
    some(positions.filter(({ name }) => (holders.get(name) ?? 0) === 0).map(({ name }) => name)),
  mailboxes: (_, { mailboxes }) => unless(mailboxes > 0),
  evaluated: (_, { unevaluated }) => (unevaluated === 0 ? undefined : unevaluated),
}

/** Findings of clauses that nothing leads to, or that lead nowhere. */
const ORPHAN: ReadonlySet<string> = new Set([
  'objective-without-procedure',
  'procedure-without-standard',
  'value-without-evidence',
  'remedy-without-authority',
])

function named(says: { readonly data: Readonly<Record<string, unknown>> } | undefined): readonly string[] {
  const clause = says?.data['clause']
  return typeof clause === 'string' ? [clause] : []
}

function some(names: readonly string[]): Lacking {
  return names.length === 0 ? undefined : names
}

/** Nothing has a name where the thing itself is not there. */
function unless(isThere: boolean): Lacking {
  return isThere ? undefined : []
}
