import type { Catalogue } from './en.ts'

export const el: Catalogue = {
  subject: 'Fwd: {subject}',
  'no-subject': 'Fwd: αίτημα {number}',
  title: '{count, plural, one {Προωθημένο μήνυμα} other {Προωθημένα μηνύματα}}',
  from: 'Από: {who}',
  date: 'Ημερομηνία: {when}',
  about: 'Θέμα: {subject}',
  files: 'Αρχεία (δεν επισυνάπτονται): {files}',
  'files-attached': 'Αρχεία (επισυνάπτονται): {files}',
  file: '{name} ({size})',
}
