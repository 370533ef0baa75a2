import { HEALTH_CHECKS, type HealthCheck, healthOf, localDay } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { rowInForce, versionInForce, versionsOf } from '../charters/index.ts'
import { countHolders } from '../drafts/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'

interface HealthRead {
  readonly checks: HealthCheck[]
  readonly passed: number
  readonly percent: number
  readonly gaps: { check: HealthCheck; names: string[]; count: number }[]
}

/** The health of the workspace, by its charter in force. Throws `no-charter`. */
export async function readHealth(tx: Transaction): Promise<HealthRead> {
  const charter = await versionInForce(tx, tx.now)
  const row = rowInForce(await versionsOf(tx), tx.now)
  if (charter === undefined || row === undefined)
    throw new Refusal('no-charter', 'No charter is in force in this workspace. Publish one.')
  const { document, zone } = charter
  const { gaps, passed, percent } = healthOf(document, {
    today: localDay(zone, tx.now),
    // What took effect before the version knows its zone was in force then already.
    since: localDay(zone, Math.max(row.effective, zone.from)),
    holders: new Map(Object.entries(await countHolders(tx))),
    mailboxes: (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved).length,
    unevaluated: await countUnevaluated(tx),
  })
  return {
    checks: [...HEALTH_CHECKS],
    passed,
    percent,
    gaps: gaps.map(({ check, names, count }) => ({ check, names: [...names], count })),
  }
}

/** Tickets with a clause that could not be evaluated, as long as nobody has settled it. */
async function countUnevaluated({ db, workspace }: Transaction): Promise<number> {
  const { tickets } = await db
    .selectFrom('attention')
    .select(({ fn }) => fn.count<string>('ticket_id').distinct().as('tickets'))
    .where('workspace_id', '=', workspace)
    .where('code', '=', 'rule-unevaluated')
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(tickets)
}
