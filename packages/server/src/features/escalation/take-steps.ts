import { formatInstant, type StepDue, type Zone } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, NewEvent, Transaction } from '../../db/index.ts'
import { announceNotices } from '../changes/index.ts'
import { type FollowUp, type Reckoning, ticketStateOf } from '../commitments/index.ts'
import { type Holders, raiseEmptyPositions, readHolders } from './holders.ts'
import { mailSteps } from './mail-steps.ts'

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

interface Notice {
  readonly ticket_id: string
  readonly once: string
  readonly person_id: string
  readonly data: JsonObject
}

/**
 * Takes the steps that are due, in the order of their instants, each once: an event says so, whoever holds the positions is
 * told, in the desk and by mail, and given the ticket. `upSince`: the instant (UTC ms) from which this server was up; what
 * fell due before is late. `publicUrl`: address in links of mails; empty where there is none.
 */
export function stepsTaker(tx: Transaction, upSince: number, publicUrl = ''): FollowUp {
  return async (reckonings) => {
    const taken = reckonings.flatMap((reckoning) => dueSteps(reckoning, tx.now, upSince))
    if (taken.length === 0) return []
    const positions = new Set(taken.flatMap(({ step: { act } }) => [...act.tell, act.give_to ?? ASSIGNEE]))
    positions.delete(ASSIGNEE)
    const holders = await readHolders(tx, positions)
    await tell(tx, taken, holders, publicUrl)
    await raiseEmptyPositions(tx, [...positions].filter((position) => !holders.has(position)).sort())
    return taken.flatMap((one) => eventsOf(one, holders))
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
    const late = now - instant > LATE || instant < upSince
    return { ticket: log.ticket, step, due: instant, assignee, id, late, zone: charter?.zone }
  })
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

async function tell(tx: Transaction, taken: readonly Taken[], holders: Holders, publicUrl: string): Promise<void> {
  const notices = new Map<string, Notice>()
  for (const { ticket, step, due, assignee, id, late } of taken) {
    const { clause, commitment, act } = step
    const told = act.tell.flatMap((position) =>
      position === ASSIGNEE ? (assignee ?? []) : (holders.get(position) ?? []),
    )
    const given = act.give_to === null ? [] : (holders.get(act.give_to)?.slice(0, 1) ?? [])
    const data = { clause, step: step.step, commitment, due: formatInstant(due), late }
    for (const person_id of [...told, ...given])
      notices.set(`${person_id} ${id}`, { ticket_id: ticket, once: id, person_id, data })
  }
  if (notices.size === 0) return
  const rows = [...notices.values()].map((notice) => ({ id: tx.newId(), ...notice }))
  // Who was erased in the meantime is told nothing.
  const { rows: told } = await sql<{ person_id: string; once: string }>`
    insert into notice ("workspace_id", id, once, person_id, code, ticket_id, data, created_at)
    select ${tx.workspace}, n.id, n.once, n.person_id, 'escalated', n.ticket_id, n.data, ${new Date(tx.now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as n (id uuid, once text, person_id uuid, ticket_id uuid, data jsonb)
      join person on person."workspace_id" = ${tx.workspace} and person.id = n.person_id
    on conflict ("workspace_id", person_id, once) do nothing
    returning person_id, once`.execute(tx.db)
  announceNotices(tx, [...new Set(told.map(({ person_id }) => person_id))])
  const byId = new Map(taken.map((one) => [one.id, one]))
  const steps = told.flatMap(({ person_id: person, once: id }) => {
    const one = byId.get(id)
    if (one === undefined) return []
    const { ticket, due, zone, step } = one
    const isGiven = step.act.give_to !== null && holders.get(step.act.give_to)?.[0] === person
    return [{ person, ticket, id, due, zone, clause: step.clause, step: step.step, isGiven }]
  })
  await mailSteps(tx, steps, publicUrl)
}
