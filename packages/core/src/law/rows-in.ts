import type { LawRow } from './law-row.ts'

const SOURCE = { name: 'Hindu BusinessLine and others' }
const READ = '2026-11-22'

export const IN_ROWS: readonly LawRow[] = [
  {
    id: 'IN-1',
    jurisdiction: 'IN',
    sectors: ['e-commerce'],
    says: 'A grievance officer is named; a complaint is acknowledged within 48 hours, with a ticket number.',
    limit: { matter: 'complaint', from: 'received', until: 'acknowledged', within: { count: 48, unit: 'hour' } },
    source: SOURCE,
    read: READ,
    status: 'V',
  },
  {
    id: 'IN-1b',
    jurisdiction: 'IN',
    sectors: ['e-commerce'],
    says: 'A complaint is settled within 1 month.',
    limit: { matter: 'complaint', from: 'received', until: 'resolved', within: { count: 1, unit: 'month' } },
    source: SOURCE,
    read: READ,
    status: 'V',
  },
]
