import type { LawRow } from './law-row.ts'

const PLACE = {
  instrument: 'Consumer Protection (E-Commerce) Rules, 2020, G.S.R. 462(E) of 23 July 2020',
  notLookedUp: 'article not looked up',
} as const
const SOURCE = {
  name: 'Free Press Journal and Hindu BusinessLine, quoting the notification; vivrti.in for its number',
  url: 'https://www.freepressjournal.in/business/from-not-paying-a-cancellation-fee-to-more-customer-friendly-options-here-are-the-new-e-commerce-rules',
}
const READ = '2026-11-23'

export const IN_ROWS: readonly LawRow[] = [
  {
    id: 'IN-1',
    jurisdiction: 'IN',
    sectors: ['e-commerce'],
    kind: 'legal-minimum',
    says: 'A grievance officer is named; a complaint is acknowledged within 48 hours, with a ticket number.',
    place: PLACE,
    limit: { matter: 'complaint', from: 'received', until: 'acknowledged', within: { count: 48, unit: 'hour' } },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: 'Newspapers quote the rules; their own text was not found.',
  },
  {
    id: 'IN-1b',
    jurisdiction: 'IN',
    sectors: ['e-commerce'],
    kind: 'legal-minimum',
    says: 'A complaint is settled within 1 month.',
    place: PLACE,
    limit: { matter: 'complaint', from: 'received', until: 'resolved', within: { count: 1, unit: 'month' } },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: 'Newspapers quote the rules; their own text was not found.',
  },
]
