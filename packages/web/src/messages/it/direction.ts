import type { direction as master } from '../en/direction.ts'

export const direction: Readonly<Record<keyof typeof master, string>> = {
  'direction.lead': 'A che cosa serve la carta: dalla missione fino alle cifre che dicono se è raggiunta.',
  'direction.no-charter': 'Nessuna carta è in vigore',
  'direction.no-charter-hint': 'Quando una versione sarà pubblicata, qui si leggerà a che cosa serve.',
  'direction.no-mission': 'La carta non dice una missione.',
  'direction.no-objectives': 'La carta non ha obiettivi',
  'direction.no-objectives-hint':
    'Gli obiettivi si scrivono nello studio. Ognuno nomina il valore che serve, e ogni clausola l’obiettivo che serve.',
  'direction.graph': 'Che cosa serve a che cosa',
  'direction.measures': 'Che cosa si misura',
  'direction.serves': 'Serve',
  'direction.served-by': 'È servito da',
  'direction.matrix': 'Quale clausola serve quale obiettivo',
  'direction.clause': 'Clausola',
  'direction.serves-it': 'lo serve',
  'direction.serves-by-other': 'lo serve attraverso un’altra clausola',
  'direction.not-for-you': 'Il suo obiettivo non è destinato a Lei.',
  'direction.orphans': 'Clausole che non servono alcun obiettivo',
  'direction.no-orphans': 'Nessuna: ogni clausola serve un obiettivo.',
  'direction.pillars': 'Per valore',
  'direction.pillars-lead':
    'Ciò che è scaduto dal {from} al {to}. Ogni clausola conta per il valore servito dal suo obiettivo.',
  'direction.value': 'Valore',
  'direction.clauses': 'Clausole',
  'direction.due': 'In scadenza',
  'direction.kept': 'Mantenuti',
  'direction.shown': 'Mostrato dalle risposte',
  'direction.share': '{share, number, percent} su {count, number}',
  'direction.no-value': 'Nessun valore',
  'direction.total': 'Tutto',
}
