import type { EscalationClause, EscalationStep } from '../document.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { excludes, type FieldsRead, field, fields, required } from './fields.ts'
import { positionLink, promiseLink, toldLink, triggerLink } from './links.ts'
import type { Reading } from './reading.ts'
import { expected, refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { flag, listOf, oneOrMore } from './words.ts'

const PERCENT = /^(\d{1,3}(?:\.\d{1,3})?)\s*%$/

/** A part of the target in counted time: `75%`. */
const percent: Shape<number> = {
  schema: { type: 'string', pattern: PERCENT.source },
  read(node, reading) {
    const value = Number(PERCENT.exec(node.kind === 'scalar' ? String(node.value) : '')?.[1])
    return value > 0 && value <= 100
      ? value
      : expected('a percentage of the target, more than 0% and at most 100%', node, reading, '75%')
  },
}

const STEP = {
  at: field('The part of the target that has passed, in counted time.', percent),
  after: field('Time after the due instant; for a condition, after it began to hold.', duration),
  tell: field('Whom to tell: positions, or assignee.', oneOrMore('positions', toldLink)),
  'give to': field('The position that takes the ticket over.', positionLink),
  'raise priority': field('Whether the ticket moves up.', flag),
}

const FIELDS = {
  id: required('The stable id of the clause, such as E1.', clauseId),
  for: field('The promise on whose clock the steps hang.', promiseLink),
  when: field('The condition on whose coming true the steps hang.', condition('escalation')),
  on: field('The event at which the condition is asked.', triggerLink),
  steps: required('What is done, and when.', listOf('steps', fields('a step', STEP))),
  says: field('What the clause says to staff.', texts()),
  ...COMMON,
}

const escalationFields = fields('an escalation', FIELDS)

/** What is done before and after a promise breaks, or when a condition comes true (SPEC S1 to S4). */
export const escalation: Shape<readonly EscalationClause[]> = clauses(
  'escalations',
  refine(escalationFields, escalationOf),
)

function escalationOf(read: FieldsRead<typeof FIELDS>, reading: Reading): EscalationClause | undefined {
  const { id, when, on: event, for: promise, steps: written } = read.values
  const onPromise = read.has('for')
  excludes(read, 'for', read.has('when') ? 'when' : 'on', reading)
  if (!onPromise && !read.has('when') && !read.has('on')) {
    reading.report.add(
      'missing-field',
      read.place,
      'an escalation needs “for” (a promise), or “when” (a condition), or “on” (an event)',
      { needed: ['for', 'when', 'on'] },
    )
  }
  if (when) checkColumnOrder([when], reading)
  const steps = (written ?? []).map((step) => stepOf(step, onPromise, reading)).filter((step) => step !== undefined)
  if (written?.length === 0)
    reading.report.add('missing-field', read.at('steps'), 'an escalation needs at least one step', {
      needed: ['steps'],
    })
  if (id === undefined || (onPromise && promise === undefined)) return undefined
  const trigger = { kind: 'condition', ...(event === undefined ? {} : { event }), when: when ?? new Map() } as const
  return {
    kind: 'escalation',
    id,
    place: read.place,
    ...commonOf(read.values),
    on: promise === undefined ? trigger : { kind: 'promise', promise },
    steps,
  }
}

function stepOf(read: FieldsRead<typeof STEP>, onPromise: boolean, reading: Reading): EscalationStep | undefined {
  const at = stepTime(read, onPromise, reading)
  const { tell = [], 'give to': giveTo, 'raise priority': raisePriority = false } = read.values
  if (!read.has('tell') && !read.has('give to') && !read.has('raise priority')) {
    reading.report.add('missing-field', read.place, 'a step does something: “tell”, “give to” or “raise priority”', {
      needed: ['tell', 'give to', 'raise priority'],
    })
  }
  return at && { at, tell, ...(giveTo === undefined ? {} : { giveTo }), raisePriority, place: read.place }
}

function stepTime(
  read: FieldsRead<typeof STEP>,
  onPromise: boolean,
  reading: Reading,
): EscalationStep['at'] | undefined {
  const { at, after } = read.values
  if (excludes(read, 'at', 'after', reading)) return undefined
  if (read.has('after')) return after && { kind: 'after', duration: after.duration }
  if (!onPromise) {
    if (!read.has('at')) return { kind: 'at once' }
    reading.report.add(
      'fields-conflict',
      read.at('at'),
      'a condition has no target of which a part could pass; write “after”, or nothing for at once',
      { together: ['when', 'at'] },
    )
    return undefined
  }
  if (!read.has('at'))
    reading.report.add(
      'missing-field',
      read.place,
      'a step on a promise needs “at” (75% of the target) or “after” (2 h of office)',
      { needed: ['at', 'after'] },
    )
  return at === undefined ? undefined : { kind: 'percent', percent: at }
}
