import { readTime } from '../condition/amounts.ts'
import { Tokens, Wrong } from '../condition/tokens.ts'
import type { Measure, MeasurePeriod } from '../parts.ts'
import { placeInside, type SourceNode, type SourceScalar, textOf } from '../source/node.ts'
import { PERIODS } from './money.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'
import { oneOrMore } from './words.ts'

const FORMS = 'each, share: 95% a month, or mean: "<= 3 min a month"'
const SHARE = /^(\d{1,3}(?:\.\d{1,6})?)\s*%\s+an?\s+(\w+)$/
const MEAN = /^(?:<=|at most)\s*(.*\S)\s+an?\s+(\w+)$/

/** One way to measure a promise: every commitment, a share within a period, a mean over a period. */
const measure: Shape<Measure> = {
  schema: {
    anyOf: [
      { const: 'each' },
      oneKey(
        'share',
        `^\\d{1,3}(\\.\\d+)?\\s*%\\s+an? (${PERIODS.join('|')})$`,
        'A percentage of the commitments due in a period: 95% a month.',
      ),
      oneKey(
        'mean',
        `^(<=|at most)\\s*.+ an? (${PERIODS.join('|')})$`,
        'The mean time over a period: <= 3 min a month.',
      ),
    ],
  },
  read(node, reading) {
    if (node.kind === 'scalar' && node.value === 'each') return { kind: 'each' }
    const [entry, more] = node.kind === 'map' ? node.entries : []
    if (entry === undefined || more !== undefined || entry.value.kind !== 'scalar') return badMeasure(node, reading)
    if (entry.key === 'share') return share(entry.value, reading)
    if (entry.key === 'mean') return mean(entry.value, reading)
    reading.report.addUnknown('bad-measure', entry.keyPlace, 'measure', entry.key, ['each', 'share', 'mean'])
    return undefined
  },
}

function oneKey(key: string, pattern: string, description: string): object {
  return {
    type: 'object',
    properties: { [key]: { type: 'string', pattern, description } },
    required: [key],
    additionalProperties: false,
  }
}

function badMeasure(node: SourceNode, reading: Reading): undefined {
  return expected(`a measure (${FORMS})`, node, reading, 'share: 95% a month')
}

function share(node: SourceScalar, reading: Reading): Measure | undefined {
  const match = SHARE.exec(textOf(node).trim())
  const percent = Number(match?.[1])
  if (match === null || !(percent > 0 && percent <= 100)) {
    reading.report.add(
      'bad-measure',
      node.place,
      `${quoted(textOf(node))} is no share; write it as 95% a month, of more than 0% and at most 100%`,
      { typed: textOf(node), like: '95% a month' },
    )
    return undefined
  }
  const period = periodOf(match[2], node, reading)
  return period && { kind: 'share', percent, period }
}

function mean(node: SourceScalar, reading: Reading): Measure | undefined {
  const text = textOf(node).trim()
  const match = MEAN.exec(text)
  if (match === null) {
    reading.report.add('bad-measure', node.place, `${quoted(text)} is no mean; write it as "<= 3 min a month"`, {
      typed: text,
      like: '"<= 3 min a month"',
    })
    return undefined
  }
  const period = periodOf(match[2], node, reading)
  const time = match[1] ?? ''
  const tokens = new Tokens(time)
  const ms = readTime(tokens)
  const wrong =
    ms instanceof Wrong
      ? ms
      : tokens.done
        ? undefined
        : new Wrong(tokens.at, `${tokens.shown} is too much: a mean is counted as its promise is`)
  if (wrong)
    reading.report.add(
      'bad-measure',
      placeInside(node, text.indexOf(time) + wrong.at),
      `${quoted(text)}: ${wrong.message}`,
      { typed: text, like: '"<= 3 min a month"' },
    )
  return period && !(ms instanceof Wrong) && !wrong ? { kind: 'mean', ms, text, period } : undefined
}

function periodOf(word: string | undefined, node: SourceScalar, reading: Reading): MeasurePeriod | undefined {
  const period = PERIODS.find((name) => name === word)
  if (period === undefined) reading.report.addUnknown('unknown-value', node.place, 'period', word ?? '', PERIODS)
  return period
}

export const measures = oneOrMore('measures', measure)
