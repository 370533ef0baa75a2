import type { Improvement } from '@avow/contract'
import { measuredClauses, parseDate } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import { versionInForce } from '../charters/index.ts'
import { isStaff } from '../people/index.ts'
import type { Author } from '../tickets/index.ts'

export interface SaidOfImprovement {
  /** Id of a clause. */
  readonly clause: string
  readonly effort: Improvement['effort']
  /** Id of a person of the desk. */
  readonly owner: string | null
  /** `2027-01-31`. */
  readonly by: string | null
  readonly note: string
  readonly state: Improvement['state']
}

/**
 * Somebody says what mending a clause of the charter in force takes, who sees to it, and whether it is done; what was said of
 * it before is replaced. Throws `no-charter`, `not-found` for a clause that is not ranked,
 * `unknown-person` for an owner who is nobody of the desk, and `bad-request` for a date that there is not.
 */
export async function sayOfImprovement(
  tx: Transaction,
  author: Author,
  { clause, effort, owner, by, note, state }: SaidOfImprovement,
): Promise<void> {
  const { db, workspace, now } = tx
  const charter = await versionInForce(tx, now)
  if (charter === undefined) throw new Refusal('no-charter', 'No charter is in force in this workspace. Publish one.')
  if (!measuredClauses(charter.document).some(({ id }) => id === clause))
    throw new Refusal('not-found', `The charter in force has no promise, remedy or procedure ${clause}.`)
  if (by !== null && parseDate(by) === undefined) {
    const message = `There is no ${by} in the calendar.`
    throw new Refusal('bad-request', message, { at: [{ path: 'by', message, typed: by }] })
  }
  if (owner !== null && !(await isStaff(tx, owner))) {
    const message = 'Who sees to it is somebody of the desk.'
    throw new Refusal('unknown-person', message, { at: [{ path: 'owner', message, typed: owner }] })
  }
  const said = {
    effort,
    owner_id: owner,
    by_day: by,
    note,
    state,
    said_by: author.person ?? null,
    said_at: new Date(now),
  }
  await db
    .insertInto('improvement')
    .values({ workspace_id: workspace, clause, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'clause']).doUpdateSet(said))
    .execute()
  writeAudit(tx, {
    action: 'improvement.said',
    actor: author.machine,
    person: author.person,
    data: { clause, effort, owner, by, state },
  })
}
