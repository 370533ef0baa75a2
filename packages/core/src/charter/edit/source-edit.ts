import type { PlainValue } from './plain-value.ts'

/** Steps into a charter: names of fields, places in lists (from 0), or in lists of clauses the clause's id. */
export type EditPath = readonly (string | number)[]

/** One change of a charter as people make it. */
export type SourceEdit =
  /** The field, or the item, becomes this; what is not there is added, with the maps around it. */
  | { readonly kind: 'set'; readonly path: EditPath; readonly value: PlainValue }
  | { readonly kind: 'remove'; readonly path: EditPath }
  /** A new item of the list at `path`, before the one that stands at `at` (from 0), or as the last. */
  | {
      readonly kind: 'insert'
      readonly path: EditPath
      readonly at: number
      readonly value: PlainValue
      /** Items that follow it. */
      readonly more?: readonly PlainValue[]
    }
  /** The item at `from` of the list at `path` then stands at `to`. */
  | { readonly kind: 'move'; readonly path: EditPath; readonly from: number; readonly to: number }
  /** The field keeps its value under another name. */
  | { readonly kind: 'rename'; readonly path: EditPath; readonly to: string }
