import { passStep, type StepAction } from '@avow/core'
import type { JsonObject, NewContent, NewEvent, Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import { positionsOf } from '../charters/index.ts'
import { STEP_EVENTS } from '../commitments/index.ts'
import { type Author, byAuthor, ownerOfWords, type TicketAtHand } from '../tickets/index.ts'
import { type ProceduresAtHand, proceduresAtHand } from './procedures-at-hand.ts'
import { readFacts } from './read-facts.ts'
import { refuseStep } from './refuse-step.ts'
import type { StepAct } from './step-act.ts'
import { whoTakesOver } from './who-takes-over.ts'

/** Who acts; `person`: in whose name, and whose positions count. */
export interface StepTaker {
  readonly author: Author
  readonly actor: string
  readonly person: string | undefined
}

/**
 * Does or skips the present step of a procedure (SPEC W9): the event, and with a hand-over who has the ticket then. Nothing
 * happens where that was done before. Throws `not-found`, `bad-request`, and what `refuseStep` says.
 */
export async function takeStep(tx: Transaction, ticket: TicketAtHand, taker: StepTaker, typed: StepAct): Promise<void> {
  const atHand = await proceduresAtHand(tx, ticket)
  const found = atHand?.walked.find(({ on }) => on.procedure.id === typed.procedure)
  const action = found?.on.procedure.steps[typed.step - 1]?.action
  if (atHand === undefined || found === undefined || action === undefined)
    throw new Refusal('not-found', `No procedure of ticket ${ticket.number} has such a step.`)
  const needs = action.kind === 'hand over' ? action.needs : []
  refuseOthers(typed, needs)
  const known = knownAmong(atHand, needs)
  const positions = taker.person === undefined ? [] : [...(await positionsOf(tx, taker.person))]
  const answer = passStep(found.on, found.walk, { ...typed, positions }, new Set(known))
  if (answer.kind === 'was-done') return
  if (answer.kind !== 'goes') throw refuseStep(answer, typed, found.on.procedure.steps.length)
  const handed = typed.act === 'done' && action.kind === 'hand over' ? action : undefined
  await tx.appendAll([
    ...(handed === undefined
      ? [await stepEvent(tx, ticket, taker, typed, action)]
      : await handOver(tx, ticket, taker, typed, handed, known)),
  ])
  if (typed.act === 'skipped') {
    const { author, actor } = taker
    const data = { ...fieldsOf(typed, action) }
    writeAudit(tx, { action: STEP_EVENTS.skipped, actor, person: author.person, ticket: ticket.id, data })
  }
}

function stepEvent(
  tx: Transaction,
  ticket: TicketAtHand,
  { author }: StepTaker,
  typed: StepAct,
  action: StepAction,
): NewEvent {
  return {
    id: tx.newId(),
    ticket: ticket.id,
    type: STEP_EVENTS[typed.act],
    ...byAuthor(author),
    fields: fieldsOf(typed, action),
    content: reasonOf(ticket, author, typed),
  }
}

/** The hand-over with what it names, which is the customer's matter and is erased with it; then who has the ticket. */
async function handOver(
  tx: Transaction,
  ticket: TicketAtHand,
  { author }: StepTaker,
  typed: StepAct,
  action: StepAction & { readonly kind: 'hand over' },
  known: readonly string[],
): Promise<readonly NewEvent[]> {
  const to = await whoTakesOver(tx, action.position, ticket.assignee_id)
  const facts = await readFacts(tx, ticket.id)
  const words = Object.fromEntries(Object.entries(typed.fields).filter(([, text]) => text !== ''))
  const person = ownerOfWords(ticket, author)
  const handedOver: NewEvent = {
    id: tx.newId(),
    ticket: ticket.id,
    type: STEP_EVENTS.handedOver,
    ...byAuthor(author),
    fields: { ...fieldsOf(typed, action), position: action.position, needs: action.needs },
    persons: to === undefined ? {} : { given_to: to },
    content: [
      ...reasonOf(ticket, author, typed),
      { part: 'handed', person, value: words },
      { part: 'known', person, value: Object.fromEntries(known.map((name) => [name, facts[name] ?? null])) },
    ],
  }
  if (to === undefined || to === ticket.assignee_id) return [handedOver]
  return [
    handedOver,
    { id: tx.newId(), ticket: ticket.id, type: 'ticket.assigned', ...byAuthor(author), persons: { to } },
  ]
}

function fieldsOf({ procedure, step, round }: StepAct, { kind }: StepAction): JsonObject {
  return { procedure, step, round, action: kind }
}

function reasonOf(ticket: TicketAtHand, author: Author, { reason }: StepAct): readonly NewContent[] {
  return reason === '' ? [] : [{ part: 'text', person: ownerOfWords(ticket, author), value: reason }]
}

/** The fields that need not be written: facts of the ticket, and known. */
function knownAmong({ facts }: ProceduresAtHand, needs: readonly string[]): readonly string[] {
  return needs.filter((field) => facts.knownSince(field) !== undefined)
}

/** What a step does not ask for is not taken. */
function refuseOthers({ fields }: StepAct, needs: readonly string[]): void {
  const others = Object.keys(fields).filter((field) => !needs.includes(field))
  if (others.length === 0) return
  const message = needs.length === 0 ? 'This step takes no fields.' : `This step takes: ${needs.join(', ')}.`
  throw new Refusal('bad-request', message, { at: others.map((typed) => ({ path: 'fields', message, typed })) })
}
