import type { LawRow } from './law-row.ts'

const DISP = 'FCA Handbook, Dispute Resolution: Complaints sourcebook (DISP)'
const FCA = {
  name: 'handbook.fca.org.uk, DISP 1.6 (view of 1 June 2026)',
  url: 'https://handbook.fca.org.uk/handbook/disp1/disp1s6?date=01-06-2026&timeline=true',
}
const READ = '2026-11-23'

export const UK_ROWS: readonly LawRow[] = [
  {
    id: 'UK-F1',
    jurisdiction: 'UK',
    sectors: ['finance'],
    kind: 'legal-minimum',
    says: 'DISP 1.6: a complaint gets a prompt written acknowledgement that says which deadline applies, and a final or holding response within 8 weeks.',
    place: { instrument: DISP, article: 'DISP 1.6.1R (acknowledgement), DISP 1.6.2R (8 weeks)' },
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
    kind: 'legal-minimum',
    says: 'DISP 1.6: a complaint about payments or electronic money gets its final response within 15 working days.',
    place: { instrument: DISP, article: 'DISP 1.6.2AR(1)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 15, unit: 'working-day' },
      days: 'working',
    },
    source: FCA,
    read: READ,
    status: 'V',
  },
  {
    id: 'UK-F2b',
    jurisdiction: 'UK',
    sectors: ['payments'],
    kind: 'legal-minimum',
    says: 'DISP 1.6: in exceptional circumstances a holding response comes within 15 working days and the final one within 35.',
    place: { instrument: DISP, article: 'DISP 1.6.2AR(2)' },
    limit: {
      matter: 'exceptional-complaint',
      from: 'received',
      until: 'answered',
      within: { count: 35, unit: 'working-day' },
      days: 'working',
    },
    source: FCA,
    read: READ,
    status: 'V',
  },
  {
    id: 'UK-F3',
    jurisdiction: 'UK',
    sectors: ['finance'],
    kind: 'legal-minimum',
    says: 'DISP 1.5: what is settled by the close of the third working day after receipt is outside the time limits and needs a summary of how it was settled.',
    place: { instrument: DISP, article: 'DISP 1.5.1R (third working day), DISP 1.5.4R (summary)' },
    source: {
      name: 'handbook.fca.org.uk, DISP 1.5 (view of 27 February 2024)',
      url: 'https://handbook.fca.org.uk/handbook/DISP/1/5.html?date=2024-02-27',
    },
    read: READ,
    status: 'V',
    note: 'Eases the other rows; nothing is compared with it.',
  },
  {
    id: 'UK-T1',
    jurisdiction: 'UK',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'After 6 weeks (8 until 8 April 2026), or at deadlock, the customer may go to a dispute body.',
    place: {
      instrument: 'Ofcom General Conditions, condition C4, with the Ofcom Approved Complaints Code in its annex',
      notLookedUp: 'article not looked up',
    },
    source: {
      name: 'Ofcom release as reprinted by wired-gov.net, 9 July 2025',
      url: 'https://www.wired-gov.net/wg/news.nsf/articles/quicker+complaints+resolution+for+telecoms+customers+under+new+ofcom+rules+09072025101500?open',
    },
    read: READ,
    status: 'S',
    consequence: { kind: 'dispute-body' },
    note: 'It opens a way for the customer and forbids no longer promise, so none is compared with it. In the Code itself the 6 weeks were not read.',
  },
]
