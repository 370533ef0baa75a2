import { parseInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'

/** As the API says it: RFC 3339, and the id of who stands in. */
export interface SaidAbsence {
  readonly from: string
  readonly until: string
  readonly deputy: string | null
}

/**
 * When a person of the desk is away, in place of what was said before; null: they are there. Throws `not-found`, `bad-request`
 * for what ends before it begins or is over, and `unknown-person` for a deputy who is nobody of the desk, or they themselves.
 */
export async function setAbsence(tx: Transaction, person: string, away: SaidAbsence | null): Promise<void> {
  const { db, workspace, now } = tx
  const deputies = away?.deputy == null ? [] : [away.deputy]
  const known = await db
    .selectFrom('person')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('id', 'in', [person, ...deputies])
    .where('kind', '=', 'staff')
    .orderBy('id')
    .forUpdate()
    .execute()
  const isKnown = (id: string): boolean => known.some((one) => one.id === id)
  if (!isKnown(person)) throw new Refusal('not-found', 'Nobody of this desk has this id.')
  if (away === null) {
    await db.deleteFrom('absence').where('workspace_id', '=', workspace).where('person_id', '=', person).execute()
    return
  }
  const from = parseInstant(away.from) ?? Number.NaN
  const until = parseInstant(away.until) ?? Number.NaN
  if (!(from < until && now < until)) {
    const message = 'An absence ends after it begins, and after now.'
    throw new Refusal('bad-request', message, { at: [{ path: 'away.until', message, typed: away.until }] })
  }
  if (away.deputy !== null && (away.deputy === person || !isKnown(away.deputy))) {
    const message = 'Whoever stands in is somebody else of the desk.'
    throw new Refusal('unknown-person', message, { at: [{ path: 'away.deputy', message, typed: away.deputy }] })
  }
  const said = { away_from: new Date(from), away_until: new Date(until), deputy_id: away.deputy }
  await db
    .insertInto('absence')
    .values({ workspace_id: workspace, person_id: person, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(said))
    .execute()
}
