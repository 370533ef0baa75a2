export const OUTCOMES = ['ticketed', 'appended', 'suppressed', 'quarantined'] as const
export type Outcome = (typeof OUTCOMES)[number]
