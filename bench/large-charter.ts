import type { Draw } from './chances.ts'

const CHANNELS = ['email', 'chat', 'phone', 'sms', 'social', 'forum', 'form', 'letter', 'counter']
const TIERS = ['free', 'standard', 'gold']
const PRIORITIES = ['low', 'normal', 'high']
const REASONS = ['damaged', 'late', 'wrong-item', 'change-of-mind', 'question', 'other']
const PRICES = [10, 50, 100, 500, 1000, 5000]
const AGES = [14, 30, 90, 365, 730]

/** A charter whose one promise has a table of `rows` rows and six columns, the last row without conditions. */
export function largeCharter(rows: number, draw: Draw): string {
  const table = Array.from({ length: rows }, (_, row) => {
    const cells = row === rows - 1 ? [] : conditions(draw)
    return `      - { ${[...cells, `target: ${1 + draw.below(40)} h of office`].join(', ')} }`
  })
  return `avow: 1
charter: large
languages: [en]
zone: Europe/Warsaw
facts:
  channel: { one of: [${CHANNELS}] }
  tier: { in order: [${TIERS}] }
  priority: { in order: [${PRIORITIES}] }
  reason: { one of: [${REASONS}] }
  price: money EUR
  bought: { age: true }
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
promises:
  - id: P1
    audience: staff
    clock: first-response
    measured: [each]
    table:
${table.join('\n')}
`
}

/** About four of the six columns are asked. */
function conditions(draw: Draw): string[] {
  const some = (values: readonly string[]): string => {
    const first = draw.pick(values)
    return draw.happens(0.5) ? first : `[${[...new Set([first, draw.pick(values)])]}]`
  }
  const range = (cuts: readonly number[], unit: string): string => {
    const [one, other] = [draw.pick(cuts), draw.pick(cuts)]
    if (one === other) return `"${draw.happens(0.5) ? '<' : '>='} ${one} ${unit}"`
    return `"${Math.min(one, other)} ${unit} .. ${Math.max(one, other)} ${unit}"`
  }
  const all = [
    `channel: ${some(CHANNELS)}`,
    `tier: ${some(TIERS)}`,
    `priority: ${some(PRIORITIES)}`,
    `reason: ${some(REASONS)}`,
    `price: ${range(PRICES, 'EUR')}`,
    `bought: ${range(AGES, 'days')}`,
  ]
  return all.filter(() => draw.happens(0.7))
}
