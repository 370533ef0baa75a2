import type { LawRow } from './law-row.ts'

export const BR_ROWS: readonly LawRow[] = [
  {
    id: 'BR-1',
    jurisdiction: 'BR',
    sectors: ['regulated-service'],
    says: 'Decreto 11.034/2022: a demand is answered within 7 calendar days. One channel is open round the clock, a person answers calls at least 8 hours a day, the first menu offers complaint and cancelling.',
    limit: { matter: 'complaint', from: 'received', until: 'answered', within: { count: 7, unit: 'day' } },
    source: { name: 'Decreto 11.034/2022, text and summaries' },
    read: '2026-11-22',
    status: 'V',
    note: 'What it says of menus, adverts, repeated questions and recordings is not compared.',
  },
]
