/** What a provider sent somebody back with; `workspace`: where they began, as the state says. */
export interface ComeBack {
  readonly state: string
  /** Undefined: they did not consent. */
  readonly code: string | undefined
  readonly workspace: string | undefined
  /** All of it, to be taken along. */
  readonly search: string
}

/** Reads it from the address of the page. What is no name of a workspace is none. */
export function readComeBack(search = location.search): ComeBack {
  const query = new URLSearchParams(search)
  const state = query.get('state') ?? ''
  return { search, state, code: query.get('code') ?? undefined, workspace: /^([a-z0-9-]+)\./.exec(state)?.[1] }
}
