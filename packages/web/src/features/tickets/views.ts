import type { ViewName } from '@avow/contract'

/** The views, in the order in which they are shown. */
export const VIEWS = ['mine', 'unassigned', 'at-risk', 'broken', 'all', 'solved'] as const satisfies readonly ViewName[]

/** A view named in an address; one that is not known is all that is open. */
export function readView(name: string): ViewName {
  return VIEWS.find((view) => view === name) ?? 'all'
}
