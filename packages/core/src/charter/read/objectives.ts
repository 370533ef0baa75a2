import { STANCES } from '../clause.ts'
import { readTime } from '../condition/amounts.ts'
import { Tokens, Wrong } from '../condition/tokens.ts'
import { textOf } from '../source/node.ts'
import type { Benchmark, ObjectiveClause, ObjectiveFigure, ObjectiveMeasure } from '../stated-clauses.ts'
import { audience } from './audience.ts'
import { date } from './calendar-dates.ts'
import { clauseId, clauses } from './clause.ts'
import { COMMON, commonOf } from './common.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { valueLink } from './links.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { listOf, name, oneOf, text } from './words.ts'

const OF_PROMISE = /^(kept|median|mean)\s*\(\s*([^\s()]+)\s*\)$/
const PERCENT = /^(\d{1,3}(?:\.\d{1,6})?)\s*%$/
const FORMS = 'kept(P1), median(P1), mean(P1), satisfaction or granted-without-asking'

/** The figure that an objective goes by. */
const measure: Shape<ObjectiveMeasure> = {
  schema: {
    anyOf: [
      { enum: ['satisfaction', 'granted-without-asking'] },
      { type: 'string', pattern: '^(kept|median|mean)\\s*\\(.+\\)$' },
    ],
  },
  read(node, reading) {
    const word = node.kind === 'scalar' ? textOf(node).trim() : ''
    if (word === 'satisfaction' || word === 'granted-without-asking') return { kind: word }
    const [, kind, promise = ''] = OF_PROMISE.exec(word) ?? []
    if (kind !== 'kept' && kind !== 'median' && kind !== 'mean')
      return expected(`what is measured: ${FORMS}`, node, reading, 'kept(P1)')
    if (reading.promises.has(promise)) return { kind, promise }
    const { promises, report } = reading
    report.addUnknown('unknown-clause', node.place, 'promise', promise, promises.names(), () => promises.refusedNames())
    return undefined
  },
}

/** A share (`95%`), or a time as a promise counts it (`4 h`). */
const figure: Shape<ObjectiveFigure> = {
  schema: { type: 'string', pattern: '^\\d', examples: ['95%', '4 h', '1 h 30 min'] },
  read(node, reading) {
    const written = node.kind === 'scalar' ? textOf(node).trim() : ''
    const percent = PERCENT.exec(written)
    if (percent !== null && Number(percent[1]) <= 100)
      return { kind: 'percent', percent: Number(percent[1]), text: written }
    const tokens = new Tokens(written)
    const ms = readTime(tokens)
    if (percent === null && !(ms instanceof Wrong) && tokens.done) return { kind: 'time', ms, text: written }
    return expected('a share of at most 100% such as 95%, or a time such as 4 h', node, reading, '95%')
  },
}

const BENCHMARK = {
  of: required('Whose figure it is.', text('the name of a company, or of a sector')),
  claims: required('What they promise or reach: 95%, or 4 h.', figure),
  source: required('Where it was read.', text('where the figure was read')),
  date: required('When it was read: 2026-05-01.', date),
  channel: field('The channel it is for.', name('a channel')),
  stance: field('How we mean to stand to it.', oneOf('stance', STANCES)),
}

const FIELDS = {
  id: required('The stable id of the objective, such as O1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  says: required('What the company wants to reach, in a sentence.', texts()),
  value: field('The value that it serves.', valueLink),
  measure: required(`The figure that it goes by: ${FORMS}.`, measure),
  target: required('What the figure is to be: 95%, or 4 h.', figure),
  stretch: field('What it would be on a very good day.', figure),
  baseline: field('What it was at the beginning.', figure),
  by: required('By when: 2027-06-30.', date),
  benchmarks: field('What others promise or reach.', listOf('benchmarks', fields('a benchmark', BENCHMARK))),
  ...COMMON,
}

/** Where the company wants to be, by when. */
export const objectives: Shape<readonly ObjectiveClause[]> = clauses(
  'objectives',
  refine(fields('an objective', FIELDS), objectiveOf),
)

function objectiveOf(read: FieldsRead<typeof FIELDS>, reading: Reading): ObjectiveClause | undefined {
  const { id, audience = 'staff', says, value, measure, target, stretch, baseline, by, benchmarks = [] } = read.values
  checkFigures(read, reading)
  if (id === undefined || says === undefined || measure === undefined || target === undefined || by === undefined)
    return undefined
  return {
    kind: 'objective',
    id,
    place: read.place,
    audience,
    ...commonOf(read.values),
    says,
    ...present({ value, stretch, baseline }),
    measure,
    target,
    by,
    benchmarks: benchmarks.map(benchmarkOf).filter((one) => one !== undefined),
  }
}

/** A share is measured in percent, a median and a mean in time. */
function checkFigures(read: FieldsRead<typeof FIELDS>, reading: Reading): void {
  const { measure } = read.values
  if (measure === undefined) return
  const wanted = measure.kind === 'median' || measure.kind === 'mean' ? 'time' : 'percent'
  for (const name of ['target', 'stretch', 'baseline'] as const) {
    const figure = read.values[name]
    if (figure === undefined || figure.kind === wanted) continue
    const form = wanted === 'time' ? 'a time such as 4 h' : 'a share such as 95%'
    reading.report.add(
      'bad-measure',
      read.at(name),
      `${quoted(figure.text)} does not fit: “${measure.kind}” is ${form}`,
      { typed: figure.text },
    )
  }
}

function benchmarkOf(read: FieldsRead<typeof BENCHMARK>): Benchmark | undefined {
  const { of, claims, source, date, channel, stance } = read.values
  if (of === undefined || claims === undefined || source === undefined || date === undefined) return undefined
  return { of, claims, source, date, ...present({ channel, stance }), place: read.place }
}
