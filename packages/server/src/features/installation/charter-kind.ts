/** Charters to begin with, by kind of business: the names of the files in charters/start/, those that most look for first. */
export const CHARTER_KINDS = [
  'shop',
  'software',
  'provider',
  'telecom',
  'travel',
  'bank',
  'hotel',
  'parcels',
  'public-office',
] as const

/** The charter of whoever begins from scratch: of no kind of business. */
export const SCRATCH = 'scratch'

/** Every file in charters/start/. */
export const CHARTER_TEMPLATES = [...CHARTER_KINDS, SCRATCH] as const
export type CharterTemplate = (typeof CHARTER_TEMPLATES)[number]
