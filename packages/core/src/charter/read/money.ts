import { readMoney } from '../condition/amounts.ts'
import { isCurrency } from '../condition/currency.ts'
import { Tokens, Wrong } from '../condition/tokens.ts'
import type { Limit, MeasurePeriod, Money } from '../parts.ts'
import { entryOf, placeInside, type SourceMap, type SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'

export const PERIODS = ['week', 'month', 'quarter', 'year'] as const

/** An amount: `100 EUR`, or as JSON has it `{ minor: 10000, currency: EUR }`. */
export const money: Shape<Money> = {
  schema: { $ref: '#/$defs/money' },
  read(node, reading) {
    if (node.kind === 'map') return moneyOfMap(node, reading)
    if (node.kind !== 'scalar' || node.value === null)
      return expected('an amount such as 100 EUR', node, reading, '100 EUR')
    const text = String(node.value)
    const tokens = new Tokens(text)
    const amount = readMoney(tokens)
    const wrong =
      amount instanceof Wrong
        ? amount
        : tokens.done
          ? undefined
          : new Wrong(tokens.at, `${tokens.shown} is too much here`)
    if (wrong === undefined) return amount instanceof Wrong ? undefined : amount
    reading.report.add('bad-money', placeInside(node, wrong.at), `${quoted(text)}: ${wrong.message}`, {
      typed: text,
      like: '100 EUR',
    })
    return undefined
  },
}

function moneyOfMap(map: SourceMap, reading: Reading): Money | undefined {
  const minor = entryOf(map, 'minor')
  const currency = entryOf(map, 'currency')
  const units = minor?.kind === 'scalar' ? minor.value : undefined
  const code = currency?.kind === 'scalar' ? currency.value : undefined
  if (
    map.entries.length === 2 &&
    typeof units === 'number' &&
    Number.isSafeInteger(units) &&
    units >= 0 &&
    typeof code === 'string' &&
    isCurrency(code)
  ) {
    return { minor: units, currency: code }
  }
  reading.report.add(
    'bad-money',
    map.place,
    'an amount is written as 100 EUR, or { minor: 10000, currency: EUR } in whole minor units',
    { like: '100 EUR' },
  )
  return undefined
}

const BUDGET = /^(.*\S)\s+an?\s+(\w+)$/

/** A budget over a period: `200 EUR a month`. */
export const budget: Shape<{ readonly money: Money; readonly period: MeasurePeriod }> = {
  schema: { type: 'string', pattern: `^.+ a (${PERIODS.join('|')})$`, examples: ['200 EUR a month'] },
  read(node, reading) {
    const match = node.kind === 'scalar' && typeof node.value === 'string' ? BUDGET.exec(node.value) : null
    if (match === null || node.kind !== 'scalar')
      return expected('an amount and a period, as in 200 EUR a month', node, reading, '200 EUR a month')
    const period = PERIODS.find((name) => name === match[2])
    if (period === undefined) reading.report.addUnknown('unknown-value', node.place, 'period', match[2] ?? '', PERIODS)
    const amount = money.read({ ...node, value: match[1] ?? '' }, reading)
    return amount && period ? { money: amount, period } : undefined
  },
}

/** An upper limit: an amount, or a fact that is one (`up to: price`). */
export const limit: Shape<Limit> = {
  schema: { anyOf: [{ $ref: '#/$defs/money' }, { type: 'string' }] },
  read(node, reading) {
    const name = factName(node)
    if (name === undefined) {
      const amount = money.read(node, reading)
      return amount && { kind: 'amount', money: amount }
    }
    const { facts, report } = reading
    const fact = facts.get(name)
    if (fact?.type.kind === 'money' || (fact === undefined && facts.has(name))) return { kind: 'fact', fact: name }
    if (fact !== undefined) {
      report.add(
        'fact-not-allowed',
        node.place,
        `“${name}” is no amount of money; a limit is an amount such as 100 EUR, or a fact of type money`,
        { typed: name, like: '100 EUR' },
      )
    } else {
      const known = (): readonly string[] => moneyFacts(reading)
      report.addUnknown('unknown-fact', node.place, 'fact', name, known, () => facts.refusedNames())
    }
    return undefined
  },
}

function factName(node: SourceNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' && /^[A-Za-z]/.test(node.value)
    ? node.value
    : undefined
}

function moneyFacts({ facts }: Reading): readonly string[] {
  return facts.names().filter((name) => facts.get(name)?.type.kind === 'money')
}

/** JSON Schema of an amount, under `$defs/money`. */
export const MONEY_SCHEMA = {
  description: 'An amount of money: "100 EUR", "50.50 EUR", or whole minor units with the currency.',
  anyOf: [
    { type: 'string', pattern: '^\\s*[0-9]+(\\.[0-9]+)?\\s*[A-Z]{3}\\s*$' },
    {
      type: 'object',
      properties: { minor: { type: 'integer', minimum: 0 }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
      required: ['minor', 'currency'],
      additionalProperties: false,
    },
  ],
}
