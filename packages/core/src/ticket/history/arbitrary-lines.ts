/** For tests: lines of history files, written in as many ways as JSON allows. */
import fc from 'fast-check'

/** How a line is written: the order of its fields, the space between its parts, what is escaped. */
interface Hand {
  readonly backwards: boolean
  readonly gap: string
  readonly escape: RegExp | undefined
}

const HANDS: readonly Hand[] = [
  { backwards: false, gap: '', escape: undefined },
  { backwards: true, gap: '', escape: undefined },
  { backwards: false, gap: ' ', escape: undefined },
  { backwards: true, gap: ' \t', escape: /[a-c]/g },
  { backwards: false, gap: '', escape: /[^\x20-\x7e]/g },
]

/** Writes a value as JSON. Numbers may be given as texts behind `#`, to be written as they are. */
export function written(value: unknown, hand: Hand): string {
  if (typeof value === 'string' && value.startsWith('#')) return value.slice(1)
  if (typeof value === 'string') {
    const { escape } = hand
    const text = JSON.stringify(value)
    if (escape === undefined) return text
    return text.replace(escape, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  }
  if (Array.isArray(value)) return `[${value.map((entry) => written(entry, hand)).join(`,${hand.gap}`)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
  if (hand.backwards) fields.reverse()
  const parts = fields.map(([name, field]) => `${written(name, hand)}:${hand.gap}${written(field, hand)}`)
  return `{${hand.gap}${parts.join(`,${hand.gap}`)}${hand.gap}}`
}

const ticket = fc.constantFrom<unknown>('T1', 'T2', 'T2', 'Ω/3', '#17', '17', '')
const at = fc.constantFrom(
  '2026-01-05T10:00:00Z',
  '2026-01-05T10:00:00Z',
  '2026-01-05T10:00:00.250Z',
  '2026-01-05T11:00:00+01:00',
  '2026-03-29 01:59:59Z',
  '2026-02-30T10:00:00Z',
  '2026-01-06T24:00:00Z',
  '2026-01-05T10:00Z',
  'yesterday',
)
const type = fc.constantFrom(
  'ticket.created', 'ticket.created', 'facts.changed', 'ticket.assigned', 'message.received', 'message.sent',
  'message.sent', 'message.auto', 'note.added', 'status.changed', 'status.changed', 'ticket.reopened', 'ticket.spam',
  'commitment.kept', 'repair.booked', 'repair.booked', 'repair.lost',
)
const text = fc.constantFrom<unknown>('a', 'b', 'Άννα', '', 'a"b', 'back\\slash', 'line\nfeed', '\ud83d\ude00', '\ud800', '__proto__', '#12', '#-0', true)
const factValue = fc.constantFrom<unknown>(
  'gold', 'χρυσό', '12.34 EUR', 'a"b', '', '#1.50', '#1.5', '#-0', '#0', '#1e3', '#1e999', true, false, null,
  { minor: 1234, currency: 'EUR' }, { currency: 'EUR', minor: '#1234' }, { minor: '7', currency: 'EUR' },
  { minor: null, currency: 'EUR' }, { minor: 1 }, ['gold'], { a: { b: 1 } },
)
const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 })

/** Fields left out are undefined. */
const fields = fc.record({
  ticket,
  at,
  type,
  id: seldom(fc.constantFrom<unknown>('e1', 'e2', 'e3', '#4', '', null)),
  recorded: seldom(fc.oneof(at, fc.constant(null))),
  seq: seldom(fc.constantFrom<unknown>('#1', '#2', '#10', '#1.5', '#-1', '#007', 'x', null)),
  v: seldom(fc.constant(1)),
  by: often(fc.constantFrom<unknown>('customer', 'agent', 'agent:anna', 'agent:Άννα', 'agent:', 'bot:x:y', 'nobody', 'nobody:x', 3, null)),
  facts: often(
    fc.oneof(
      fc.dictionary(fc.constantFrom('tier', 'channel', 'price', '1', '__proto__', 'τιμή'), factValue, { maxKeys: 4, noNullPrototype: true }),
      fc.constantFrom<unknown>(null, 'x', []),
    ),
  ),
  key: seldom(fc.constantFrom<unknown>('k1', 'κ2', '#3', '', null)),
  to: often(fc.constantFrom<unknown>('open', 'solved', 'on-hold', 'waiting-for-customer', 'nowhere', null)),
  team: seldom(text),
  reason: seldom(text),
  third_party: seldom(text),
  for: seldom(fc.constant('customer')),
  automatic: seldom(fc.constantFrom<unknown>(true, false, 'yes')),
  undo: seldom(fc.constant(true)),
  tells: seldom(fc.constantFrom<unknown>(['P1'], ['P1', 'P2'], 'P1', { P1: '2026-01-05' }, [1], [[]])),
  withdraws: seldom(fc.constant(['P1'])),
  subject: seldom(text),
  weight: seldom(fc.constantFrom<unknown>('#1', '#2.5', '#-', '#01', false, [1, 'a'], { x: 1 }, { x: [] })),
})

/** A line as it stands in a file, without its end; mostly an event, sometimes none. */
export const historyLine: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fields, fc.constantFrom(...HANDS))
      .map(([event, hand]) => written(Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)), hand)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '', '  ', '{', '{}', '[]', 'null', '"x"', '{"ticket":"T1"}', '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent",}',
      '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent"} x',
      '{"ticket":"T1","ticket":"T2","at":"2026-01-05T10:00:00Z","type":"message.sent"}',
      '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"facts.changed","facts":{"tier":"gold","tier":"free"}}',
      '{"ticket":"T\t1","at":"2026-01-05T10:00:00Z","type":"message.sent"}',
      '{"ticket":"T1" "at":"2026-01-05T10:00:00Z","type":"message.sent"}',
      '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent","subject":"\\x"}',
      '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent","subject":"\\u00zz"}',
    ),
  },
)
