/** What the list of remedies shows, in the order of its tabs; `asked` where the address names none. */
export const GRANT_TABS = ['asked', 'granted', 'done', 'refused'] as const
export type GrantTab = (typeof GRANT_TABS)[number]

/** The tab that an address names. */
export function readGrantState({ state }: Readonly<Record<string, unknown>>): { readonly state?: GrantTab } {
  const found = GRANT_TABS.find((tab) => tab === state)
  return found === undefined ? {} : { state: found }
}
