import type { Field } from './fields.ts'
import type { PlainShape } from './plain-shapes.ts'

/** What is true of a field beside what it holds. */
interface FieldTraits {
  /** Whether everybody reads it, where the clause is for everybody. Texts always are. */
  readonly isPublic?: true
  /** Of a date or a number: what customers get when it is later or larger. Without any, the most. */
  readonly larger?: 'more' | 'less'
}

/** A field of a kind of clause. `Needed`: whether there is no clause without it. */
export interface PlainField<T = unknown, Needed extends boolean = boolean, Without = unknown>
  extends Field<T>,
    FieldTraits {
  readonly required: Needed
  readonly shape: PlainShape<T, Without>
}

export function needed<T, Without>(
  says: string,
  shape: PlainShape<T, Without>,
  traits: FieldTraits = {},
): PlainField<T, true, Without> {
  return { says, shape, required: true, ...traits }
}

export function optional<T, Without>(
  says: string,
  shape: PlainShape<T, Without>,
  traits: FieldTraits = {},
): PlainField<T, false, Without> {
  return { says, shape, required: false, ...traits }
}

/** Fields by the names that charters write. */
export type PlainFields = Readonly<Record<string, PlainField>>
