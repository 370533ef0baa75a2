/** The words around what is forwarded: fixed; what is filled in is fenced in. The master of the other languages. */
export const en = {
  subject: 'Fwd: {subject}',
  'no-subject': 'Fwd: request {number}',
  title: '{count, plural, one {Forwarded message} other {Forwarded messages}}',
  from: 'From: {who}',
  date: 'Date: {when}',
  about: 'Subject: {subject}',
  files: 'Files (not attached): {files}',
  'files-attached': 'Files (attached): {files}',
  file: '{name} ({size})',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
