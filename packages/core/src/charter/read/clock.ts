import type { ClockDefinition, PauseState } from '../parts.ts'
import { field, fields, required } from './fields.ts'
import { eventLink, startLink } from './links.ts'
import type { Reading } from './reading.ts'
import { expected, type Shape } from './shape.ts'
import { distinct, oneOf, oneOrMore } from './words.ts'

/** States in which a promise's clock stands still, if the pause counts (SPEC P1 to P3). */
export const pauses: Shape<readonly PauseState[]> = oneOrMore(
  'states',
  oneOf('pause state', ['waiting-for-customer', 'on-hold']),
)

export const PRESETS = ['first-response', 'next-response', 'update-every', 'resolution'] as const

const declaredClock = fields('a clock', {
  from: required('The event that starts a run: a declared event, or ticket.created.', startLink),
  until: required('The declared event that fulfils it.', eventLink),
  'given up': field('Declared events that cancel a running run.', distinct(oneOrMore('events', eventLink))),
  each: field(
    'Whether a key has one run or any number (the default).',
    oneOf('value of “each” called', ['once', 'every time']),
  ),
  pauses: field('States of the ticket in which the clock stands still.', pauses),
})

const preset = oneOf('clock', PRESETS)

/** A clock with the pauses written in it, if any. */
export interface ClockRead {
  readonly clock: ClockDefinition
  readonly pauses?: readonly PauseState[]
}

/** A preset by its word, or a clock over declared events (SPEC K1 to K5). */
export const clock: Shape<ClockRead> = {
  schema: { anyOf: [preset.schema, declaredClock.schema] },
  read(node, reading) {
    if (node.kind === 'map') return readDeclared(declaredClock.read(node, reading), reading)
    if (node.kind === 'list')
      return expected(`a clock: ${PRESETS.join(', ')}, or { from: …, until: … }`, node, reading, 'first-response')
    const word = preset.read(node, reading)
    if (word === undefined) return undefined
    return { clock: word === 'resolution' ? { kind: word, until: 'solved' } : { kind: word } }
  },
}

function readDeclared(read: ReturnType<typeof declaredClock.read>, reading: Reading): ClockRead | undefined {
  if (read === undefined) return undefined
  const { from, until, each, pauses: states, 'given up': givenUp } = read.values
  if (from !== undefined && from === until) {
    reading.report.add(
      'fields-conflict',
      read.at('until'),
      `a clock cannot start and end with the same event, “${from}”`,
      { typed: from, together: ['from', 'until'] },
    )
  }
  if (from === undefined || until === undefined) return undefined
  const clock = {
    kind: 'declared',
    from,
    until,
    givenUp: givenUp ?? [],
    each: each ?? 'every time',
    place: read.place,
  } as const
  return { clock, ...(states ? { pauses: states } : {}) }
}
