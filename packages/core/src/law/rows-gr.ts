import type { LawRow } from './law-row.ts'

const NOTED = '2026-11-22'
const READ = '2026-11-23'

export const GR_ROWS: readonly LawRow[] = [
  {
    id: 'GR-1',
    jurisdiction: 'GR',
    sectors: 'any',
    kind: 'legal-minimum',
    says: 'Code of Consumer Ethics, PD 10/2017: binding, watched by the Consumer Ombudsman.',
    place: {
      instrument: 'Π.Δ. 10/2017 (ΦΕΚ Α 23/2017), Κώδικας Καταναλωτικής Δεοντολογίας',
      notLookedUp: 'article not looked up',
    },
    source: {
      name: 'businessnews.gr',
      url: 'https://businessnews.gr/epixeiriseis/item/75846-tethike-se-isxy-o-kodikas-katanalotikis-deontologias',
    },
    read: READ,
    status: 'S',
    note: 'A newspaper tells that it exists and binds; its deadlines were not read.',
  },
  {
    id: 'GR-2',
    jurisdiction: 'GR',
    sectors: ['telecom'],
    kind: 'legal-minimum',
    says: 'EETT 1032/6 (ΦΕΚ Β 3242/24-06-2022): each complaint to the provider gets a unique number, without which the authority takes none.',
    place: {
      instrument:
        'Απόφαση ΕΕΤΤ 1032/6 (ΦΕΚ Β 3242/24-06-2022), Κώδικας Δεοντολογίας για την Παροχή Υπηρεσιών Ηλεκτρονικών Επικοινωνιών στους Καταναλωτές',
      notLookedUp: 'article not looked up',
    },
    source: {
      name: 'far-west.gr, gerontidislaw.gr, en.mitos.gov.gr',
      url: 'https://far-west.gr/2022/07/ypochreoseis-parochon-tilefonias-kai-diadiktyou-pros-katanalotes/',
    },
    read: READ,
    status: 'S',
    note: 'That the decision exists and how it is called was read; of its 14 articles the one on complaints was not, nor its deadlines.',
  },
  {
    id: 'GR-3',
    jurisdiction: 'GR',
    sectors: ['public-enterprise'],
    kind: 'company-own',
    says: 'Public enterprises publish a Χάρτης Υποχρεώσεων towards consumers.',
    place: { notLookedUp: 'instrument and article not looked up' },
    source: { name: 'docplayer.gr, yme.gr', url: 'https://www.yme.gr' },
    read: NOTED,
    status: 'S',
    note: 'What was read are charters that enterprises published, and no law that asks for them. A historic example: the post’s charter of 2007 promised a reply to a letter within 10 days. No number that binds was read. The documents’ own addresses were not noted, and the link leads to a ministry’s front page.',
  },
]
