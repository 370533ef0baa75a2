import type { LawRow } from './law-row.ts'

const INSTRUMENT =
  'Unreserved Postal Services Regulations, 2020, under the Postal Services Act, 1998 (Act No. 124 of 1998)'
const SOURCE = {
  name: 'acts.co.za, Unreserved Postal Services Regulations, regulation 6',
  url: 'https://source.acts.co.za/postal-services-act-1998/n381_6__customer_complaints_pr.php',
}
const READ = '2026-11-23'
const NOTE = 'It is what the complaints procedure of an operator of unreserved postal services must include.'

export const ZA_ROWS: readonly LawRow[] = [
  {
    id: 'ZA-1',
    jurisdiction: 'ZA',
    sectors: ['post'],
    kind: 'legal-minimum',
    says: 'A complaint is acknowledged within 3 days; records are kept for 5 years.',
    place: { instrument: INSTRUMENT, article: 'regulation 6(b) (3 days), 6(e) (records)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'acknowledged',
      within: { count: 3, unit: 'day' },
      days: 'not-said',
    },
    source: SOURCE,
    read: READ,
    status: 'V',
    note: NOTE,
  },
  {
    id: 'ZA-1b',
    jurisdiction: 'ZA',
    sectors: ['post'],
    kind: 'legal-minimum',
    says: 'A complaint is settled within 15 days.',
    place: { instrument: INSTRUMENT, article: 'regulation 6(c)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'resolved',
      within: { count: 15, unit: 'day' },
      days: 'not-said',
    },
    source: SOURCE,
    read: READ,
    status: 'V',
    note: NOTE,
  },
]
