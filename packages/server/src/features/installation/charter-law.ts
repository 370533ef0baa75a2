import type { Jurisdiction } from '@avow/core'

/** Whose law a company of a country lives under, by the packs that there are: its country's own, and the Union's. */
const JURISDICTIONS_OF: Readonly<Record<string, readonly Jurisdiction[]>> = {
  AT: ['EU'],
  BE: ['EU'],
  CY: ['EU'],
  CZ: ['EU'],
  DE: ['EU'],
  ES: ['ES', 'EU'],
  FR: ['EU'],
  GR: ['GR', 'EU'],
  IT: ['IT', 'EU'],
  PL: ['PL', 'EU'],
  PT: ['EU'],
}

/** Whose law a charter to begin with lives under, by the country whose holidays it keeps (ISO 3166); none where no country was chosen: nobody's law is guessed. */
export function jurisdictionsOf(country: string): readonly Jurisdiction[] {
  return JURISDICTIONS_OF[country] ?? []
}
