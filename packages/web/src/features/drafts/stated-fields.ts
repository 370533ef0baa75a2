import {
  COMMON_FIELDS as COMMON,
  declaredOf,
  type EditPath,
  type FieldType,
  isPlainKind,
  type PlainField,
  type PlainKind,
} from '@avow/core'
import type { StatedKind } from './stated-kinds.ts'

/** How a field is filled in. */
export type FieldForm = FieldType | { readonly kind: 'calendar' | 'measure' }

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

/** Of the kinds that are more than a table of fields. */
const OWN_FORMS: Readonly<Record<Exclude<StatedKind, PlainKind>, KindForm>> = {
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
}

/** What every clause may say of itself. */
export const COMMON_FIELDS: readonly ClauseField[] = fieldsIn(COMMON)

/** What is filled in of a kind, in the order in which it is shown; its sentence, its reason and its rows beside. */
export function formOf(kind: StatedKind): KindForm {
  if (!isPlainKind(kind)) return OWN_FORMS[kind]
  const { hasAudience, fields } = declaredOf(kind)
  const are = (type: 'condition' | 'texts') =>
    Object.keys(fields).filter((name) => name !== 'says' && fields[name]?.shape.type.kind === type)
  return {
    hasAudience,
    ...(fields['says']?.required ? { isSaid: true } : {}),
    ...(are('condition').length > 0 ? { hasScope: true } : {}),
    texts: are('texts'),
    fields: fieldsIn(fields),
  }
}

/** Those that are filled in beside their labels. */
function fieldsIn(declared: Readonly<Record<string, PlainField>>): readonly ClauseField[] {
  return Object.entries(declared).flatMap(([name, { required, shape }]) => {
    const { type } = shape
    if (type.kind === 'condition' || type.kind === 'texts') return []
    return [{ name, form: type, ...(required ? { isNeeded: true } : {}) }]
  })
}
