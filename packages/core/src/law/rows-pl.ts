import type { LawRow } from './law-row.ts'

const READ = '2026-11-23'
const CONSUMER_ACT = 'Ustawa z dnia 30 maja 2014 r. o prawach konsumenta'
const FINANCE_ACT =
  'Ustawa z dnia 5 sierpnia 2015 r. o rozpatrywaniu reklamacji przez podmioty rynku finansowego i o Rzeczniku Finansowym (Dz.U. 2015 poz. 1348)'
const FINANCE = {
  name: 'The act as published in 2015, in a public copy (legalize-pl, DU/2015/1348); raportsa.pl',
  url: 'https://github.com/legalize-dev/legalize-pl/blob/43e09752636c07aa76ca74e72e919ac3981ca2ce/pl/DU-2015-1348.md',
}
const FINANCE_NOTE =
  'Read in the text of 2015, which was changed since; the consolidated act was not read. Article 8: after that the complaint counts as settled as the client wished.'

export const PL_ROWS: readonly LawRow[] = [
  {
    id: 'PL-1',
    jurisdiction: 'PL',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Consumer rights act, article 7a: a complaint is answered within 14 calendar days from receipt, on a durable medium; silence means that it is accepted.',
    place: {
      instrument: `${CONSUMER_ACT}, as changed by the act of 4 November 2022 (Dz.U. 2022 poz. 2337)`,
      article: 'article 7a(1) (14 days), 7a(2) (silence), 7a(3) (durable medium)',
    },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 14, unit: 'day' },
      days: 'calendar',
      counts: 'arrived',
    },
    source: {
      name: 'The act of 4 November 2022, article 1(6), in a public copy (legalize-pl, DU/2022/2337); legalniewsieci.pl, quoting 7a(2) and (3); consumer pages of 2025',
      url: 'https://github.com/legalize-dev/legalize-pl/blob/bcab30909f17abddee3017d015d3453e62e9814c/pl/DU-2022-2337.md',
    },
    read: READ,
    status: 'S',
    consequence: { kind: 'deemed-accepted' },
    note: 'The act says “14 dni”; that they are calendar days was read on consumer pages. Before 1 January 2023 it was 30 days, beside 14 for warranty demands, and pages still mix the two. Look at the consolidated act before it blocks.',
  },
  {
    id: 'PL-2',
    jurisdiction: 'PL',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'A complaint about a telecommunications service is answered within 30 days; sending in time suffices.',
    place: {
      instrument: 'Ustawa z dnia 12 lipca 2024 r. – Prawo komunikacji elektronicznej (Dz.U. 2024 poz. 1221)',
      article: 'article 378(5)',
    },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 30, unit: 'day' },
      days: 'not-said',
      counts: 'sent',
    },
    source: {
      name: 'The act as published in 2024, in a public copy (legalize-pl, DU/2024/1221); for the former act cik.uke.gov.pl',
      url: 'https://github.com/legalize-dev/legalize-pl/blob/d9e859873cee1de7f641da79b92846cf43b389e6/pl/DU-2024-1221.md',
    },
    read: READ,
    status: 'S',
    note: 'Read in the text of 2024, which was changed since. The same paragraph: what is not dealt with in time counts as justified; that makes no task here.',
  },
  {
    id: 'PL-3',
    jurisdiction: 'PL',
    sectors: ['finance'],
    kind: 'legal-minimum',
    says: 'Act of 5 August 2015: a complaint is answered within 30 days; sending in time suffices.',
    place: { instrument: FINANCE_ACT, article: 'article 6' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 30, unit: 'day' },
      days: 'not-said',
      counts: 'sent',
    },
    source: FINANCE,
    read: READ,
    status: 'S',
    note: `By e-mail only where the client asked for it (article 5(2)). What holds for payments was not read. ${FINANCE_NOTE}`,
  },
  {
    id: 'PL-3b',
    jurisdiction: 'PL',
    sectors: ['finance'],
    kind: 'legal-minimum',
    says: 'Act of 5 August 2015: in a complex case a complaint is answered within 60 days, with the reasons told.',
    place: { instrument: FINANCE_ACT, article: 'article 7(3)' },
    limit: {
      matter: 'exceptional-complaint',
      from: 'received',
      until: 'answered',
      within: { count: 60, unit: 'day' },
      days: 'not-said',
      counts: 'sent',
    },
    source: FINANCE,
    read: READ,
    status: 'S',
    note: FINANCE_NOTE,
  },
  {
    id: 'PL-4',
    jurisdiction: 'PL',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Who bought at an unasked visit or on an excursion may withdraw within 30 days.',
    place: {
      instrument: `${CONSUMER_ACT}, as changed by the act published as Dz.U. 2022 poz. 2581`,
      article: 'article 27(2)',
    },
    source: {
      name: 'The changing act, article 1(15), in a public copy (legalize-pl, DU/2022/2581); lawinbusiness.ostrowski',
      url: 'https://github.com/legalize-dev/legalize-pl/blob/68351b52feb93185b94299b12fc778bd9984199b/pl/DU-2022-2581.md',
    },
    read: READ,
    status: 'S',
    note: 'A right of the customer, no clock of the company. The consolidated act was not read.',
  },
]
