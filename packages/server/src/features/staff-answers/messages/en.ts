/** The words of mails about answering from one's own mail program. The master of the other languages. */
export const en = {
  'message.subject': 'Ticket {number}: the customer wrote',
  'refused.subject': 'Ticket {number}: a mail was not taken as your answer',
  'refused.lead':
    'A mail came to the address at which you alone answer ticket {number}. It was not sent to the customer, and is held at the desk.',
  'refused.staff-unverified':
    'Why: it is not proven that it is from the address that you sign in with. If you did not write it, somebody else knows that address: tell an administrator.',
  'refused.staff-not-allowed':
    'Why: you may not answer this ticket by mail now. It may be closed, merged or with another team, or answering by mail may be switched off.',
  'refused.staff-expired': 'Why: the mail that it answers is too old. Its address was good for two weeks.',
  'refused.empty': 'Why: there are no words of yours above the quotation.',
  'refused.quoted':
    'Why: it may hold words of another mail. Write all of your answer above what you quote, with nothing in between.',
  'refused.files':
    'Why: a file with it cannot be sent on: it is empty, too large, a mail itself, or of a kind that mail servers refuse.',
  'refused.automatic': 'Why: a machine seems to have written it.',
  'refused.moved': 'Why: somebody wrote on the ticket since the mail that it answers.',
  'refused.no-address': 'Why: the desk has no address of this customer to send it to.',
  'refused.ambiguous': 'Why: it was sent to more than one such address.',
  'refused.desk': 'Answer at the desk instead. You are told of this once a day at most.',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
