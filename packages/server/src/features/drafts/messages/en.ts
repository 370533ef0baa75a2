/** The words of mails to those who may approve a draft of the charter. The master of the other languages. */
export const en = {
  subject: 'A draft of the charter waits for your approval',
  intro: '{title}: a draft was submitted, and you may approve it.',
  note: 'What it is about: {note}',
  'effective.at-once': 'It is to be in force as soon as it is approved.',
  'effective.from': 'It is to be in force from {from} on.',
  look: 'Look at the difference; then approve it, or send it back:',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
