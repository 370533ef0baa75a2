import { parseDate } from '../../calendar/index.ts'
import type { Example, ExampleOfPromise, ExampleOfRemedy } from '../document.ts'
import type { SourceEntry, SourceNode } from '../source/node.ts'
import { type FieldsRead, type FieldTable, field, fields, required } from './fields.ts'
import { type GivenValue, readGiven } from './given-facts.ts'
import { money } from './money.ts'
import { whyNoDate } from './no-date.ts'
import type { Reading } from './reading.ts'
import { remedyWords } from './remedies.ts'
import { expected, refine, type Shape, shown, typedAt } from './shape.ts'
import { listOf, wholeNumber } from './words.ts'

const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/
const MOST_ROWS = 100_000
const GIVEN_FORM = '{ channel: email, at: 2026-12-23T16:30 }'
const EXPECT_FORM = '{ P1: { due: 2026-12-28T09:30 } }'

/** A local time of the charter's zone (`2026-12-23T16:30`), or an instant with `Z` or an offset; as written. */
const instant: Shape<string> = {
  schema: { type: 'string', pattern: TIME.source },
  read(node, reading) {
    const typed = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : ''
    const [, date = '', hours, minutes, seconds = '0'] = TIME.exec(typed) ?? []
    if (parseDate(date) !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60)
      return typed
    const why = whyNoDate(date) ?? 'write it as 2026-12-23T16:30 (local time), or with Z or +01:00'
    reading.report.add('bad-date', node.place, `${shown(node)} is no date and time; ${why}`, {
      typed: typedAt(node),
      like: '2026-12-23T16:30',
    })
    return undefined
  },
}

const PROMISE = {
  due: field('The due time that is expected, or none.', orNone(instant)),
  row: field('The row that is expected to decide, from 1.', wholeNumber(1, MOST_ROWS)),
}

const REMEDY = {
  allow: field('What is expected to be allowed.', remedyWords),
  'up to': field('The amount that is expected.', money),
  row: field('The row that is expected to decide, from 1.', wholeNumber(1, MOST_ROWS)),
}

const promiseFields = fields('the outcome of a promise', PROMISE)
const remedyFields = fields('the outcome of a remedy', REMEDY)

const GIVEN_SCHEMA = {
  type: 'object',
  properties: { at: { ...instant.schema, description: 'When the ticket is created.' } },
  required: ['at'],
  additionalProperties: true,
}

interface Given {
  readonly at: string | undefined
  readonly facts: ReadonlyMap<string, GivenValue>
}

const given: Shape<Given> = {
  schema: GIVEN_SCHEMA,
  read(node, reading) {
    if (node.kind !== 'map')
      return expected('facts and a time, as in { channel: email, at: 2026-12-23T16:30 }', node, reading, GIVEN_FORM)
    const facts = new Map<string, GivenValue>()
    let at: string | undefined
    for (const entry of node.entries) {
      if (entry.key === 'at') at = instant.read(entry.value, reading)
      else {
        const value = readGiven(entry, reading)
        if (value !== undefined) facts.set(entry.key, value)
      }
    }
    if (!node.entries.some((entry) => entry.key === 'at'))
      reading.report.add('missing-field', node.place, 'an example needs “at”, when the ticket is created', {
        needed: ['at'],
      })
    return { at, facts }
  },
}

interface Expected {
  readonly promises: ReadonlyMap<string, ExampleOfPromise>
  readonly remedies: ReadonlyMap<string, ExampleOfRemedy>
}

const expect: Shape<Expected> = {
  schema: {
    type: 'object',
    additionalProperties: { anyOf: [{ const: 'none' }, promiseFields.schema, remedyFields.schema] },
  },
  read(node, reading) {
    if (node.kind !== 'map')
      return expected(
        'what each promise and remedy gives, as in { P1: { due: 2026-12-28T09:30 } }',
        node,
        reading,
        EXPECT_FORM,
      )
    const promises = new Map<string, ExampleOfPromise>()
    const remedies = new Map<string, ExampleOfRemedy>()
    for (const entry of node.entries) expectClause(entry, promises, remedies, reading)
    return { promises, remedies }
  },
}

/** `expect` by clause id. `none` says that a promise does not apply, or that a remedy allows nothing. */
function expectClause(
  { key, keyPlace, value }: SourceEntry,
  promises: Map<string, ExampleOfPromise>,
  remedies: Map<string, ExampleOfRemedy>,
  reading: Reading,
): void {
  const isNone = value.kind === 'scalar' && value.value === 'none'
  if (reading.remedies.isDeclared(key)) {
    const read = isNone ? undefined : remedyFields.read(value, reading)
    if (isNone) remedies.set(key, { place: keyPlace, allow: [] })
    if (read) checkRow(read, reading.remedies.get(key), key, reading)
    if (read) remedies.set(key, ofRemedy(read))
  } else if (reading.promises.has(key)) {
    const read = isNone ? undefined : promiseFields.read(value, reading)
    if (isNone) promises.set(key, { place: keyPlace, due: 'none' })
    if (read) checkRow(read, reading.promises.get(key), key, reading)
    if (read) promises.set(key, ofPromise(read))
  } else {
    const { promises: some, remedies: others, report } = reading
    const known = (): readonly string[] => [...some.names(), ...others.names()]
    const refused = (): readonly string[] => [...some.refusedNames(), ...others.refusedNames()]
    report.addUnknown('unknown-clause', keyPlace, 'promise or remedy', key, known, refused)
  }
}

function checkRow(
  read: FieldsRead<FieldTable & { row: typeof PROMISE.row }>,
  rows: number | undefined,
  id: string,
  reading: Reading,
): void {
  const { row } = read.values
  if (row !== undefined && rows !== undefined && row > rows) {
    reading.report.add(
      'unknown-value',
      read.at('row'),
      `“${id}” has ${rows} ${rows === 1 ? 'row' : 'rows'}; there is no row ${row}`,
      { typed: String(row), of: id, most: rows },
    )
  }
}

function ofPromise({ values: { due, row }, place }: FieldsRead<typeof PROMISE>): ExampleOfPromise {
  return { place, ...(due === undefined ? {} : { due }), ...(row === undefined ? {} : { row }) }
}

function ofRemedy({ values: { allow, row, 'up to': upTo }, place }: FieldsRead<typeof REMEDY>): ExampleOfRemedy {
  return { place, ...(allow ? { allow } : {}), ...(upTo ? { upTo } : {}), ...(row === undefined ? {} : { row }) }
}

function orNone(shape: Shape<string>): Shape<string> {
  return {
    schema: { anyOf: [{ const: 'none' }, shape.schema] },
    read: (node: SourceNode, reading) =>
      node.kind === 'scalar' && node.value === 'none' ? 'none' : shape.read(node, reading),
  }
}

const FIELDS = {
  given: required('The facts of a ticket, and when it is created (at).', given),
  expect: required('What the charter must say, by id of promise or remedy.', expect),
}

/** Examples that run on every save and by `avow test`. */
export const examples: Shape<readonly Example[]> = listOf('examples', refine(fields('an example', FIELDS), exampleOf))

function exampleOf({ values, place }: FieldsRead<typeof FIELDS>): Example | undefined {
  const { given, expect } = values
  if (given?.at === undefined || expect === undefined) return undefined
  return { place, given: given.facts, at: given.at, promises: expect.promises, remedies: expect.remedies }
}
