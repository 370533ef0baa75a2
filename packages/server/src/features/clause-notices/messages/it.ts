import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  subject:
    '{count, plural, one {Una clausola è cambiata per te: versione {version}} many {# clausole sono cambiate per te: versione {version}} other {# clausole sono cambiate per te: versione {version}}}',
  intro: '{title}: la versione {version} è in vigore da {from}.',
  'intro.ahead': '{title}: la versione {version} entra in vigore {from}.',
  lead: '{count, plural, one {Una clausola che ti riguarda dice qualcosa di diverso. Le richieste aperte prima mantengono ciò che era stato promesso.} many {# clausole che ti riguardano dicono qualcosa di diverso. Le richieste aperte prima mantengono ciò che era stato promesso.} other {# clausole che ti riguardano dicono qualcosa di diverso. Le richieste aperte prima mantengono ciò che era stato promesso.}}',
  'first.subject':
    '{count, plural, one {Una clausola della carta da leggere} many {# clausole della carta da leggere} other {# clausole della carta da leggere}}',
  'first.lead':
    '{title}, versione {version}. {count, plural, one {D’ora in poi ti riguarda una sua clausola.} many {D’ora in poi ti riguardano # sue clausole.} other {D’ora in poi ti riguardano # sue clausole.}}',
  clause: '{clause}, {change}',
  'kind.promise': 'Promessa {id}',
  'kind.escalation': 'Escalation {id}',
  'kind.remedy': 'Rimedio {id}',
  'kind.authority': 'Facoltà {id}',
  'kind.clause': 'Clausola {id}',
  'change.stricter': 'più severa di prima',
  'change.looser': 'meno severa di prima',
  'change.changed': 'cambiata',
  'change.added': 'nuova',
  'change.removed': 'non c’è più',
  'about.says': 'Che cosa dice',
  'about.because': 'Perché',
  'about.all': 'Ogni richiesta',
  'field.clock': 'Che cosa si misura',
  'field.pauses': 'Il tempo si ferma durante',
  'field.measured': 'Come si misura',
  'field.when': 'Per quali richieste',
  'field.hit': 'Quale riga conta',
  'field.no answer needed': 'Non serve risposta',
  'field.on change': 'Quando i dati cambiano',
  'field.if broken': 'Quando non è mantenuta',
  'field.for': 'Per la promessa',
  'field.on': 'All’evento',
  'field.position': 'Per la posizione',
  before: 'Prima: {text}',
  now: 'Ora: {text}',
  nothing: 'niente',
  acknowledge: 'Leggi le modifiche e conferma qui di averlo fatto:',
  'reminder.subject':
    '{count, plural, one {Ancora da leggere: una clausola della versione {version}} many {Ancora da leggere: # clausole della versione {version}} other {Ancora da leggere: # clausole della versione {version}}}',
  'reminder.text':
    '{count, plural, one {C’è una clausola della versione {version} che ti riguarda e che non hai ancora confermato di aver letto: {clauses}.} many {Ci sono # clausole della versione {version} che ti riguardano e che non hai ancora confermato di aver letto: {clauses}.} other {Ci sono # clausole della versione {version} che ti riguardano e che non hai ancora confermato di aver letto: {clauses}.}}',
}
