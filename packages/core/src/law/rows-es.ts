import type { LawRow, Sector } from './law-row.ts'

const SECTORS: readonly Sector[] = ['energy', 'water', 'transport', 'post', 'telecom', 'finance', 'large-company']
const SOURCE = {
  name: 'Ley 10/2025 (BOE 27-12-2025), as told by legaltoday, Uría, notariosyregistradores, codigo-civil.es',
}
const READ = '2026-11-22'
const NOTE =
  'Firms comply by 28 December 2026. A large company has 250 people or more, a turnover above 50 million euro or a balance above 43 million; telecommunications and finance are bound where their own law is silent.'

export const ES_ROWS: readonly LawRow[] = [
  {
    id: 'ES-1',
    jurisdiction: 'ES',
    sectors: SECTORS,
    says: 'Ley 10/2025, article 8: of the calls and requests for a person 95 % are answered, within 3 minutes on average; who asks for a person gets one.',
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
    says: 'Ley 10/2025, article 17: a complaint is settled within 15 working days; each has a key by which it can be followed.',
    limit: { matter: 'complaint', from: 'received', until: 'resolved', within: { count: 15, unit: 'working-day' } },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: NOTE,
  },
  {
    id: 'ES-2b',
    jurisdiction: 'ES',
    sectors: SECTORS,
    says: 'Ley 10/2025: a complaint of a wrongful charge is settled within 5 days.',
    limit: { matter: 'wrongful-charge', from: 'received', until: 'resolved', within: { count: 5, unit: 'day' } },
    source: SOURCE,
    read: READ,
    status: 'S',
    note: `The sources do not say which days; calendar days are taken. ${NOTE}`,
  },
]
