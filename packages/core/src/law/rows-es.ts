import type { LawRow, Sector } from './law-row.ts'

const SECTORS: readonly Sector[] = ['energy', 'water', 'transport', 'post', 'telecom', 'finance', 'large-company']
const LAW =
  'Ley 10/2025, de 26 de diciembre, por la que se regulan los servicios de atención a la clientela (BOE-A-2025-26698)'
const SOURCE = {
  name: 'The law’s text as a public copy of the BOE has it (legalize-es, BOE-A-2025-26698); told alike by Uría, notariosyregistradores, codigo-civil.es',
  url: 'https://github.com/legalize-dev/legalize-es/blob/ce6ed22223cc8529e6134f77ccf7e1b68a879a78/es/BOE-A-2025-26698.md',
}
const READ = '2026-11-23'
const NOTE =
  'Read in a copy, not in the BOE itself. Firms comply by 28 December 2026. A large company has 250 people or more, a turnover above 50 million euro or a balance above 43 million; telecommunications and finance are bound where their own law is silent.'

export const ES_ROWS: readonly LawRow[] = [
  {
    id: 'ES-1',
    jurisdiction: 'ES',
    sectors: SECTORS,
    kind: 'legal-minimum',
    says: 'Ley 10/2025, articles 8 and 10: of the calls and requests for a person 95 % are answered, within 3 minutes on average; who asks for a person gets one.',
    place: { instrument: LAW, article: 'article 8.2 (requests for a person), article 10.3 (calls)' },
    limit: {
      matter: 'call',
      from: 'called',
      until: 'picked-up',
      within: { count: 3, unit: 'minute' },
      share: 95,
      mean: true,
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: NOTE,
  },
  {
    id: 'ES-2',
    jurisdiction: 'ES',
    sectors: SECTORS,
    kind: 'legal-minimum',
    says: 'Ley 10/2025, article 17: a complaint is settled within 15 working days, unless the sector’s own law has another time; each has a key by which it can be followed.',
    place: { instrument: LAW, article: 'article 17.1 (15 working days), article 11 (the key)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'resolved',
      within: { count: 15, unit: 'working-day' },
      days: 'working',
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: `What concerns the continuity of a basic service is answered within 2 hours (article 17.2); that is not compared. ${NOTE}`,
  },
  {
    id: 'ES-2b',
    jurisdiction: 'ES',
    sectors: SECTORS,
    kind: 'legal-minimum',
    says: 'Ley 10/2025, article 17: a complaint about a bill or a wrongful charge is answered within 5 days.',
    place: { instrument: LAW, article: 'article 17.3' },
    limit: {
      matter: 'wrongful-charge',
      from: 'received',
      until: 'answered',
      within: { count: 5, unit: 'day' },
      days: 'not-said',
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: `The article says “cinco días” and not which, where its first paragraph says working days. ${NOTE}`,
  },
]
