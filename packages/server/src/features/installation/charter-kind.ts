/** Charters to begin with, by kind of business: the names of the files in charters/start/. */
export const CHARTER_KINDS = ['shop', 'software', 'provider', 'public-office'] as const
export type CharterKind = (typeof CHARTER_KINDS)[number]
