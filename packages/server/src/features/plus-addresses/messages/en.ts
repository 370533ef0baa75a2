/** The words of the mail by which the desk tries an address with a plus. The master of the other languages. */
export const en = {
  'plus.subject': 'Test of an address',
  'plus.text':
    'Your service desk wrote this mail to itself at {address}, to find out whether mail to such addresses comes in. Nothing needs to be done.',
}

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
