/** Słowa strony ulepszeń. */
export const improvements = {
  'improvements.lead':
    'Co ulepszyć najpierw, według własnych zgłoszeń: udział kontaktów, których klauzula dotyczy × jak często coś tam idzie źle ÷ nakład pracy.',
  'improvements.period':
    '{count, plural, one {# zgłoszenie} few {# zgłoszenia} many {# zgłoszeń} other {# zgłoszenia}} od {from} do {until} ({zone}).',
  'improvements.no-charter': 'Żadna karta nie obowiązuje',
  'improvements.no-charter-hint': 'Po opublikowaniu karty jej obietnice, środki i procedury staną tu w kolejności.',
  'improvements.first': 'Do ulepszenia najpierw',
  'improvements.none': 'Nie ma nic do ulepszenia',
  'improvements.none-hint':
    'Gdzie obietnice są łamane, oceny niskie albo kroki procedur pomijane, tam klauzule pojawią się tutaj.',
  'improvements.well': 'Nic nie poszło źle',
  'improvements.unmeasured': 'Niezmierzone',
  'improvements.unmeasured-lead':
    'Żadne zgłoszenie z tych dni nie mówi, jak z nimi jest. To nie to samo, co dobry wynik.',
  'improvements.settled': 'Zrobione lub zaniechane',
  'improvement.share': '{share, number, percent} kontaktów ({touched, number} z {contacts, number})',
  'improvement.harm': 'źle w {harm, number, percent} ({wrong, number} z {told, number})',
  'improvement.touched':
    '{touched, plural, =0 {nie dotyczy żadnego zgłoszenia} one {dotyczy # zgłoszenia} few {dotyczy # zgłoszeń} many {dotyczy # zgłoszeń} other {dotyczy # zgłoszenia}}',
  'improvement.weight': 'waga {weight, number}',
  'improvement.effort': 'Nakład pracy',
  'improvement.effort.small': 'mały',
  'improvement.effort.medium': 'średni',
  'improvement.effort.large': 'duży',
  'improvement.effort.unsaid': 'nie podano (liczy się jako średni)',
  'improvement.owner': 'Kto się tym zajmuje',
  'improvement.nobody': 'nikt',
  'improvement.by': 'Do kiedy',
  'improvement.no-date': 'bez daty',
  'improvement.overdue': 'po terminie',
  'improvement.note': 'Notatka',
  'improvement.state': 'Na czym stoi',
  'improvement.state.open': 'do zrobienia',
  'improvement.state.done': 'zrobione',
  'improvement.state.dropped': 'zaniechane',
  'improvement.said': 'Zapisane: {who}, {time}',
  'improvement.plan': 'Zaplanuj',
  'improvement.plan-of': 'Zaplanuj ulepszenie klauzuli {clause}',
  'improvement.keep': 'Zapisz',
  'improvement.kept': 'Zapisano.',
}
