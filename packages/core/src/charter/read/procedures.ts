import { type ProcedureClause, type ProcedureStep, STEP_ACTIONS, type StepAction } from '../stated-clauses.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { condition } from './condition.ts'
import { duration } from './duration.ts'
import { type FieldsRead, field, fields, required } from './fields.ts'
import { positionLink, promiseLink, remedyLink } from './links.ts'
import { present } from './present.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'
import { texts } from './texts.ts'
import { distinct, listOf, name, oneOf, oneOrMore } from './words.ts'

/** The step with which a procedure is over. */
const END = 'end'

const STEP = {
  name: field('By which another step leads here.', name('a step')),
  when: field('Where it does not hold, the step is left out.', condition('procedure')),
  do: field('Something to be done, in words.', texts()),
  ask: field('What to ask the customer for: photo.', name('what is asked for')),
  decide: field('The remedy to decide on.', remedyLink),
  send: field('The reply to send, by its name.', name('a reply')),
  wait: field('For whom to wait.', oneOf('party to wait for', ['customer', 'team', 'supplier'])),
  'at most': field('How long to wait at most.', duration),
  approve: field('The position that must approve.', positionLink),
  automate: field('What a program does: send-label.', name('what is automated')),
  'hand over': field('The position that goes on with it.', positionLink),
  needs: field('What a hand-over must name: [order, tried].', distinct(oneOrMore('fields', name('a field')))),
  next: field('The step that follows, by its name, or end; the next one where it is left out.', name('a step')),
}

const FIELDS = {
  id: required('The stable id of the procedure, such as D1.', clauseId),
  audience: field('Who may read it: public, staff (the default) or a position.', audience),
  says: field('What it is for, in a sentence.', texts()),
  when: field('The cases that it is for.', condition('procedure')),
  standards: field('The promises that it is measured by: [P1].', distinct(oneOrMore('promises', promiseLink))),
  steps: required('What is done, in order.', listOf('steps', fields('a step of a procedure', STEP))),
  ...COMMON,
}

/** How one kind of case is handled, step by step. */
export const procedures: Shape<readonly ProcedureClause[]> = clauses(
  'procedures',
  refine(fields('a procedure', FIELDS), procedureOf),
)

function procedureOf(read: FieldsRead<typeof FIELDS>, reading: Reading): ProcedureClause | undefined {
  const { id, audience = 'staff', when = new Map(), standards = [], steps: written } = read.values
  checkColumnOrder([when, ...(written ?? []).map((step) => step.values.when ?? new Map())], reading)
  if (written?.length === 0)
    reading.report.add('missing-field', read.at('steps'), 'a procedure needs at least one step', { needed: ['steps'] })
  checkNames(written ?? [], reading)
  if (id === undefined || written === undefined) return undefined
  return {
    kind: 'procedure',
    id,
    place: read.place,
    audience,
    ...commonOf(read.values),
    when,
    standards,
    steps: written.map((step) => stepOf(step, reading)).filter((step) => step !== undefined),
  }
}

/** Each name once, and every \`then\` leads to one of them. */
function checkNames(steps: readonly FieldsRead<typeof STEP>[], reading: Reading): void {
  const lines = new Map<string, number>()
  for (const step of steps) {
    const { name } = step.values
    if (name === undefined) continue
    const line = lines.get(name)
    if (name === END)
      reading.report.add(
        'reserved-name',
        step.at('name'),
        '“end” has a meaning of its own; give the step another name',
        {
          typed: 'end',
        },
      )
    else if (line === undefined) lines.set(name, step.at('name').line)
    else
      reading.report.add('named-twice', step.at('name'), `a step was called “${name}” already in line ${line}`, {
        typed: name,
        line,
      })
  }
  for (const step of steps) {
    const { next } = step.values
    if (next !== undefined && next !== END && !lines.has(next))
      reading.report.addUnknown('unknown-value', step.at('next'), 'step', next, [...lines.keys(), END])
  }
}

function stepOf(read: FieldsRead<typeof STEP>, reading: Reading): ProcedureStep | undefined {
  const { name, when = new Map(), next } = read.values
  const written = STEP_ACTIONS.filter((action) => read.has(action))
  const [kind, more] = written
  if (kind === undefined)
    reading.report.add('missing-field', read.place, `a step does one thing: ${STEP_ACTIONS.join(', ')}`, {
      needed: STEP_ACTIONS,
    })
  else if (more !== undefined)
    reading.report.add(
      'fields-conflict',
      read.at(more),
      `a step does one thing: “${kind}” or “${more}”; make two of them`,
      { together: [kind, more] },
    )
  if (read.has('at most') && kind !== 'wait')
    reading.report.add('fields-conflict', read.at('at most'), 'only “wait” has “at most”', { together: ['at most'] })
  if (read.has('needs') && kind !== 'hand over')
    reading.report.add('fields-conflict', read.at('needs'), 'only “hand over” has “needs”', { together: ['needs'] })
  const action = kind && actionOf(kind, read)
  return action && { place: read.place, ...present({ name }), when, action, ...present({ next }) }
}

function actionOf(kind: (typeof STEP_ACTIONS)[number], { values }: FieldsRead<typeof STEP>): StepAction | undefined {
  const { do: says, ask, decide, send, wait, 'at most': most, approve, automate, 'hand over': to, needs = [] } = values
  switch (kind) {
    case 'do':
      return says && { kind, says }
    case 'ask':
      return ask === undefined ? undefined : { kind, what: ask }
    case 'decide':
      return decide === undefined ? undefined : { kind, remedy: decide }
    case 'send':
      return send === undefined ? undefined : { kind, reply: send }
    case 'wait':
      return wait && { kind, party: wait, ...present({ atMost: most?.duration, text: most?.text }) }
    case 'approve':
      return approve === undefined ? undefined : { kind, position: approve }
    case 'automate':
      return automate === undefined ? undefined : { kind, what: automate }
    case 'hand over':
      return to === undefined ? undefined : { kind, position: to, needs }
  }
}
