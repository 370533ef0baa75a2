import type { EditPath } from '@avow/core'
import type { StatedKind } from './stated-kinds.ts'

/** How a field is filled in. */
export type FieldForm =
  | { readonly kind: 'text' | 'words' | 'date' | 'position' | 'calendar' | 'language' | 'measure' }
  /** Words of the format; `said` begins the names of their messages. */
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly said: string }
  /** One clause of a section. */
  | { readonly kind: 'link'; readonly section: string }
  /** Several clauses: of a section, or of any. */
  | { readonly kind: 'links'; readonly section?: string }

/** A field of a clause that is filled in beside its label. */
export interface ClauseField {
  readonly name: string
  readonly form: FieldForm
  /** Without it the clause is none. */
  readonly isNeeded?: true
  /** Where it stands in the clause; under its name where left out. */
  readonly at?: EditPath
  /** The field without which it says nothing. */
  readonly within?: string
}

/** What every clause may say of itself. */
export const COMMON_FIELDS: readonly ClauseField[] = [
  { name: 'owner', form: { kind: 'position' } },
  { name: 'objective', form: { kind: 'link', section: 'objectives' } },
  { name: 'review', form: { kind: 'date' } },
]

interface KindForm {
  readonly hasAudience: boolean
  /** Whether it is nothing without its sentence. */
  readonly isSaid?: true
  /** Whether it says for which tickets it is. */
  readonly hasScope?: true
  /** Texts of its own beside the sentence and the reason. */
  readonly texts?: readonly string[]
  readonly fields: readonly ClauseField[]
}

const CHANNEL_STATES = ['planned', 'pilot', 'open', 'retiring']

/** What is filled in of each kind, in the order in which it is shown; its sentence, its reason and its rows beside. */
export const STATED_FORMS: Readonly<Record<StatedKind, KindForm>> = {
  value: { hasAudience: true, isSaid: true, fields: [{ name: 'shown by', form: { kind: 'links' } }] },
  objective: {
    hasAudience: true,
    isSaid: true,
    fields: [
      { name: 'measure', form: { kind: 'measure' }, isNeeded: true },
      { name: 'target', form: { kind: 'text' }, isNeeded: true },
      { name: 'by', form: { kind: 'date' }, isNeeded: true },
      { name: 'value', form: { kind: 'link', section: 'values' } },
      { name: 'stretch', form: { kind: 'text' } },
      { name: 'baseline', form: { kind: 'text' } },
    ],
  },
  crisis: {
    hasAudience: false,
    isSaid: true,
    fields: [
      { name: 'from', form: { kind: 'text' }, isNeeded: true },
      { name: 'until', form: { kind: 'text' }, isNeeded: true },
    ],
  },
  exclusion: { hasAudience: true, isSaid: true, hasScope: true, texts: ['instead'], fields: [] },
  channel: {
    hasAudience: true,
    fields: [
      { name: 'channel', form: { kind: 'text' }, isNeeded: true },
      { name: 'state', form: { kind: 'choice', values: CHANNEL_STATES, said: 'channel' }, isNeeded: true },
      { name: 'from', form: { kind: 'date' } },
      { name: 'until', form: { kind: 'date' } },
      { name: 'hours', form: { kind: 'calendar' } },
      { name: 'address', form: { kind: 'text' } },
      {
        name: 'after hours',
        form: { kind: 'choice', values: ['bot', 'message', 'nobody'], said: 'after-hours' },
        at: ['after hours', 'answers'],
      },
      { name: 'person', form: { kind: 'text' }, at: ['after hours', 'person'], within: 'after hours' },
      {
        name: 'through',
        form: { kind: 'link', section: 'channels' },
        at: ['after hours', 'through'],
        within: 'after hours',
      },
      { name: 'moves to', form: { kind: 'link', section: 'channels' } },
    ],
  },
  procedure: {
    hasAudience: true,
    hasScope: true,
    fields: [{ name: 'standards', form: { kind: 'links', section: 'promises' } }],
  },
  routing: { hasAudience: false, hasScope: true, fields: [] },
  agreement: {
    hasAudience: false,
    hasScope: true,
    fields: [
      { name: 'team', form: { kind: 'text' } },
      { name: 'supplier', form: { kind: 'text' } },
      { name: 'for', form: { kind: 'links', section: 'promises' }, isNeeded: true },
    ],
  },
  tone: {
    hasAudience: false,
    fields: [
      { name: 'language', form: { kind: 'language' }, isNeeded: true },
      { name: 'address', form: { kind: 'text' } },
      { name: 'never', form: { kind: 'words' } },
      { name: 'instead', form: { kind: 'text' } },
      { name: 'needs', form: { kind: 'words' } },
    ],
  },
}
