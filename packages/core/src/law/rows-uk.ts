import type { LawRow } from './law-row.ts'

const FCA = { name: 'handbook.fca.org.uk, DISP 1.5 and 1.6 (view of 1 June 2026)', url: 'https://handbook.fca.org.uk' }
const READ = '2026-11-22'

export const UK_ROWS: readonly LawRow[] = [
  {
    id: 'UK-F1',
    jurisdiction: 'UK',
    sectors: ['finance'],
    says: 'DISP 1.6: a complaint gets a prompt written acknowledgement that says which deadline applies, and a final or holding response within 8 weeks.',
    limit: { matter: 'complaint', from: 'received', until: 'replied', within: { count: 8, unit: 'week' } },
    source: FCA,
    read: READ,
    status: 'V',
    consequence: { kind: 'dispute-body' },
  },
  {
    id: 'UK-F2',
    jurisdiction: 'UK',
    sectors: ['payments'],
    says: 'DISP 1.6: a complaint about payments or electronic money gets its final response within 15 working days.',
    limit: { matter: 'complaint', from: 'received', until: 'answered', within: { count: 15, unit: 'working-day' } },
    source: FCA,
    read: READ,
    status: 'V',
  },
  {
    id: 'UK-F2b',
    jurisdiction: 'UK',
    sectors: ['payments'],
    says: 'DISP 1.6: in exceptional circumstances a holding response comes within 15 working days and the final one within 35.',
    limit: {
      matter: 'exceptional-complaint',
      from: 'received',
      until: 'answered',
      within: { count: 35, unit: 'working-day' },
    },
    source: FCA,
    read: READ,
    status: 'V',
  },
  {
    id: 'UK-F3',
    jurisdiction: 'UK',
    sectors: ['finance'],
    says: 'DISP 1.5: what is settled by the close of the third working day after receipt is outside the time limits and needs a summary of how it was settled.',
    source: FCA,
    read: READ,
    status: 'V',
    note: 'Eases the other rows; nothing is compared with it.',
  },
  {
    id: 'UK-T1',
    jurisdiction: 'UK',
    sectors: ['telecom'],
    says: 'After 6 weeks (8 until 8 April 2026), or at deadlock, the customer may go to a dispute body.',
    source: { name: 'Ofcom release on wired-gov, 9 July 2025' },
    read: READ,
    status: 'V',
    consequence: { kind: 'dispute-body' },
    note: 'It opens a way for the customer and forbids no longer promise, so none is compared with it.',
  },
]
