import type { LawRow } from './law-row.ts'

const AIRLINES = {
  name: 'self-law.org, the text of 14 CFR 259.7',
  url: 'https://self-law.org/code/us/cfr/t14/s%C2%A7%20259.7',
}
const CARDS = {
  name: 'The CFR’s annual edition of 2015, in a public copy (18F/allregs, 12 CFR 1026.13)',
  url: 'https://github.com/18F/allregs/blob/0f10affa243f1d129291dfe5109f791d42ec4920/html/sections/12CFR1026.13.html',
}
const PORTAL = {
  instrument: 'CFPB, Company Portal Manual',
  article: 'section 8.1',
}
const FINANCE = {
  name: 'fintechfutures, 26 May 2015; insidearm.com, quoting section 8.1',
  url: 'https://stg.fintechfutures.com/2015/05/cfpb-updates-consumer-complaint-manual-may-26-2015',
}
const FINANCE_NOTE =
  'The CFPB asks for it. The statute, 12 U.S.C. 5534(b), wants a timely response and names no number of days in what was read.'
const EDITION = 'Read in the edition of 2015; whether it was changed since was not looked up.'
const READ = '2026-11-23'

export const US_ROWS: readonly LawRow[] = [
  {
    id: 'US-A1',
    jurisdiction: 'US',
    sectors: ['airline'],
    kind: 'legal-minimum',
    says: '14 CFR 259.7: a written complaint is acknowledged within 30 days.',
    place: { instrument: '14 CFR part 259', article: '14 CFR 259.7(c)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'acknowledged',
      within: { count: 30, unit: 'day' },
      days: 'not-said',
    },
    source: AIRLINES,
    read: READ,
    status: 'V',
  },
  {
    id: 'US-A1b',
    jurisdiction: 'US',
    sectors: ['airline'],
    kind: 'legal-minimum',
    says: '14 CFR 259.7: a written complaint gets a substantive reply within 60 days.',
    place: { instrument: '14 CFR part 259', article: '14 CFR 259.7(c)' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 60, unit: 'day' },
      days: 'not-said',
    },
    source: AIRLINES,
    read: READ,
    status: 'V',
  },
  {
    id: 'US-A2',
    jurisdiction: 'US',
    sectors: ['airline'],
    kind: 'legal-minimum',
    says: '14 CFR 259.5: an airline adopts a customer service plan on 12 subjects, publishes it, audits itself every year and keeps the results for 2 years.',
    place: {
      instrument: '14 CFR part 259',
      article: '14 CFR 259.5(b) (12 subjects), 259.5(c) (audit, 2 years), 259.6 (publication)',
    },
    source: {
      name: 'The CFR’s annual edition of 2015, in a public copy (18F/allregs, 14 CFR 259.5)',
      url: 'https://github.com/18F/allregs/blob/0f10affa243f1d129291dfe5109f791d42ec4920/html/sections/14CFR259.5.html',
    },
    read: READ,
    status: 'V',
    note: 'Later changes of the list of subjects were not looked at; 259.6 was noted before and not read again.',
  },
  {
    id: 'US-A3',
    jurisdiction: 'US',
    sectors: ['airline'],
    kind: 'legal-minimum',
    says: '14 CFR 382.155: a complaint about disability is answered within 30 days.',
    place: { instrument: '14 CFR part 382', article: '14 CFR 382.155(d)' },
    limit: {
      matter: 'disability-complaint',
      from: 'received',
      until: 'answered',
      within: { count: 30, unit: 'day' },
      days: 'not-said',
    },
    source: {
      name: 'The CFR’s annual edition of 2015, in a public copy (18F/allregs, 14 CFR 382.155); mondaq',
      url: 'https://github.com/18F/allregs/blob/0f10affa243f1d129291dfe5109f791d42ec4920/html/sections/14CFR382.155.html',
    },
    read: READ,
    status: 'S',
    note: EDITION,
  },
  {
    id: 'US-C1',
    jurisdiction: 'US',
    sectors: ['card-credit'],
    kind: 'legal-minimum',
    says: '12 CFR 1026.13: the notice of a billing error is acknowledged within 30 days.',
    place: { instrument: '12 CFR part 1026 (Regulation Z)', article: '12 CFR 1026.13(c)(1)' },
    limit: {
      matter: 'billing-error',
      from: 'received',
      until: 'acknowledged',
      within: { count: 30, unit: 'day' },
      days: 'not-said',
    },
    source: CARDS,
    read: READ,
    status: 'V',
    note: EDITION,
  },
  {
    id: 'US-C1b',
    jurisdiction: 'US',
    sectors: ['card-credit'],
    kind: 'legal-minimum',
    says: '12 CFR 1026.13: a billing error is settled within two complete billing cycles and 90 days at most.',
    place: { instrument: '12 CFR part 1026 (Regulation Z)', article: '12 CFR 1026.13(c)(2)' },
    limit: {
      matter: 'billing-error',
      from: 'received',
      until: 'resolved',
      within: { count: 90, unit: 'day' },
      days: 'not-said',
    },
    source: CARDS,
    read: READ,
    status: 'V',
    note: `The 90 days are compared; the billing cycles, which can be shorter, are not. ${EDITION}`,
  },
  {
    id: 'US-C2',
    jurisdiction: 'US',
    sectors: ['consumer-finance'],
    kind: 'regulator-expectation',
    says: 'Complaints through the portal of the CFPB get a response within 15 calendar days.',
    place: PORTAL,
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'replied',
      within: { count: 15, unit: 'day' },
      days: 'calendar',
    },
    source: FINANCE,
    read: READ,
    status: 'S',
    note: FINANCE_NOTE,
  },
  {
    id: 'US-C2b',
    jurisdiction: 'US',
    sectors: ['consumer-finance'],
    kind: 'regulator-expectation',
    says: 'Complaints through the portal of the CFPB get their final response within 60 days.',
    place: PORTAL,
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'answered',
      within: { count: 60, unit: 'day' },
      days: 'calendar',
    },
    source: FINANCE,
    read: READ,
    status: 'S',
    note: FINANCE_NOTE,
  },
]
