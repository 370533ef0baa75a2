import { CalendarError, compileZone } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { tellPeople } from '../attention/index.ts'
import { clauseDifferences, givesLess, prepareVersion, versionInForce } from '../charters/index.ts'
import { ableToApprove, approversOf, askedFor } from './approvers.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { mailApprovers } from './mail-approvers.ts'
import { takenPlaceOf } from './place-taken.ts'
import { refuseEmptyPositions } from './position-holders.ts'
import { authorsOf } from './submissions.ts'
import { baseOf, refuseUnticked, withTicks } from './warnings.ts'

export interface NewSubmission {
  /** The seq of the text that is meant. */
  readonly seq: number
  /** UTC ms; null: as soon as it is approved. */
  readonly effective: number | null
  /** The zone that the time was chosen in. */
  readonly zone: string
  /** Name of the zone data of the runtime. */
  readonly zoneData: string
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/**
 * Asks for approval of a draft: keeps it exactly as it would be published. The approvers are those that the version in
 * force names, the draft's own where none is in force. They are as many as the charter asks for, one more where somebody gets
 * less than by the version whose place it takes, two at least for a crisis, or as many as there are. Throws `charter-faulty`
 * with every error, `warnings-open` with every warning that nobody ticked, `draft-moved`, and `cannot-be` where a position is
 * held by nobody or nobody but its
 * authors could approve it.
 */
export async function submitDraft(
  tx: Transaction,
  id: string,
  by: string | undefined,
  { seq, effective, zone, zoneData, publicUrl }: NewSubmission,
): Promise<void> {
  const draft = await lockDraft(tx, id)
  refuseUnless(draft, 'writing')
  if (seq !== draft.seq)
    throw new Refusal('draft-moved', 'The draft was changed since you read it. Look at it again, then submit it.', {
      seq: draft.seq,
    })
  refuseUnfitTime(effective, tx.now)
  refuseUnknownZone(zone, tx.now, zoneData)
  const prepared = prepareVersion(draft.source, { now: tx.now, zoneData, before: await baseOf(tx, draft.base) })
  const { document } = prepared.charter
  const warnings = await withTicks(tx, id, document, prepared.warnings)
  refuseUnticked(warnings)
  await refuseEmptyPositions(tx, document)

  const inForce = await versionInForce(tx, tx.now)
  const approvers = approversOf((inForce ?? prepared.charter).document)
  const authors = new Set([...((await authorsOf(tx, [draft])).get(id) ?? []), ...(by === undefined ? [] : [by])])
  const able = await ableToApprove(tx, approvers, authors)
  if (able.size === 0) throw nobodyLeft(approvers.positions)
  const at = effective ?? tx.now
  const isLess = givesLess(clauseDifferences(await takenPlaceOf(tx, at), prepared.charter, at))
  const asked = Math.max(
    approvers.asked + (isLess ? 1 : 0),
    askedFor(approvers, { before: inForce?.document, after: prepared.charter.document }),
  )
  const round = (await lastRound(tx, id)) + 1
  await tx.db
    .insertInto('draft_submission')
    .values({
      workspace_id: tx.workspace,
      draft_id: id,
      round,
      seq,
      hash: prepared.hash,
      canonical: prepared.canonical,
      source: prepared.source,
      effective: effective === null ? null : new Date(effective),
      zone,
      by: by ?? null,
      at: new Date(tx.now),
      approvers: [...approvers.positions],
      need: Math.min(asked, able.size),
      asked,
      gives_less: isLess,
      warnings: JSON.stringify(warnings),
      ended_at: null,
    })
    .execute()
  await changeDraft(tx, draft, {
    state: 'in-review',
    sent_back_at: null,
    sent_back_by: null,
    sent_back_reason: null,
  })
  await tellPeople(tx, {
    people: [...able],
    once: `draft-submitted/${id}/${round}`,
    code: 'draft-submitted',
    data: { draft: id },
  })
  const { source, charter } = prepared
  await mailApprovers(tx, { draft: id, note: draft.note, source, charter, effective, publicUrl }, able)
}

async function lastRound({ db, workspace }: Transaction, draft: string): Promise<number> {
  const { last } = await db
    .selectFrom('draft_submission')
    .select(sql<number>`coalesce(max(round), 0)`.as('last'))
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .executeTakeFirstOrThrow()
  return last
}

/** A version carries the offset changes of its zones for twenty years; its promises need most of them. */
const FURTHEST = 5 * 365 * 86_400_000

function refuseUnfitTime(effective: number | null, now: number): void {
  if (effective === null || (effective > now && effective <= now + FURTHEST)) return
  const message =
    effective > now
      ? 'is more than five years ahead. Take an earlier one'
      : 'is over. Take a time to come, or none: then it is in force as soon as it is approved'
  throw new Refusal('bad-request', `The time from which it is to be in force ${message}.`, {
    at: [{ path: 'effective', message }],
  })
}

function refuseUnknownZone(zone: string, now: number, zoneData: string): void {
  try {
    compileZone(zone, now, now + 1, zoneData)
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    const message = 'is no time zone. Write it as Europe/Warsaw'
    throw new Refusal('bad-request', `The zone ${message}.`, { at: [{ path: 'zone', message, typed: zone }] })
  }
}

function nobodyLeft(positions: readonly string[]): Refusal {
  const who =
    positions.length === 0
      ? 'somebody else the role approver'
      : `somebody else the role approver and one of the positions ${positions.join(', ')}`
  return new Refusal('cannot-be', `Nobody but its authors could approve this draft. Give ${who}.`)
}
