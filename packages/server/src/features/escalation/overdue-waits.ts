import { formatInstant, type Wait, type Zone } from '@avow/core'
import { sql } from 'kysely'
import type { EventHandler, JsonObject, NewEvent, Transaction } from '../../db/index.ts'
import { raiseAttention, settleAttention } from '../attention/index.ts'
import { type Reckoning, STEP_EVENTS, ticketStateOf } from '../commitments/index.ts'
import { actingFor, type Holders } from './holders.ts'
import type { StepNotice } from './tell-steps.ts'

/** A wait of a procedure that lasted as long as it may. */
export interface OverdueWait {
  readonly ticket: string
  readonly wait: Wait
  readonly assignee: string | null
  readonly team: string | null
  readonly late: boolean
  readonly zone: Zone | undefined
}

/** The waits of a ticket that are overdue and of which the log does not say so yet (SPEC W11). */
export function overdueWaits(reckoning: Reckoning, isLate: (due: number) => boolean): readonly OverdueWait[] {
  const due = reckoning.waits.filter(({ isOverdue }) => isOverdue)
  if (due.length === 0) return []
  const { assignee_id: assignee, team } = ticketStateOf(reckoning)
  const { log, charter } = reckoning
  return due.map((wait) => ({
    ...{ ticket: log.ticket, wait, assignee, team, late: isLate(wait.due), zone: charter?.zone },
  }))
}

/** The event that says it; appended again it changes nothing. */
export function overdueEvent(overdue: OverdueWait): NewEvent {
  const { ticket, wait, late } = overdue
  const { procedure, step, round, due } = wait
  const fields = { procedure, step, round, action: 'wait', due: formatInstant(due), late }
  return { id: idOf(overdue), ticket, type: STEP_EVENTS.overdue, by: 'system', fields }
}

function idOf({ ticket, wait: { procedure, step, round } }: OverdueWait): string {
  return `${ticket}/${procedure}/${step}/${round}/overdue`
}

/** What an attention item about an overdue wait that nobody was told of is about. */
const unattendedWait = (ticket: string): string => `wait-unattended/${ticket}`

/**
 * Tells of them in the notices that it answers: whoever has the ticket, else the team that has it; and where the step behind
 * the wait is an approval, those who may give it. Where that is nobody, somebody is asked to give the ticket to a person or
 * to a team.
 */
export async function noticesOfWaits(
  tx: Transaction,
  waits: readonly OverdueWait[],
  holders: Holders,
): Promise<readonly StepNotice[]> {
  const teams = new Set(waits.flatMap(({ assignee, team }) => (assignee === null && team !== null ? [team] : [])))
  const members = await membersOf(tx, teams)
  const notices: StepNotice[] = []
  for (const overdue of waits) {
    const { ticket, wait, assignee, team, late, zone } = overdue
    const { procedure: clause, step, round, due, thenFor } = wait
    const owners = assignee === null ? (members.get(team ?? '') ?? []) : [assignee]
    const people = new Set([...owners, ...(thenFor === undefined ? [] : actingFor(thenFor, [], holders))])
    const data: JsonObject = { clause, step, round, due: formatInstant(due), late }
    const notice = { ticket, once: idOf(overdue), code: 'step-overdue', data, clause, step, due, zone } as const
    notices.push(...[...people].map((person) => ({ ...notice, person, how: 'waited' as const })))
    if (people.size === 0)
      await raiseAttention(tx, {
        once: unattendedWait(ticket),
        code: 'wait-unattended',
        ticket,
        data: { clause, step: String(step) },
      })
  }
  return notices
}

/** Somebody has the ticket, or it needs nobody any more: no attention is asked for its wait. */
export const settleUnattendedWaits: EventHandler = async (events, tx) => {
  const seenTo = events.filter(
    ({ type, persons, envelope }) =>
      (type === 'ticket.assigned' && (persons['to'] !== undefined || typeof envelope['team'] === 'string')) ||
      type === 'ticket.spam' ||
      type === 'ticket.merged' ||
      (type === 'status.changed' && (envelope['to'] === 'solved' || envelope['to'] === 'closed')),
  )
  await settleAttention(tx, [...new Set(seenTo.map(({ ticket }) => unattendedWait(ticket)))])
}

/** The people of the desk who are of these teams, by team. */
async function membersOf(tx: Transaction, teams: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  if (teams.size === 0) return new Map()
  const rows = await tx.db
    .selectFrom('person')
    .select(['id', 'team'])
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', 'staff')
    .where('team', '=', sql<string>`any (${[...teams]}::text[])`)
    .orderBy('id')
    .execute()
  const members = new Map<string, string[]>()
  for (const { id, team } of rows) members.set(team ?? '', [...(members.get(team ?? '') ?? []), id])
  return members
}
