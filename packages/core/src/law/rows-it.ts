import type { LawConsequence, LawRow } from './law-row.ts'

const TIQV = {
  instrument: 'TIQV 2026, allegato A alla deliberazione ARERA 399/2025/R/com (with 477/2025), from 1 January 2026',
  notLookedUp: 'article not looked up',
} as const
const SOURCE = {
  name: 'quifinanza.it, 10 January 2026; Sky TG24, polesine24, telenord',
  url: 'https://quifinanza.it/info-utili/bollette-luce-gas-reclami-indennizzi-arera/952559/',
}
const NOTED = '2026-11-22'
const READ = '2026-11-23'
const INDEMNITY: LawConsequence = {
  kind: 'compensation',
  steps: [
    { times: 2, minor: 2500, currency: 'EUR' },
    { times: 3, minor: 5000, currency: 'EUR' },
    { minor: 7500, currency: 'EUR' },
  ],
}
const CONFLICT =
  'Sources disagree on the indemnity: 25, 50 and 75 euro (sorgenia, up to 2025; Sky TG24, for 2026: 25 to 75), or from 30 on (telenord, iusletter). Look it up before paying.'
const COVERED =
  'The indemnity is told for delay against “the standard”; that it covers this one was not read in the act itself.'

export const IT_ROWS: readonly LawRow[] = [
  {
    id: 'IT-1',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'TIQV 2026: a written complaint is answered within 30 calendar days, in 95 % of cases or more.',
    place: TIQV,
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 30, unit: 'day' },
      days: 'calendar',
      share: 95,
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    consequence: INDEMNITY,
    note: `quifinanza tells the 95 % of written requests for information and not of complaints: every complaint may have to be in time. ${CONFLICT}`,
  },
  {
    id: 'IT-1b',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'TIQV 2026: a bill is corrected within 60 days.',
    place: TIQV,
    limit: {
      matter: 'billing-correction',
      from: 'received',
      until: 'resolved',
      within: { count: 60, unit: 'day' },
      days: 'not-said',
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    consequence: INDEMNITY,
    note: `quifinanza and Sky TG24 tell it as the time for answering a complaint that calls for a correction. ${COVERED} ${CONFLICT}`,
  },
  {
    id: 'IT-1c',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'TIQV 2026: a bill of four months is corrected within 90 days.',
    place: TIQV,
    limit: {
      matter: 'billing-correction-four-monthly',
      from: 'received',
      until: 'resolved',
      within: { count: 90, unit: 'day' },
      days: 'not-said',
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    consequence: INDEMNITY,
    note: `quifinanza and Sky TG24 tell it as the time for answering a complaint that calls for a correction. ${COVERED} ${CONFLICT}`,
  },
  {
    id: 'IT-1d',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'TIQV 2026: what was billed twice is put right within 15 days.',
    place: TIQV,
    limit: {
      matter: 'double-billing',
      from: 'received',
      until: 'resolved',
      within: { count: 15, unit: 'day' },
      days: 'calendar',
    },
    source: SOURCE,
    read: READ,
    status: 'S',
    consequence: INDEMNITY,
    note: `${COVERED} ${CONFLICT}`,
  },
  {
    id: 'IT-2',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'An automatic indemnity by delay: 25 euro up to twice the time, 50 up to three times, 75 beyond.',
    place: TIQV,
    source: {
      name: 'sorgenia; Sky TG24, 12 January 2026; against it telenord and iusletter.com',
      url: 'https://tg24.sky.it/economia/2026/01/12/bollette-arera-bonus-sociale-luce-gas',
    },
    read: READ,
    status: 'S',
    note: CONFLICT,
  },
  {
    id: 'IT-3',
    jurisdiction: 'IT',
    sectors: ['energy'],
    kind: 'legal-minimum',
    says: 'Call centres of energy retailers: the mean wait is 180 seconds at most, 95 % of the time a line is free, 85 % of callers are served; who asks for a person gets one.',
    place: TIQV,
    limit: { matter: 'call', from: 'called', until: 'picked-up', within: { count: 3, unit: 'minute' }, mean: true },
    source: { name: 'telenord, February 2026' },
    read: NOTED,
    status: 'S',
    note: 'Free lines and the share of callers served have no time in them and are not compared.',
  },
  {
    id: 'IT-4',
    jurisdiction: 'IT',
    sectors: ['public-service', 'water', 'telecom'],
    kind: 'legal-minimum',
    says: 'Public services publish a Carta dei servizi: DPCM 27-01-1994; water DPCM 29-04-1999 and ARERA 655/2015; telecommunications AGCOM 179/03 and 79/09/CSP.',
    place: {
      instrument:
        'Direttiva del Presidente del Consiglio dei Ministri 27 gennaio 1994 (GU 43 of 22-2-1994); D.Lgs. 286/1999',
      article: 'article 11 of D.Lgs. 286/1999',
    },
    source: {
      name: 'comune.parma.it, Riferimenti normativi; the directive’s beginning on gazzettaufficiale.it',
      url: 'https://www.comune.parma.it/qualita/it-IT/Normative.aspx?solotesto=1',
    },
    read: READ,
    status: 'S',
    note: 'A city tells that the duty exists; in the directive’s own text it was not found as far as it was read. The numbers of water and telecommunications were not read.',
  },
]
