import type { Grant } from '@avow/contract'

/** What the list of remedies shows, in the order of its tabs. */
export const GRANT_TABS = ['asked', 'granted', 'done', 'refused', 'exceptions'] as const
export type GrantTab = (typeof GRANT_TABS)[number]

/** Where the list opens that was asked for without naming a tab: at the first that has something. */
export function firstTab(counts: Readonly<Partial<Record<Grant['state'] | 'exceptions', number>>>): GrantTab {
  return GRANT_TABS.find((tab) => (counts[tab] ?? 0) > 0) ?? 'asked'
}

/** The tab that an address names. */
export function readGrantState({ state }: Readonly<Record<string, unknown>>): { readonly state?: GrantTab } {
  const found = GRANT_TABS.find((tab) => tab === state)
  return found === undefined ? {} : { state: found }
}
