import type { LawRow } from './law-row.ts'

const STANDARD = {
  instrument: 'Telecommunications (Consumer Complaints Handling) Industry Standard 2018',
  notLookedUp: 'article not looked up',
} as const
const ACMA = {
  name: 'acma.gov.au, How telcos must handle complaints',
  url: 'https://www.acma.gov.au/how-telcos-must-handle-complaints',
}
const READ = '2026-11-23'

export const AU_ROWS: readonly LawRow[] = [
  {
    id: 'AU-T1',
    jurisdiction: 'AU',
    sectors: ['telecom'],
    kind: 'industry-code',
    says: 'Telecommunications Consumer Protections Code C628:2019: waiting times are kept to a minimum, and matters settled at the first contact where that can be.',
    place: {
      instrument: 'Telecommunications Consumer Protections Code C628:2019',
      notLookedUp: 'article not looked up',
    },
    source: { name: 'ACMA report of 2019 quoting the Code', url: 'https://www.acma.gov.au' },
    read: '2026-11-22',
    status: 'S',
    note: 'No limit in numbers was found in any text, though one is often claimed. The Code itself was not read, only quoted in the report; the report’s own address was not noted, and the link leads to the authority’s front page.',
  },
  {
    id: 'AU-T2',
    jurisdiction: 'AU',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'Complaints Handling Standard 2018: an urgent complaint is settled within 2 working days.',
    place: STANDARD,
    limit: {
      matter: 'urgent-complaint',
      from: 'received',
      until: 'resolved',
      within: { count: 2, unit: 'working-day' },
      days: 'working',
    },
    source: ACMA,
    read: READ,
    status: 'V',
    note: 'Read on the authority’s page; which version of the Standard is in force was not confirmed.',
  },
  {
    id: 'AU-T2b',
    jurisdiction: 'AU',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'Complaints Handling Standard 2018: the customer is told within 10 working days how the complaint will be settled.',
    place: STANDARD,
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'explained',
      within: { count: 10, unit: 'working-day' },
      days: 'working',
    },
    source: ACMA,
    read: READ,
    status: 'V',
    note: 'Older versions of the page say 15. Which version of the Standard is in force was not confirmed.',
  },
  {
    id: 'AU-T2c',
    jurisdiction: 'AU',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'Complaints Handling Standard 2018: what was agreed is carried out within 5 working days after the agreement.',
    place: STANDARD,
    limit: {
      matter: 'complaint',
      from: 'agreed',
      until: 'carried-out',
      within: { count: 5, unit: 'working-day' },
      days: 'working',
    },
    source: ACMA,
    read: READ,
    status: 'V',
    note: 'Older versions of the page say 10. Which version of the Standard is in force was not confirmed.',
  },
  {
    id: 'AU-T3',
    jurisdiction: 'AU',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'A complaint is acknowledged at once by telephone or in person, else within 2 working days.',
    place: STANDARD,
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'acknowledged',
      within: { count: 2, unit: 'working-day' },
      days: 'working',
    },
    source: {
      name: 'acma.gov.au, New complaints-handling rules (of 2018); providers’ policies (gigacomm.net.au, smashpartner)',
      url: 'https://www.acma.gov.au/Industry/Telco/Infrastructure/The-NBN-and-industry/new-complaints-handling-rules-1',
    },
    read: READ,
    status: 'S',
    note: 'The authority’s page is of 2018 and has the 2 working days; that one acknowledges at once by telephone was read in policies only.',
  },
]
