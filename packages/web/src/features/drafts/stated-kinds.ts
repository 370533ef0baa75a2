import type { ClauseView } from '@avow/contract'

/** The kinds of clauses that no ticket is judged by, with the section of each. */
export const STATED_KINDS = [
  { kind: 'value', section: 'values' },
  { kind: 'objective', section: 'objectives' },
  { kind: 'exclusion', section: 'exclusions' },
  { kind: 'channel', section: 'channels' },
  { kind: 'procedure', section: 'procedures' },
  { kind: 'routing', section: 'routing' },
  { kind: 'agreement', section: 'agreements' },
  { kind: 'tone', section: 'tone' },
] as const satisfies readonly { readonly kind: ClauseView['kind']; readonly section: string }[]

export type StatedKind = (typeof STATED_KINDS)[number]['kind']
