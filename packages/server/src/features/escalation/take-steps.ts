import { formatInstant, type StepDue, type Zone } from '@avow/core'
import type { NewEvent, Transaction } from '../../db/index.ts'
import { type FollowUp, type Reckoning, ticketStateOf } from '../commitments/index.ts'
import { ASSIGNEE, actingFor, type Holders, ladderOf, positionsAmong, raiseUnmanned, readHolders } from './holders.ts'
import { noticesOfWaits, overdueEvent, overdueWaits } from './overdue-waits.ts'
import { type StepNotice, tellSteps } from './tell-steps.ts'

/** A step that is taken so much after its instant is late, ms. */
const LATE = 60_000

interface Taken {
  readonly ticket: string
  readonly step: StepDue
  readonly due: number
  readonly assignee: string | null
  readonly id: string
  readonly late: boolean
  readonly zone: Zone | undefined
  /** Positions that the further steps of its clause speak of, in their order. */
  readonly ladder: readonly string[]
}

/** Positions of which a step or a wait speaks, and those that stand in for them in their order. */
interface Spoken {
  readonly positions: readonly string[]
  readonly ladder: readonly string[]
}

/**
 * Takes the steps that are due, in the order of their instants, each once: an event says so, whoever holds the positions is
 * told, in the desk and by mail, and given the ticket; where all of them are away, who stands next on the clause's ladder. So
 * are waits that lasted as long as they may (SPEC W11). `upSince`: the instant (UTC ms) from which this server was up; what
 * fell due before is late. `publicUrl`: address in links of mails; empty where there is none.
 */
export function stepsTaker(tx: Transaction, upSince: number, publicUrl = ''): FollowUp {
  return async (reckonings) => {
    const taken = reckonings.flatMap((reckoning) => dueSteps(reckoning, tx.now, upSince))
    const waits = reckonings.flatMap((reckoning) => overdueWaits(reckoning, (due) => isLate(due, tx.now, upSince)))
    if (taken.length === 0 && waits.length === 0) return []
    const spoken: readonly Spoken[] = [
      ...taken.map(({ step: { act }, ladder }) => ({
        positions: positionsAmong([...act.tell, act.give_to ?? ASSIGNEE]),
        ladder,
      })),
      ...waits.map(({ wait }) => ({ positions: positionsAmong([wait.thenFor ?? ASSIGNEE]), ladder: [] })),
    ]
    const holders = await readHolders(tx, new Set(spoken.flatMap(({ positions, ladder }) => [...positions, ...ladder])))
    const ofWaits = await noticesOfWaits(tx, waits, holders)
    await tellSteps(tx, [...taken.flatMap((one) => noticesOf(one, holders)), ...ofWaits], publicUrl)
    await raiseWhereNobodyActs(tx, spoken, holders)
    return [...taken.flatMap((one) => eventsOf(one, holders)), ...waits.map(overdueEvent)]
  }
}

function dueSteps(reckoning: Reckoning, now: number, upSince: number): Taken[] {
  const { log, steps, charter } = reckoning
  const due = steps.filter(({ state }) => state === 'due')
  if (due.length === 0) return []
  const { assignee_id: assignee } = ticketStateOf(reckoning)
  return due.map((step) => {
    const instant = step.due ?? now
    const id = `${log.ticket}/${step.clause}/${step.step}/${step.commitment ?? 'ticket'}/escalated`
    const late = isLate(instant, now, upSince)
    const later =
      charter?.escalation.find(({ clause }) => clause.id === step.clause)?.clause.steps.slice(step.step) ?? []
    const ladder = ladderOf(later)
    return { ticket: log.ticket, step, due: instant, assignee, id, late, zone: charter?.zone, ladder }
  })
}

function isLate(due: number, now: number, upSince: number): boolean {
  return now - due > LATE || due < upSince
}

/** Positions for which nobody acts are raised, each by why. */
async function raiseWhereNobodyActs(tx: Transaction, spoken: readonly Spoken[], holders: Holders): Promise<void> {
  const unmanned = new Set(
    spoken.flatMap(({ positions, ladder }) =>
      positions.filter((position) => actingFor(position, ladder, holders).length === 0),
    ),
  )
  const isAway = (position: string): boolean => holders.away.has(position)
  await raiseUnmanned(tx, 'position-away', [...unmanned].filter(isAway).sort())
  await raiseUnmanned(tx, 'position-empty', [...unmanned].filter((position) => !isAway(position)).sort())
}

function eventsOf(one: Taken, holders: Holders): NewEvent[] {
  const { ticket, step, due, assignee, id, late } = one
  const { tell, give_to, raise_priority } = step.act
  const escalated: NewEvent = {
    id,
    ticket,
    type: 'ticket.escalated',
    by: 'system',
    fields: {
      clause: step.clause,
      step: step.step,
      commitment: step.commitment,
      due: formatInstant(due),
      late,
      tell,
      give_to,
      raise_priority,
    },
  }
  const to = givenTo(one, holders)
  if (to === undefined || to === assignee) return [escalated]
  return [escalated, { id: `${id}/given`, ticket, type: 'ticket.assigned', by: 'system', persons: { to } }]
}

/** Who gets the ticket by a step; undefined where it gives it to nobody. */
function givenTo({ step: { act }, ladder }: Taken, holders: Holders): string | undefined {
  return act.give_to === null ? undefined : actingFor(act.give_to, ladder, holders)[0]
}

function noticesOf(one: Taken, holders: Holders): readonly StepNotice[] {
  const { ticket, step, due, assignee, id, late, zone, ladder } = one
  const { clause, commitment, act } = step
  const told = act.tell.flatMap((position) =>
    position === ASSIGNEE ? (assignee ?? []) : actingFor(position, ladder, holders),
  )
  const given = givenTo(one, holders)
  const data = { clause, step: step.step, commitment, due: formatInstant(due), late }
  const notice = { ticket, once: id, code: 'escalated', data, clause, step: step.step, due, zone } as const
  const people = new Set(given === undefined ? told : [...told, given])
  return [...people].map((person) => ({ ...notice, person, how: person === given ? 'given' : 'told' }))
}
