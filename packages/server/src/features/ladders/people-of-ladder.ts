import type { Ladder } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Absence, absencesFrom, disabledStaff } from '../absences/index.ts'
import { colleaguesOf } from '../clause-notices/index.ts'
import { type Held, positionsAmong, readHeld } from '../escalation/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { isStaff } from '../people/index.ts'

/** Who could be reached by the steps of a ladder. */
export interface LadderPeople {
  readonly held: readonly Held[]
  /** Those that are not over yet, as they are known now. */
  readonly absences: readonly Absence[]
  readonly disabled: ReadonlySet<string>
  /** Who is told by mail too. */
  readonly mailed: ReadonlySet<string>
  /** Ids of all of them, deputies too. */
  readonly all: ReadonlySet<string>
}

/** Who holds the positions of a ladder, who has its ticket, and who of them will be away. Throws `unknown-person` for an assignee who is nobody of the desk. */
export async function peopleOfLadder(tx: Transaction, ladder: Ladder, assignee: string | null): Promise<LadderPeople> {
  if (assignee !== null) await refuseStranger(tx, assignee)
  const spoken = ladder.rungs.flatMap(({ act }) => [...act.tell, ...(act.give_to === null ? [] : [act.give_to])])
  const held = await readHeld(tx, new Set(positionsAmong(spoken)))
  // What is over by now may not have been when the ladder begins, where that lies behind us.
  const absences = await absencesFrom(tx, Math.min(ladder.at, tx.now))
  const deputies = absences.flatMap(({ deputy }) => deputy ?? [])
  const all = new Set([...held.map(({ person }) => person), ...(assignee === null ? [] : [assignee]), ...deputies])
  const mailbox = await answeringMailbox(tx)
  const colleagues = mailbox === undefined ? [] : await colleaguesOf(tx, [...all])
  return {
    held,
    absences,
    disabled: await disabledStaff(tx),
    mailed: new Set(colleagues.flatMap(({ id, email }) => (email === null ? [] : [id]))),
    all,
  }
}

async function refuseStranger(tx: Transaction, id: string): Promise<void> {
  if (await isStaff(tx, id)) return
  const message = 'Whoever has the ticket is somebody of the desk.'
  throw new Refusal('unknown-person', message, { at: [{ path: 'assignee', message, typed: id }] })
}
