import type { LawRow } from './law-row.ts'

const READ = '2026-11-23'

export const SA_ROWS: readonly LawRow[] = [
  {
    id: 'SA-1',
    jurisdiction: 'SA',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'The provider treats a complaint within 5 days; then the customer may take it to the authority within 180 days. Nothing is cut off and no disputed sum collected meanwhile.',
    place: { notLookedUp: 'instrument and article not looked up' },
    limit: {
      matter: 'complaint',
      from: 'received',
      until: 'resolved',
      within: { count: 5, unit: 'day' },
      days: 'not-said',
    },
    source: {
      name: 'cst.gov.sa, Telecom Complaints Escalation',
      url: 'https://new.cst.gov.sa/en/services/Telecom-Complaints-Escalation',
    },
    read: READ,
    status: 'V',
    consequence: { kind: 'dispute-body' },
    note: 'The authority’s page calls the 5 days a statutory period and names no statute. That nothing is cut off was noted before and not read there.',
  },
  {
    id: 'SA-2',
    jurisdiction: 'SA',
    sectors: ['banking'],
    kind: 'regulator-expectation',
    says: 'Any expression of dissatisfaction is a complaint, justified or not; the customer gets a reference number and a deadline.',
    place: {
      instrument: 'SAMA circular No. 371000101671 of 21 June 2016, “Complaint” Definition',
      article: 'the definition (no numbered articles)',
    },
    source: {
      name: 'rulebook.sama.gov.sa, “Complaint” Definition',
      url: 'https://rulebook.sama.gov.sa/en/complaint-definition',
    },
    read: READ,
    status: 'V',
    note: 'The definition was read there; reference number and deadline by text message in a secondary source (allfox1) only. The shares that it names (85 % handled, 95 % in time) are unclear and are left out.',
  },
]
