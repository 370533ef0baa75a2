import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  subject: 'Fwd: {subject}',
  'no-subject': 'Fwd: الطلب {number}',
  title:
    '{count, plural, zero {رسائل محوَّلة} one {رسالة محوَّلة} two {رسالتان محوَّلتان} few {رسائل محوَّلة} many {رسائل محوَّلة} other {رسائل محوَّلة}}',
  from: 'من: {who}',
  date: 'التاريخ: {when}',
  about: 'الموضوع: {subject}',
  files: 'الملفات (غير مرفقة): {files}',
  'files-attached': 'الملفات (مرفقة): {files}',
  file: '{name} ({size})',
}
