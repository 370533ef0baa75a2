import type { Catalogue } from './en.ts'

export const el: Catalogue = {
  subject:
    '{count, plural, one {Άλλαξε ένας όρος που σας αφορά: έκδοση {version}} other {Άλλαξαν # όροι που σας αφορούν: έκδοση {version}}}',
  intro: '{title}: η έκδοση {version} ισχύει από: {from}.',
  'intro.ahead': '{title}: η έκδοση {version} θα ισχύει από: {from}.',
  lead: '{count, plural, one {Ένας όρος που σας αφορά λέει κάτι διαφορετικό. Για τα αιτήματα που άνοιξαν πριν ισχύει ό,τι είχαμε υποσχεθεί.} other {# όροι που σας αφορούν λένε κάτι διαφορετικό. Για τα αιτήματα που άνοιξαν πριν ισχύει ό,τι είχαμε υποσχεθεί.}}',
  'first.subject':
    '{count, plural, one {Ένας όρος του χάρτη για να τον διαβάσετε} other {# όροι του χάρτη για να τους διαβάσετε}}',
  'first.lead':
    '{title}, έκδοση {version}. {count, plural, one {Από τώρα σας αφορά ένας όρος του.} other {Από τώρα σας αφορούν # όροι του.}}',
  clause: '{clause}, {change}',
  'kind.promise': 'Υπόσχεση {id}',
  'kind.escalation': 'Κλιμάκωση {id}',
  'kind.remedy': 'Αποκατάσταση {id}',
  'kind.authority': 'Αρμοδιότητα {id}',
  'kind.clause': 'Όρος {id}',
  'change.stricter': 'αυστηρότερα από πριν',
  'change.looser': 'χαλαρότερα από πριν',
  'change.changed': 'άλλαξε',
  'change.added': 'νέο',
  'change.removed': 'δεν υπάρχει πια',
  'about.says': 'Τι λέει',
  'about.because': 'Γιατί',
  'about.all': 'Κάθε αίτημα',
  'field.clock': 'Τι μετριέται',
  'field.pauses': 'Ο χρόνος σταματά όσο',
  'field.measured': 'Πώς μετριέται',
  'field.when': 'Για ποια αιτήματα',
  'field.hit': 'Ποια γραμμή ισχύει',
  'field.no answer needed': 'Δεν χρειάζεται απάντηση',
  'field.on change': 'Όταν αλλάζουν τα στοιχεία',
  'field.if broken': 'Όταν δεν τηρηθεί',
  'field.for': 'Για την υπόσχεση',
  'field.on': 'Στο συμβάν',
  'field.position': 'Για τη θέση',
  before: 'Πριν: {text}',
  now: 'Τώρα: {text}',
  nothing: 'τίποτα',
  acknowledge: 'Διαβάστε τις αλλαγές και επιβεβαιώστε το εδώ:',
  'reminder.subject':
    '{count, plural, one {Μένει να διαβάσετε έναν όρο της έκδοσης {version}} other {Μένει να διαβάσετε # όρους της έκδοσης {version}}}',
  'reminder.text':
    '{count, plural, one {Ένας όρος της έκδοσης {version} σας αφορά και δεν έχετε επιβεβαιώσει ακόμη ότι τον διαβάσατε: {clauses}.} other {# όροι της έκδοσης {version} σας αφορούν και δεν έχετε επιβεβαιώσει ακόμη ότι τους διαβάσατε: {clauses}.}}',
}
