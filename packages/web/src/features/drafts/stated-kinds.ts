import { STATED_KINDS as KINDS, SECTION_OF_KIND } from '@avow/core'

export type { StatedKind } from '@avow/core'

/** The kinds of clauses that no ticket is judged by, with the section of each. */
export const STATED_KINDS = KINDS.map((kind) => ({ kind, section: SECTION_OF_KIND[kind] }))
