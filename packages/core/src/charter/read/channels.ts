import type { ChannelClause } from '../stated-clauses.ts'
import { audience } from './audience.ts'
import { date } from './calendar-dates.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { duration } from './duration.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { calendarLink, channelLink } from './links.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'
import { table } from './table.ts'
import { texts } from './texts.ts'
import { oneOf, text } from './words.ts'

const afterHours = fields('“after hours”', {
  answers: required('What answers then.', oneOf('way to answer', ['bot', 'message', 'nobody'])),
  person: field('By when a person takes over: 4 h of office.', duration),
  through: field('The channel on which they do, by the id of its clause.', channelLink),
})

const FIELDS = {
  id: required('The stable id of the channel’s clause, such as C1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  channel: required('Its word, as facts have it: email, phone.', text('the word of a channel')),
  state: required('How far it is.', oneOf('state of a channel', ['planned', 'pilot', 'open', 'retiring'])),
  from: field('Since when, or from when: 2027-01-01.', date),
  until: field('The last day of a channel that is retiring.', date),
  hours: field('The calendar of its hours.', calendarLink),
  address: field('How to reach it: an address, a number.', text('an address or a number')),
  'after hours': field('Who answers outside its hours, and when a person takes over.', afterHours),
  'moves to': field('The channel to use in its place, by the id of its clause.', channelLink),
  'best for': field('The cases that it suits best: [{ reason: damaged }].', table('a case', 'channel', {})),
  says: field('What customers are told of it.', texts()),
  ...COMMON,
}

/** The ways to reach the company: since when, in which hours, and who answers outside them. */
export const channels: Shape<readonly ChannelClause[]> = clauses(
  'channels',
  refine(fields('a channel', FIELDS), channelOf),
)

function channelOf(read: FieldsRead<typeof FIELDS>, reading: Reading): ChannelClause | undefined {
  const { id, audience = 'staff', channel, state, from, until, hours, address, 'moves to': movesTo } = read.values
  if (state === 'retiring' && !read.has('until'))
    reading.report.add('missing-field', read.place, 'a channel that is retiring needs “until”, its last day', {
      needed: ['until'],
    })
  if (state !== undefined && state !== 'retiring' && read.has('until'))
    reading.report.add(
      'fields-conflict',
      read.at('until'),
      `only a channel that is retiring ends; this one is ${state}`,
      { together: ['state', 'until'] },
    )
  const bestFor = (read.values['best for'] ?? []).map(({ cells }) => cells)
  checkColumnOrder(bestFor, reading)
  if (channel !== undefined) checkWord(channel, read, reading)
  if (id === undefined || channel === undefined || state === undefined) return undefined
  const after = read.values['after hours']?.values
  const { answers, person, through } = after ?? {}
  return {
    kind: 'channel',
    id,
    place: read.place,
    audience,
    ...commonOf(read.values),
    channel,
    state,
    ...present({ from, until, hours, address, movesTo }),
    bestFor,
    ...(answers === undefined
      ? {}
      : { afterHours: { answers, ...present({ person: person?.duration, text: person?.text, through }) } }),
  }
}

/** Where the charter has a fact of channels, a clause speaks of one of its values. */
function checkWord(channel: string, read: FieldsRead<typeof FIELDS>, { facts, report }: Reading): void {
  const type = facts.get('channel')?.type
  if (type?.kind === 'choice' && !type.values.includes(channel))
    report.addUnknown('unknown-value', read.at('channel'), 'channel', channel, type.values)
}
