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

/** Mostly one of `good`, which need no closer look; now and then one that does, or is wrong. */
function mostly(good: readonly unknown[], odd: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8 * good.length, arbitrary: fc.constantFrom(...good) }, { weight: odd.length, arbitrary: fc.constantFrom(...odd) })
}

/** Left out `weight` times of `weight + 1`. */
function unless(weight: number, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
}

const text = mostly(['a', 'b', 'Άννα', '', '\ud83d\ude00', '__proto__'], ['a"b', 'back\\slash', 'line\nfeed', '\ud800', '#12', '#-0', true])
const at = mostly(
  ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', '2026-01-05T10:00:00.250Z', '2026-01-06T10:00:00Z'],
  ['2026-01-05T11:00:00+01:00', '2026-03-29 01:59:59Z', '2026-02-30T10:00:00Z', '2026-01-06T24:00:00Z', '2026-01-05T10:00Z', 'yesterday'],
)
const type = fc.constantFrom(
  ...['ticket.created', 'ticket.created', 'facts.changed', 'ticket.assigned', 'message.received', 'message.sent', 'message.sent'],
  ...['message.auto', 'note.added', 'status.changed', 'status.changed', 'ticket.reopened', 'ticket.spam', 'commitment.kept'],
  ...['repair.booked', 'repair.booked', 'repair.lost'],
)
const money = [{ minor: 1234, currency: 'EUR' }, { currency: 'EUR', minor: '#1234' }]
const factValue = mostly(
  ['gold', 'χρυσό', '12.34 EUR', '', '#1.50', '#1.5', '#-0', '#0', '#1e3', true, false, null, ...money],
  ['a"b', '#1e999', '#01', { minor: '7', currency: 'EUR' }, { minor: null, currency: 'EUR' }, { minor: 1 }, ['gold'], { a: { b: 1 } }],
)
const someFacts = fc.dictionary(fc.constantFrom('tier', 'channel', 'price', '1', '__proto__', 'τιμή'), factValue, {
  maxKeys: 4,
  noNullPrototype: true,
})

/** Fields left out are undefined. */
const fields = fc.record({
  ticket: mostly(['T1', 'T2', '#17', '17'], ['Ω/3', '', '#017', null]),
  at,
  type,
  id: unless(3, mostly(['e1', 'e2', 'e3', '#4'], ['', null, 'é'])),
  recorded: unless(3, fc.oneof(at, fc.constant(null))),
  seq: unless(3, mostly(['#1', '#2', '#10'], ['#1.5', '#-1', '#007', 'x', null])),
  v: unless(6, fc.constant(1)),
  by: unless(1, mostly(['customer', 'agent', 'agent:anna', 'agent:bo', 'bot:x:y'], ['agent:Άννα', 'agent:', 'nobody', 'nobody:x', 3, null])),
  facts: unless(1, fc.oneof({ weight: 9, arbitrary: someFacts }, { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 'x', []) })),
  key: unless(3, mostly(['k1', 'k2', '#3'], ['', null, 'κ2'])),
  to: unless(1, mostly(['open', 'solved', 'on-hold', 'waiting-for-customer'], ['nowhere', null])),
  team: unless(6, text),
  reason: unless(4, text),
  third_party: unless(6, text),
  for: unless(6, fc.constant('customer')),
  automatic: unless(6, mostly([true, false], ['yes'])),
  undo: unless(6, fc.constant(true)),
  tells: unless(6, mostly([['P1'], ['P1', 'P2'], 'P1'], [{ P1: '2026-01-05' }, [1], [[]]])),
  withdraws: unless(6, fc.constant(['P1'])),
  subject: unless(4, text),
  weight: unless(4, mostly(['#1', '#2.5', false], ['#-', '#01', [1, 'a'], { x: 1 }, { x: [] }])),
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
      '', '  ', '{', '{}', '[]', 'null', '"x"', '{"ticket":"T1"}', '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent",}', '{"ticket":"T1","at":{"toString":1},"type":"message.sent"}', '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"constructor"}', '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"status.changed","to":"constructor"}',
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
