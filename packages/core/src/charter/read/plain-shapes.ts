/**
 * What a field of a clause may hold that needs no code of its own. Beside how it is read and described, each shape tells
 * how it is filled in, how people read it and what it speaks of.
 */
import { type Day, formatDate } from '../../calendar/index.ts'
import type { ClauseKind } from '../clause.ts'
import type { Condition, Texts } from '../parts.ts'
import type { Spoken } from '../spoken.ts'
import { conditionText } from '../view/clause-view.ts'
import { date } from './calendar-dates.ts'
import { clauseReview } from './clause-review.ts'
import { condition } from './condition.ts'
import { language } from './language.ts'
import { positionLink } from './links.ts'
import type { Shape } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, oneOf, oneOrMore, text } from './words.ts'

/** What a field holds, as far as whoever fills it in must know it. */
export type FieldType =
  | { readonly kind: 'text' | 'words' | 'date' | 'review' | 'position' | 'language' }
  /** One of some words of the format; `said` begins the names of their messages. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly said: string }
  /** One clause of a section. */
  | { readonly kind: 'link'; readonly section: string }
  /** Several clauses: of a section, or of any. */
  | { readonly kind: 'links'; readonly section?: string }

/** What is filled in by several fields. */
type PartType = { readonly kind: 'condition' } | { readonly kind: 'texts' }

/** `Without`: the type of what holds where the field is not written; undefined where nothing does. */
export interface PlainShape<T, Without = unknown> extends Shape<T> {
  readonly type: FieldType | PartType
  readonly without: Without
  /** As people read it, in no language; empty where it says nothing. Texts are read in languages, and not by this. */
  written(value: T): string
  speaksOf?(value: T): Spoken
}

export const plainTexts: PlainShape<Texts, undefined> = {
  ...texts(),
  type: { kind: 'texts' },
  without: undefined,
  written: () => '',
}

export const plainDate: PlainShape<Day, undefined> = {
  ...date,
  type: { kind: 'date' },
  without: undefined,
  written: formatDate,
}

/** When a clause is looked at again. */
export const plainReview: PlainShape<Day, undefined> = {
  ...clauseReview,
  type: { kind: 'review' },
  without: undefined,
  written: formatDate,
}

/** Any text in no language; `what` names it in messages. */
export function plainText(what: string): PlainShape<string, undefined> {
  return { ...asWritten(text(what)), type: { kind: 'text' } }
}

export const plainLanguage: PlainShape<string, undefined> = { ...asWritten(language), type: { kind: 'language' } }

/** One word or several of one shape, none of them twice; `what` names them in messages. */
export function plainWords(what: string, word: Shape<string>): PlainShape<readonly string[], readonly string[]> {
  return { ...several(what, word), type: { kind: 'words' } }
}

export const plainPosition: PlainShape<string, undefined> = {
  ...asWritten(positionLink),
  type: { kind: 'position' },
  speaksOf: (position) => ({ positions: [position] }),
}

/** One of the format's words; `what` names them in messages of the reader, `said` begins the names of those of screens. */
export function plainChoice<const W extends string>(
  what: string,
  values: readonly W[],
  said: string,
): PlainShape<W, undefined> {
  return {
    ...oneOf(what, values),
    type: { kind: 'choice', values, said },
    without: undefined,
    written: (value) => value,
  }
}

/** The clause of a section, by its id. */
export function plainLink(section: string, link: Shape<string>): PlainShape<string, undefined> {
  return { ...asWritten(link), type: { kind: 'link', section } }
}

/** One clause or several by their ids: of a section, or of any where it is left out. */
export function plainLinks(link: Shape<string>, section?: string): PlainShape<readonly string[], readonly string[]> {
  return {
    ...several(section ?? 'clauses', link),
    type: section === undefined ? { kind: 'links' } : { kind: 'links', section },
  }
}

/** For which tickets the clauses of a kind are; for all where it is left out. */
export function plainScope(kind: ClauseKind): PlainShape<Condition, Condition> {
  return {
    ...condition(kind),
    type: { kind: 'condition' },
    without: new Map(),
    written: conditionText,
    speaksOf: (when) => ({ conditions: [when] }),
  }
}

function asWritten(shape: Shape<string>): Omit<PlainShape<string, undefined>, 'type'> {
  return { ...shape, without: undefined, written: (value) => value }
}

function several(what: string, shape: Shape<string>): Omit<PlainShape<readonly string[], readonly string[]>, 'type'> {
  return { ...distinct(oneOrMore(what, shape)), without: [], written: (values) => values.join(', ') }
}
