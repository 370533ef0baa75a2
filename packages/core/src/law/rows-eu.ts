import type { LawRow } from './law-row.ts'

const CONSUMER_RIGHTS = 'Directive 2011/83/EU on consumer rights'
const PAYMENTS = 'Directive (EU) 2015/2366 on payment services'
const NOTED = '2026-11-22'
const READ = '2026-11-23'

export const EU_ROWS: readonly LawRow[] = [
  {
    id: 'EU-1',
    jurisdiction: 'EU',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Directive 2011/83/EU, article 9: who bought at a distance or away from the shop may withdraw within 14 days, goods from possession, services from the contract.',
    place: { instrument: CONSUMER_RIGHTS, article: 'article 9(1) and (2)' },
    age: { matter: 'withdrawal', within: { count: 14, unit: 'day' } },
    source: {
      name: 'legislation.gov.uk, article 9 as adopted',
      url: 'https://legislation.gov.uk/eudr/2011/83/article/9/adopted/data.html',
    },
    read: READ,
    status: 'V',
    note: 'A right of the customer, no clock of the company: remedies are compared with it. The article says “days”, and not which; the day of the purchase is not counted.',
  },
  {
    id: 'EU-1b',
    jurisdiction: 'EU',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Directive 2011/83/EU, article 13: the money is back within 14 days after the withdrawal. Article 10: who was not told of the right has 12 months more.',
    place: { instrument: CONSUMER_RIGHTS, article: 'article 13 (14 days), article 10 (12 months)' },
    limit: {
      matter: 'withdrawal',
      from: 'withdrawn',
      until: 'refunded',
      within: { count: 14, unit: 'day' },
      days: 'not-said',
    },
    source: { name: 'dixa' },
    read: NOTED,
    status: 'S',
    note: 'Article 13 itself could not be read.',
  },
  {
    id: 'EU-2',
    jurisdiction: 'EU',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Directive (EU) 2023/2673: contracts concluded online have a function by which one withdraws, from 19 June 2026.',
    place: {
      instrument: `${CONSUMER_RIGHTS}, as changed by Directive (EU) 2023/2673`,
      article: 'article 11a of Directive 2011/83/EU',
    },
    source: {
      name: 'mondaq.com, EU withdrawal buttons required for consumer online contracts; dixa',
      url: 'https://www.mondaq.com/uk/dodd-frank-consumer-protection-act/1799028/eu-withdrawal-buttons-required-for-consumer-online-contracts-from-june-19-2026are-you-ready',
    },
    read: READ,
    status: 'S',
  },
  {
    id: 'EU-4',
    jurisdiction: 'EU',
    sectors: ['consumer'],
    kind: 'legal-minimum',
    says: 'Directive (EU) 2019/771, article 10: the seller of goods is liable for 2 years from delivery, for contracts from 1 January 2022.',
    place: { instrument: 'Directive (EU) 2019/771 on contracts for the sale of goods', article: 'article 10' },
    age: { matter: 'defect', within: { count: 24, unit: 'month' } },
    source: {
      name: 'legal500.com, Implementation of the Sale of Goods Directive; an earlier article there restating article 10',
      url: 'https://legal500.com/developments/thought-leadership/implementation-of-the-sale-of-goods-directive-in-eu-member-states',
    },
    read: READ,
    status: 'S',
    note: 'National terms can be longer. For how long a defect is presumed to have been there (article 11) was not read.',
  },
  {
    id: 'EU-5',
    jurisdiction: 'EU',
    sectors: ['payments'],
    kind: 'legal-minimum',
    says: 'Directive (EU) 2015/2366, article 101: a complaint is answered within 15 working days, on a durable medium, naming a dispute body.',
    place: { instrument: PAYMENTS, article: 'article 101(2)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 15, unit: 'working-day' },
      days: 'working',
    },
    source: {
      name: 'wordscope.be, quoting article 101(2); betterregulation, haufe',
      url: 'https://wordscope.be/anglais/francais/reasonable+user.html',
    },
    read: READ,
    status: 'V',
    note: 'The paragraph speaks of paper, or of another durable medium where that was agreed.',
  },
  {
    id: 'EU-5b',
    jurisdiction: 'EU',
    sectors: ['payments'],
    kind: 'legal-minimum',
    says: 'Directive (EU) 2015/2366, article 101: where that cannot be for reasons outside the company, a holding reply says why, and the final one comes within 35 working days.',
    place: { instrument: PAYMENTS, article: 'article 101(2)' },
    limit: {
      matter: 'exceptional-complaint',
      from: 'received',
      until: 'answered',
      within: { count: 35, unit: 'working-day' },
      days: 'working',
    },
    source: {
      name: 'betterregulation and haufe, quoting article 101; wordscope.be, quoting the French text of article 101(2)',
      url: 'https://wordscope.be/anglais/francais/reasonable+user.html',
    },
    read: READ,
    status: 'S',
    note: 'The 35 were not found in the English text. The French one as quoted has “trente-cinq jours ouvrables supplémentaires”, which can be read as 35 more; the shorter time is compared.',
  },
  {
    id: 'EU-6',
    jurisdiction: 'EU',
    sectors: ['online-platform'],
    kind: 'legal-minimum',
    says: 'Digital Services Act: complaints of a decision are taken without charge for at least 6 months (article 20); the point of contact is not a machine alone (article 12).',
    place: {
      instrument: 'Regulation (EU) 2022/2065 (Digital Services Act)',
      article: 'article 20(1) and (2) (6 months), article 12(1) (point of contact)',
    },
    source: {
      name: 'codeliance.com, the texts of articles 12 and 20',
      url: 'https://app.codeliance.com/regulations/dsa/article/20',
    },
    read: READ,
    status: 'V',
  },
]
