import type { breaches as master } from '../en/breaches.ts'

export const breaches: Readonly<Record<keyof typeof master, string>> = {
  'broken.title': 'Promesse non mantenute',
  'broken.lead':
    'Che cosa non è stato mantenuto, dove è andato il tempo e perché, secondo una regola dichiarata. Ogni cifra porta alle sue richieste.',
  'broken.totals': 'Cifre',
  'broken.filters': 'Che cosa è mostrato',
  'broken.by.cause': 'Causa',
  'broken.by.promise': 'Clausola',
  'broken.by.team': 'Team',
  'broken.by.week': 'Settimana, da lunedì',
  'broken.all': 'Tutte',
  'broken.clear': 'Mostra tutto',
  'broken.of': '{percent, number, percent} su {settled, number}',
  'broken.half-late': 'per la metà il ritardo non supera {length}',
  'broken.total-none': 'Nessuna',
  'broken.promise': '{id} {name}',
  'broken.no-team': 'nessun team',
  'broken.list': 'Richieste',
  'broken.due': 'scadenza: {time}',
  'broken.none': 'Tutte le promesse sono state mantenute',
  'broken.none-hint':
    'Quando una non lo è, compare qui con il tempo impiegato e la causa, così che si possa porre rimedio.',
  'broken.none-here': 'Nulla corrisponde alla scelta',
  'broken.segments': 'Dove è andato il tempo',
  'broken.correct': 'Correggi la causa',
  'broken.corrected': '{who}: {reason}',
  'broken.by-rule': 'Secondo la regola: {cause}. {rule}',
  'broken.rule-says': 'secondo la regola',
  'broken.reason': 'Da che cosa si sa?',
  'broken.was-corrected': 'La causa è stata corretta.',

  'cause.surge': 'Molte arrivate insieme',
  'cause.bounced': 'Passata di mano in mano',
  'cause.other-team': 'Presso un altro team',
  'cause.unassigned': 'Non assegnata',
  'cause.reopened': 'Riaperta',
  'cause.out-of-hours': 'Arrivata fuori orario',
  'cause.slow': 'Assegnata, in attesa',
  'cause.rule.surge':
    'All’inizio, nell’ora o nel giorno sono arrivate almeno dieci richieste e il doppio del solito; per la parte maggiore del tempo contato non era assegnata o era in attesa.',
  'cause.rule.bounced': 'L’hanno avuta in tre o più, nessuno per la metà del tempo contato.',
  'cause.rule.other-team': 'Per la parte maggiore del tempo contato l’ha avuta un team diverso dal primo.',
  'cause.rule.unassigned': 'Per la parte maggiore del tempo contato non era assegnata a nessuno.',
  'cause.rule.reopened': 'La parte maggiore del tempo contato è venuta dopo la riapertura.',
  'cause.rule.out-of-hours':
    'È iniziata in orario di chiusura, e la parte maggiore del tempo contato è passata prima che qualcuno intervenisse.',
  'cause.rule.slow': 'Per la parte maggiore del tempo contato era assegnata e in attesa.',

  'segment.paused': 'In pausa',
  'segment.closed': 'Orario di chiusura',
  'segment.after-reopening': 'Dopo la riapertura',
  'segment.unassigned': 'Non assegnata',
  'segment.other-team': 'Presso un altro team',
  'segment.waiting': 'Assegnata, in attesa',

  'problem.not-broken': 'Questa promessa non è più tra quelle non mantenute. Ricaricare la pagina.',
}
