/** The words of mails to the people of the desk about a changed charter. The master of the other languages. */
export const en = {
  subject:
    '{count, plural, one {One clause changed for you: version {version}} other {# clauses changed for you: version {version}}}',
  intro: '{title}: version {version} is in force since {from}.',
  'intro.ahead': '{title}: version {version} is in force from {from} on.',
  lead: '{count, plural, one {One clause that is for you says something else. Tickets that were opened before keep what they were promised.} other {# clauses that are for you say something else. Tickets that were opened before keep what they were promised.}}',
  'first.subject':
    '{count, plural, one {One clause of the charter is for you to read} other {# clauses of the charter are for you to read}}',
  'first.lead':
    '{title}, version {version}. {count, plural, one {One clause of it concerns you from now on.} other {# clauses of it concern you from now on.}}',
  clause: '{clause}, {change}',
  'kind.promise': 'Promise {id}',
  'kind.escalation': 'Escalation {id}',
  'kind.remedy': 'Remedy {id}',
  'kind.authority': 'Authority {id}',
  'kind.clause': 'Clause {id}',
  'change.stricter': 'stricter than before',
  'change.looser': 'looser than before',
  'change.changed': 'changed',
  'change.added': 'new',
  'change.removed': 'no longer there',
  'about.says': 'What it says',
  'about.because': 'Why',
  'about.all': 'Every ticket',
  'field.clock': 'What is timed',
  'field.pauses': 'The clock stops while',
  'field.measured': 'How it is measured',
  'field.when': 'For which tickets',
  'field.hit': 'Which row counts',
  'field.no answer needed': 'Needs no answer',
  'field.on change': 'When facts change',
  'field.if broken': 'When it is broken',
  'field.for': 'For the promise',
  'field.on': 'At the event',
  'field.position': 'For the position',
  before: 'Before: {text}',
  now: 'Now: {text}',
  nothing: 'nothing',
  acknowledge: 'Please read it, and say there that you have:',
  'reminder.subject':
    '{count, plural, one {Still to read: one clause of version {version}} other {Still to read: # clauses of version {version}}}',
  'reminder.text':
    '{count, plural, one {One clause of version {version} is for you to read, and you have not said yet that you have: {clauses}.} other {# clauses of version {version} are for you to read, and you have not said yet that you have: {clauses}.}}',
} as const

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
