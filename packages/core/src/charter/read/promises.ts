import type { PromiseClause, PromiseRow } from '../document.ts'
import type { Audience, ClockDefinition, PauseState } from '../parts.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { type ClockRead, clock, pauses } from './clock.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { lawRows } from './law.ts'
import { remedyLink } from './links.ts'
import { measures } from './measures.ts'
import { noAnswerWords } from './no-answer.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'
import { hitPolicy, type RowRead, table } from './table.ts'
import { texts } from './texts.ts'
import { flag, oneOf } from './words.ts'

const OUTPUTS = {
  target: required('By when: 2 h of office, 2 working days of office, 14 days.', duration),
  audience: field('Who may read this row, where it is not as for the promise.', audience),
}

const brokenFields = fields('“if broken”', {
  apologise: field('Whether to apologise to the customer.', flag),
  remedy: field('The remedy then offered.', remedyLink),
})

const FIELDS = {
  id: required('The stable id of the promise, such as P1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  clock: required('What starts the time and what ends it.', clock),
  until: field(
    'What ends a resolution: true solving (the default), or closing.',
    oneOf('value of “until” called', ['solved', 'closed']),
  ),
  says: field('What the customer is told; {target} stands for the row’s target.', texts(['target'])),
  when: field('The scope: outside it the promise does not apply, and that is no gap.', condition('promise')),
  hit: field('Which row counts where several match: the first (the default), or a unique one.', hitPolicy),
  table: required('The rows: conditions on facts, and the target.', table('a row of a promise', 'promise', OUTPUTS)),
  pauses: field('States of the ticket in which the clock stands still.', pauses),
  measured: field('How it is measured: each (the default), share, mean.', measures),
  'no answer needed': field('Reasons with which a ticket may be solved without an answer.', noAnswerWords),
  'on change': field(
    'Whether a run is decided again when facts change (the default), or keeps its row.',
    oneOf('value of “on change” called', ['decide again', 'keep']),
  ),
  'if broken': field('What follows when the promise is broken.', brokenFields),
  conditions: field('What the customer must have done or given for it to hold.', texts()),
  limits: field('What it does not cover.', texts()),
  contact: field('How to reach who keeps it.', texts()),
  complaints: field('Where to complain about it.', texts()),
  law: field('The rows of law packs whose clocks it carries: PL-1.', lawRows),
  ...COMMON,
}

const promiseFields = fields('a promise', FIELDS)

/** What the customer gets by when. */
export const promises: Shape<readonly PromiseClause[]> = clauses('promises', refine(promiseFields, promiseOf))

function promiseOf(read: FieldsRead<typeof FIELDS>, reading: Reading): PromiseClause | undefined {
  const { id, when = new Map(), hit = 'first', measured = [{ kind: 'each' }] } = read.values
  const { conditions, limits, contact, complaints, law } = read.values
  const rows = read.values.table?.map((row) => rowOf(row))
  checkColumnOrder([when, ...(read.values.table ?? []).map((row) => row.cells)], reading)
  const clockRead = checkClock(read, reading)
  if (id === undefined || clockRead === undefined || rows === undefined) return undefined
  const ifBroken = ifBrokenOf(read.values['if broken'])
  return {
    kind: 'promise',
    id,
    place: read.place,
    audience: read.values.audience ?? ('staff' satisfies Audience),
    ...commonOf(read.values),
    clock: clockRead.clock,
    when,
    hit,
    rows: rows.filter((row) => row !== undefined),
    pauses: clockRead.pauses,
    measured,
    noAnswerNeeded: read.values['no answer needed'] ?? [],
    onChange: read.values['on change'] ?? 'decide again',
    ...present({ ifBroken, conditions, limits, contact, complaints, law }),
  }
}

function rowOf({ cells, read }: RowRead<typeof OUTPUTS>): PromiseRow | undefined {
  const { target, audience } = read.values
  if (target === undefined) return undefined
  return {
    cells,
    target: target.duration,
    targetText: target.text,
    ...(audience ? { audience } : {}),
    place: read.place,
  }
}

/** The clock with its pauses, wherever they are written; `until` belongs to resolutions, and an answer has no pauses (SPEC P1). */
function checkClock(
  read: FieldsRead<typeof FIELDS>,
  reading: Reading,
): { clock: ClockDefinition; pauses: readonly PauseState[] } | undefined {
  const written: ClockRead | undefined = read.values.clock
  if (written === undefined) return undefined
  const { clock } = written
  const states = read.values.pauses ?? written.pauses ?? []
  if (read.values.pauses && written.pauses) {
    reading.report.add(
      'fields-conflict',
      read.at('pauses'),
      '“pauses” stands in the clock already; keep one of the two',
      { together: ['clock', 'pauses'] },
    )
  }
  if (clock.kind === 'first-response' && states.length > 0) {
    reading.report.add(
      'fields-conflict',
      read.at('pauses'),
      'a first response has no pauses: nobody has asked the customer for anything yet',
      { together: ['clock', 'pauses'] },
    )
  }
  if (!read.has('until')) return { clock, pauses: states }
  if (clock.kind === 'resolution') return { clock: { ...clock, until: read.values.until ?? 'solved' }, pauses: states }
  reading.report.add(
    'fields-conflict',
    read.at('until'),
    'only a resolution has “until”; other clocks end as their kind says',
    { together: ['clock', 'until'] },
  )
  return undefined
}

function ifBrokenOf(read: ReturnType<typeof brokenFields.read>): PromiseClause['ifBroken'] {
  if (read === undefined) return undefined
  const { apologise = false, remedy } = read.values
  return { apologise, ...(remedy === undefined ? {} : { remedy }), place: read.place }
}
