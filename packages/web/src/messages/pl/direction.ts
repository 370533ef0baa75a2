import type { direction as master } from '../en/direction.ts'

export const direction: Readonly<Record<keyof typeof master, string>> = {
  'direction.lead': 'Do czego służy karta: od misji aż po liczby, które mówią, czy jest spełniana.',
  'direction.no-charter': 'Żadna karta nie obowiązuje',
  'direction.no-charter-hint': 'Gdy wersja zostanie opublikowana, tu będzie widać, do czego służy.',
  'direction.no-mission': 'Karta nie podaje misji.',
  'direction.no-objectives': 'Karta nie ma celów',
  'direction.no-objectives-hint':
    'Cele wpisuje się w studiu. Każdy podaje wartość, której służy, a każda klauzula cel, któremu służy.',
  'direction.graph': 'Co czemu służy',
  'direction.measures': 'Co jest mierzone',
  'direction.serves': 'Służy',
  'direction.served-by': 'Służą temu',
  'direction.matrix': 'Która klauzula służy któremu celowi',
  'direction.clause': 'Klauzula',
  'direction.serves-it': 'służy mu',
  'direction.serves-by-other': 'służy mu przez inną klauzulę',
  'direction.not-for-you': 'Jej cel nie jest przeznaczony dla tej osoby.',
  'direction.orphans': 'Klauzule, które nie służą żadnemu celowi',
  'direction.no-orphans': 'Brak: każda klauzula służy jakiemuś celowi.',
  'direction.pillars': 'Według wartości',
  'direction.pillars-lead':
    'Terminy, które minęły od {from} do {to}. Każda klauzula liczy się do wartości, której służy jej cel.',
  'direction.value': 'Wartość',
  'direction.clauses': 'Klauzule',
  'direction.due': 'Terminy',
  'direction.kept': 'Dotrzymane',
  'direction.shown': 'Widać w odpowiedziach',
  'direction.share': '{share, number, percent} z {count, number}',
  'direction.no-value': 'Bez wartości',
  'direction.total': 'Razem',
}
