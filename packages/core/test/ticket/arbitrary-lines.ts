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
  return fc.oneof(
    { weight: 8 * good.length, arbitrary: fc.constantFrom(...good) },
    { weight: odd.length, arbitrary: fc.constantFrom(...odd) },
  )
}

const text = mostly(
  ['a', 'b', 'Άννα', '', '\ud83d\ude00', '__proto__'],
  ['a"b', 'back\\slash', 'line\nfeed', '\ud800', '#12', '#-0', true],
)
const at = mostly(
  ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z', '2026-01-05T10:00:00.250Z', '2026-01-06T10:00:00Z'],
  [
    '2026-01-05T11:00:00+01:00',
    '2026-03-29 01:59:59Z',
    '2026-02-30T10:00:00Z',
    '2026-01-06T24:00:00Z',
    '2026-01-05T10:00Z',
    'yesterday',
  ],
)
const type = fc.constantFrom(
  ...[
    'ticket.created',
    'ticket.created',
    'facts.changed',
    'ticket.assigned',
    'message.received',
    'message.sent',
    'message.sent',
  ],
  ...[
    'message.auto',
    'note.added',
    'status.changed',
    'status.changed',
    'ticket.reopened',
    'ticket.spam',
    'commitment.kept',
  ],
  ...['repair.booked', 'repair.booked', 'repair.lost'],
)
const money = [
  { minor: 1234, currency: 'EUR' },
  { currency: 'EUR', minor: '#1234' },
]
const factValue = mostly(
  ['gold', 'χρυσό', '12.34 EUR', '', '#1.50', '#1.5', '#-0', '#0', '#1e3', true, false, null, ...money],
  [
    'a"b',
    '#1e999',
    '#01',
    { minor: '7', currency: 'EUR' },
    { minor: null, currency: 'EUR' },
    { minor: 1 },
    ['gold'],
    { a: { b: 1 } },
  ],
)
const someFacts = fc.dictionary(fc.constantFrom('tier', 'channel', 'price', '1', '__proto__', 'τιμή'), factValue, {
  maxKeys: 4,
  noNullPrototype: true,
})

const OPTIONAL = {
  id: mostly(['e1', 'e2', 'e3', '#4'], ['', null, 'é']),
  recorded: fc.oneof(at, fc.constant(null)),
  seq: mostly(['#1', '#2', '#10'], ['#1.5', '#-1', '#007', 'x', null]),
  v: fc.constant<unknown>(1),
  by: mostly(
    ['customer', 'agent', 'agent:anna', 'agent:bo', 'bot:x:y'],
    ['agent:Άννα', 'agent:', 'nobody', 'nobody:x', 3, null],
  ),
  facts: fc.oneof(
    { weight: 9, arbitrary: someFacts },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 'x', []) },
  ),
  key: mostly(['k1', 'k2', '#3'], ['', null, 'κ2']),
  to: mostly(['open', 'solved', 'on-hold', 'waiting-for-customer'], ['nowhere', 'constructor', null]),
  team: text,
  reason: text,
  third_party: text,
  for: fc.constant<unknown>('customer'),
  automatic: mostly([true, false], ['yes']),
  undo: fc.constant<unknown>(true),
  tells: mostly([['P1'], ['P1', 'P2'], 'P1'], [{ P1: '2026-01-05' }, [1], [[]]]),
  withdraws: fc.constant<unknown>(['P1']),
  subject: text,
  weight: mostly(['#1', '#2.5', false], ['#-', '#01', [1, 'a'], { x: 1 }, { x: [] }]),
}
const fields = fc.record({
  ticket: mostly(['T1', 'T2', '#17', '17'], ['Ω/3', '', '#017', null]),
  at,
  type,
  ...OPTIONAL,
})

/** How a program writes its lines: which fields in which hand. Lines of few programs stand in one file. */
const layout = fc.record({
  kept: fc
    .subarray(Object.keys(OPTIONAL), { maxLength: 6 })
    .map((names) => new Set(['ticket', 'at', 'type', ...names])),
  hand: fc.constantFrom(...HANDS),
})

/** No events, or such as no program would write. */
const ODD = [
  ...['', '  ', '{', '{}', '[]', 'null', '"x"', '{"ticket":"T1"}'],
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent",}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent"} x',
  '{"ticket":"T1","at":{"toString":1},"type":"message.sent"}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"constructor"}',
  '{"ticket":"T1","ticket":"T2","at":"2026-01-05T10:00:00Z","type":"message.sent"}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"facts.changed","facts":{"tier":"gold","tier":"free"}}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent","id":"e9","id":null}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"facts.changed","facts":{"price":{"minor":1,"currency":"EUR"}}}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"facts.changed","facts":{"price":{"minor":1,"currency":"PLN"}}}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"facts.changed","facts":{"price":{"minor":1}}}',
  '{"ticket":"T\t1","at":"2026-01-05T10:00:00Z","type":"message.sent"}',
  '{"ticket":"T1" "at":"2026-01-05T10:00:00Z","type":"message.sent"}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent","subject":"\\x"}',
  '{"ticket":"T1","at":"2026-01-05T10:00:00Z","type":"message.sent","subject":"\\u00zz"}',
]

/** Lines as they stand in a file, without their ends; mostly events. */
export function historyLines(maxLength: number): fc.Arbitrary<string[]> {
  const lines = fc.array(layout, { minLength: 1, maxLength: 3 }).chain((layouts) => {
    const line = fc
      .tuple(fc.constantFrom(...layouts), fields)
      .map(([{ kept, hand }, event]) =>
        written(Object.fromEntries(Object.entries(event).filter(([name]) => kept.has(name))), hand),
      )
    return fc.array(fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom(...ODD) }), {
      maxLength,
      size: 'max',
    })
  })
  return fc.noBias(lines)
}
