import type { LawRow } from './law-row.ts'

const READ = '2026-11-22'

export const SA_ROWS: readonly LawRow[] = [
  {
    id: 'SA-1',
    jurisdiction: 'SA',
    sectors: ['telecom'],
    says: 'The provider treats a complaint within 5 days; then the customer may take it to the authority within 180 days. Nothing is cut off and no disputed sum collected meanwhile.',
    limit: { matter: 'complaint', from: 'received', until: 'resolved', within: { count: 5, unit: 'day' } },
    source: { name: 'cst.gov.sa', url: 'https://www.cst.gov.sa' },
    read: READ,
    status: 'V',
    consequence: { kind: 'dispute-body' },
  },
  {
    id: 'SA-2',
    jurisdiction: 'SA',
    sectors: ['banking'],
    says: 'Any expression of dissatisfaction is a complaint, justified or not; the customer gets a reference number and a deadline.',
    source: { name: 'rulebook.sama.gov.sa', url: 'https://rulebook.sama.gov.sa' },
    read: READ,
    status: 'V',
    note: 'The definition was read. The shares that one weak source names (85 % handled, 95 % in time) are unclear and are left out.',
  },
]
