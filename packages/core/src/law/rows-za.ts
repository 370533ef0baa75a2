import type { LawRow } from './law-row.ts'

const SOURCE = { name: 'acts.co.za', url: 'https://www.acts.co.za' }
const READ = '2026-11-22'

export const ZA_ROWS: readonly LawRow[] = [
  {
    id: 'ZA-1',
    jurisdiction: 'ZA',
    sectors: ['post'],
    says: 'A complaint is acknowledged within 3 days; records are kept for 5 years.',
    limit: { matter: 'complaint', from: 'received', until: 'acknowledged', within: { count: 3, unit: 'day' } },
    source: SOURCE,
    read: READ,
    status: 'V',
  },
  {
    id: 'ZA-1b',
    jurisdiction: 'ZA',
    sectors: ['post'],
    says: 'A complaint is settled within 15 days.',
    limit: { matter: 'complaint', from: 'received', until: 'resolved', within: { count: 15, unit: 'day' } },
    source: SOURCE,
    read: READ,
    status: 'V',
  },
]
