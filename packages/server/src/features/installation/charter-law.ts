import type { Jurisdiction, Matter, PlainValue, Sector } from '@avow/core'
import type { CharterKind } from './charter-kind.ts'

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

interface LawOfKind {
  readonly sector: Sector
  /** By which facts of the charter a ticket is what the law speaks of. */
  readonly matters: Readonly<Partial<Record<Matter, PlainValue>>>
}

const OF_KIND: Readonly<Record<CharterKind, LawOfKind>> = {
  shop: {
    sector: 'consumer',
    matters: {
      complaint: { reason: 'complaint' },
      withdrawal: { reason: 'change-of-mind' },
      defect: { reason: 'damaged' },
    },
  },
  software: { sector: 'consumer', matters: { complaint: { complaint: true } } },
  provider: { sector: 'consumer', matters: { complaint: { matter: 'complaint' } } },
  'public-office': { sector: 'public-service', matters: { complaint: { matter: 'complaint' } } },
}

/**
 * The law that a charter to begin with lives under, by the country whose holidays it keeps (ISO 3166) and its kind of business;
 * undefined where no country was chosen, or there is no pack of it: nobody's law is guessed.
 */
export function lawToBeginWith(kind: CharterKind, country: string): PlainValue | undefined {
  const jurisdictions = JURISDICTIONS_OF[country]
  if (jurisdictions === undefined) return undefined
  const { sector, matters } = OF_KIND[kind]
  return { jurisdictions: [...jurisdictions], sectors: [sector], holidays: 'office', matters: { ...matters } }
}
