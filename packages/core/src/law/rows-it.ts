import type { LawConsequence, LawRow } from './law-row.ts'

const TIQV = { name: 'TIQV 2026 (ARERA 399/2025, 477/2025), as told by quifinanza, polesine24, telenord' }
const READ = '2026-11-22'
const INDEMNITY: LawConsequence = {
  kind: 'compensation',
  steps: [
    { times: 2, minor: 2500, currency: 'EUR' },
    { times: 3, minor: 5000, currency: 'EUR' },
    { minor: 7500, currency: 'EUR' },
  ],
}
const CONFLICT =
  'Sources disagree on the indemnity: 25, 50 and 75 euro (sorgenia, up to 2025), or from 30 on (telenord). Look it up before paying.'

export const IT_ROWS: readonly LawRow[] = [
  {
    id: 'IT-1',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'TIQV 2026: a written complaint is answered within 30 calendar days, in 95 % of cases or more.',
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 30, unit: 'day' },
      share: 95,
    },
    source: TIQV,
    read: READ,
    status: 'S',
    consequence: INDEMNITY,
    note: CONFLICT,
  },
  {
    id: 'IT-1b',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'TIQV 2026: a bill is corrected within 60 days.',
    limit: { matter: 'billing-correction', from: 'received', until: 'resolved', within: { count: 60, unit: 'day' } },
    source: TIQV,
    read: READ,
    status: 'S',
  },
  {
    id: 'IT-1c',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'TIQV 2026: a bill of four months is corrected within 90 days.',
    limit: {
      matter: 'billing-correction-four-monthly',
      from: 'received',
      until: 'resolved',
      within: { count: 90, unit: 'day' },
    },
    source: TIQV,
    read: READ,
    status: 'S',
  },
  {
    id: 'IT-1d',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'TIQV 2026: what was billed twice is put right within 15 days.',
    limit: { matter: 'double-billing', from: 'received', until: 'resolved', within: { count: 15, unit: 'day' } },
    source: TIQV,
    read: READ,
    status: 'S',
  },
  {
    id: 'IT-2',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'An automatic indemnity by delay: 25 euro up to twice the time, 50 up to three times, 75 beyond.',
    source: { name: 'sorgenia; telenord' },
    read: READ,
    status: 'S',
    note: CONFLICT,
  },
  {
    id: 'IT-3',
    jurisdiction: 'IT',
    sectors: ['energy'],
    says: 'Call centres of energy retailers: the mean wait is 180 seconds at most, 95 % of the time a line is free, 85 % of callers are served; who asks for a person gets one.',
    limit: { matter: 'call', from: 'called', until: 'picked-up', within: { count: 3, unit: 'minute' }, mean: true },
    source: { name: 'telenord, February 2026' },
    read: READ,
    status: 'S',
    note: 'Free lines and the share of callers served have no time in them and are not compared.',
  },
  {
    id: 'IT-4',
    jurisdiction: 'IT',
    sectors: ['public-service', 'water', 'telecom'],
    says: 'Public services publish a Carta dei servizi: DPCM 27-01-1994; water DPCM 29-04-1999 and ARERA 655/2015; telecommunications AGCOM 179/03 and 79/09/CSP.',
    source: { name: 'Cited in published charters' },
    read: READ,
    status: 'V',
    note: 'That the duty exists was read; its numbers were not.',
  },
]
