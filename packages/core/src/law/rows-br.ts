import type { LawRow } from './law-row.ts'

export const BR_ROWS: readonly LawRow[] = [
  {
    id: 'BR-1',
    jurisdiction: 'BR',
    sectors: ['regulated-service'],
    kind: 'legal-minimum',
    says: 'Decreto 11.034/2022: a demand is answered within 7 calendar days. One channel is open round the clock, a person answers calls at least 8 hours a day, the first menu offers complaint and cancelling.',
    place: {
      instrument: 'Decreto nº 11.034, de 5 de abril de 2022',
      article: 'article 13 (7 days), article 4 (round the clock)',
    },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 7, unit: 'day' },
      days: 'calendar',
    },
    source: {
      name: 'omossoroense.com.br, reprinting Migalhas (article 13); asmetro.org.br, the decree’s text (read up to article 4)',
      url: 'https://www.omossoroense.com.br/decreto-regulamenta-servico-de-atendimento-ao-consumidor/',
    },
    read: '2026-11-23',
    status: 'S',
    note: 'In the decree’s own text article 13 could not be read. What it says of menus, adverts, repeated questions and recordings is not compared.',
  },
]
