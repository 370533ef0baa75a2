/** The words of an acknowledgement: fixed, nothing in them was written by the sender. The master of the other languages. */
export const en = {
  subject: 'We have your request, number {number}',
  received: 'Thank you for writing to us. Your request has the number {number}.',
  due: 'A person answers you by {due}.',
  past: 'A person was to answer you by {due}. That time has passed. We are sorry, and you will have your answer.',
  paused: 'The time for our answer is not running at the moment, since we are waiting for something.',
  none: 'We have promised no time for this answer. A person reads every request.',
  crisis: '{text} This holds for requests that come in until {until}.',
  ends: 'You wrote to us by this way: {channel}. It ends on {date}. This request is taken care of all the same.',
  ended: 'You wrote to us by this way: {channel}. It ended on {date}. This request is taken care of all the same.',
  next: 'From then on please use: {channel}.',
  'next-at': 'From then on please use: {channel}:',
  held: '{count, plural, one {We have another request of yours, which we had not acknowledged yet:} other {We have # more requests of yours, which we had not acknowledged yet:}}',
  'held.due': 'Number {number}: a person answers you by {due}.',
  'held.past': 'Number {number}: a person was to answer you by {due}. That time has passed; you will have your answer.',
  'held.paused': 'Number {number}: the time for our answer is not running at the moment.',
  'held.none': 'Number {number}: we have promised no time for this answer.',
  more: '{count, plural, one {And one more.} other {And # more.}}',
  'away.subject': 'Your request {number}: somebody else answers you',
  away: 'The person who had your request {number} is away. Somebody else answers you by {due}.',
  follow: 'See here how far it is, and add to it:',
  add: 'To add something, answer this mail.',
  charter: '{title}:',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
