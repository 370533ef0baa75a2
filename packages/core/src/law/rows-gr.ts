import type { LawRow } from './law-row.ts'

const READ = '2026-11-22'

export const GR_ROWS: readonly LawRow[] = [
  {
    id: 'GR-1',
    jurisdiction: 'GR',
    sectors: 'any',
    says: 'Code of Consumer Ethics, PD 10/2017: binding, watched by the Consumer Ombudsman.',
    source: { name: 'businessnews.gr', url: 'https://www.businessnews.gr' },
    read: READ,
    status: 'V',
    note: 'That it exists was read; its deadlines were not.',
  },
  {
    id: 'GR-2',
    jurisdiction: 'GR',
    sectors: ['telecom'],
    says: 'EETT 1032/6 (ΦΕΚ Β 3242/24-06-2022): each complaint to the provider gets a unique number, without which the authority takes none.',
    source: { name: 'far-west.gr, gerontidislaw.gr, en.mitos.gov.gr', url: 'https://en.mitos.gov.gr' },
    read: READ,
    status: 'V',
    note: 'Its deadlines were not read.',
  },
  {
    id: 'GR-3',
    jurisdiction: 'GR',
    sectors: ['public-enterprise'],
    says: 'Public enterprises publish a Χάρτης Υποχρεώσεων towards consumers.',
    source: { name: 'docplayer.gr, yme.gr', url: 'https://www.yme.gr' },
    read: READ,
    status: 'V',
    note: 'A historic example: the post’s charter of 2007 promised a reply to a letter within 10 days. No number that binds was read.',
  },
]
