import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  subject: 'Fwd: {subject}',
  'no-subject': 'Fwd: zgłoszenie {number}',
  title:
    '{count, plural, one {Przekazana wiadomość} few {Przekazane wiadomości} many {Przekazane wiadomości} other {Przekazane wiadomości}}',
  from: 'Od: {who}',
  date: 'Data: {when}',
  about: 'Temat: {subject}',
  files: 'Pliki (niezałączone): {files}',
  'files-attached': 'Pliki (załączone): {files}',
  file: '{name} ({size})',
}
