import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  subject: 'Fwd: {subject}',
  'no-subject': 'Fwd: richiesta {number}',
  title: '{count, plural, one {Messaggio inoltrato} many {Messaggi inoltrati} other {Messaggi inoltrati}}',
  from: 'Da: {who}',
  date: 'Data: {when}',
  about: 'Oggetto: {subject}',
  files: 'File (non allegati): {files}',
  'files-attached': 'File (allegati): {files}',
  file: '{name} ({size})',
}
