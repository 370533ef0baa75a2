import { formatInstant, type StepDue, type Zone } from '@avow/core'
import type { NewEvent, Transaction } from '../../db/index.ts'
import { type FollowUp, type Reckoning, ticketStateOf } from '../commitments/index.ts'
import { type Holders, raiseEmptyPositions, readHolders } from './holders.ts'
import { noticesOfWaits, overdueEvent, overdueWaits } from './overdue-waits.ts'
import { type StepNotice, tellSteps } from './tell-steps.ts'

/** The charter's word for whom the ticket is assigned to. */
const ASSIGNEE = 'assignee'
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
}

/**
 * Takes the steps that are due, in the order of their instants, each once: an event says so, whoever holds the positions is
 * told, in the desk and by mail, and given the ticket. So are waits that lasted as long as they may (SPEC W11). `upSince`: the instant (UTC ms) from which this server was up; what
 * fell due before is late. `publicUrl`: address in links of mails; empty where there is none.
 */
export function stepsTaker(tx: Transaction, upSince: number, publicUrl = ''): FollowUp {
  return async (reckonings) => {
    const taken = reckonings.flatMap((reckoning) => dueSteps(reckoning, tx.now, upSince))
    const waits = reckonings.flatMap((reckoning) => overdueWaits(reckoning, (due) => isLate(due, tx.now, upSince)))
    if (taken.length === 0 && waits.length === 0) return []
    const positions = new Set([
      ...taken.flatMap(({ step: { act } }) => [...act.tell, act.give_to ?? ASSIGNEE]),
      ...waits.map(({ wait }) => wait.thenFor ?? ASSIGNEE),
    ])
    positions.delete(ASSIGNEE)
    const holders = await readHolders(tx, positions)
    const ofWaits = await noticesOfWaits(tx, waits, holders)
    await tellSteps(tx, [...taken.flatMap((one) => noticesOf(one, holders)), ...ofWaits], publicUrl)
    await raiseEmptyPositions(tx, [...positions].filter((position) => !holders.has(position)).sort())
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
    return { ticket: log.ticket, step, due: instant, assignee, id, late, zone: charter?.zone }
  })
}

function isLate(due: number, now: number, upSince: number): boolean {
  return now - due > LATE || due < upSince
}

function eventsOf({ ticket, step, due, assignee, id, late }: Taken, holders: Holders): NewEvent[] {
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
  const to = give_to === null ? undefined : holders.get(give_to)?.[0]
  if (to === undefined || to === assignee) return [escalated]
  return [escalated, { id: `${id}/given`, ticket, type: 'ticket.assigned', by: 'system', persons: { to } }]
}

function noticesOf({ ticket, step, due, assignee, id, late, zone }: Taken, holders: Holders): readonly StepNotice[] {
  const { clause, commitment, act } = step
  const told = act.tell.flatMap((position) =>
    position === ASSIGNEE ? (assignee ?? []) : (holders.get(position) ?? []),
  )
  const given = act.give_to === null ? undefined : holders.get(act.give_to)?.[0]
  const data = { clause, step: step.step, commitment, due: formatInstant(due), late }
  const notice = { ticket, once: id, code: 'escalated', data, clause, step: step.step, due, zone } as const
  const people = new Set(given === undefined ? told : [...told, given])
  return [...people].map((person) => ({ ...notice, person, how: person === given ? 'given' : 'told' }))
}
