import type { Role } from '@avow/contract'
import { nearest } from '@avow/core'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { endSessions } from '../../http/sign-in/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'
import { colleaguesOf, tellNewcomer } from '../clause-notices/index.ts'
import { positionsToCome } from '../drafts/index.ts'

/** What is left out stays. */
export interface StaffChange {
  readonly roles?: readonly Role[] | undefined
  readonly team?: string | null | undefined
  /** Of the charter in force, or of one that is being written; all of them. */
  readonly positions?: readonly string[] | undefined
  /** Disabled: their sessions end, and they cannot sign in to this workspace. */
  readonly disabled?: boolean | undefined
}

/**
 * Changes what a person of the desk may do and is; what of the charter concerns them by it is theirs to read. Throws `not-found`, `unknown-position`, and `cannot-be` where nobody
 * would be left who may manage people.
 */
export async function changeStaff(desk: Desk, workspace: string, id: string, change: StaffChange): Promise<void> {
  const { team, positions } = change
  const { store, publicUrl } = desk
  const isOfSignIn = change.roles !== undefined || change.disabled !== undefined
  const member = isOfSignIn ? await changedMember(desk, workspace, id, change) : undefined
  const { now, before } = await transaction(store, { workspace }, async (tx) => {
    const [reader] = await colleaguesOf(tx, [id])
    const person = await tx.db
      .selectFrom('person')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .where('kind', '=', 'staff')
      .forUpdate()
      .executeTakeFirst()
    if (person === undefined) throw new Refusal('not-found', 'Nobody of this desk has this id.')
    if (isOfSignIn && member === undefined)
      throw new Refusal('cannot-be', 'This person has no sign-in: they have no roles to change.')
    if (team !== undefined)
      await tx.db
        .updateTable('person')
        .set({ team })
        .where('workspace_id', '=', workspace)
        .where('id', '=', id)
        .execute()
    if (positions !== undefined) await holdPositions(tx, id, [...new Set(positions)])
    return { now: tx.now, before: reader }
  })
  // Only now, since it stands outside the transaction: nothing of it happens where something above was refused.
  if (member !== undefined) await writeMember(desk, workspace, member, now)
  if (isOfSignIn || positions !== undefined)
    await transaction(store, { workspace }, (tx) => tellNewcomer(tx, { person: id, before, publicUrl }))
}

async function holdPositions(tx: Transaction, person: string, positions: readonly string[]): Promise<void> {
  const charter = await versionInForce(tx, tx.now)
  const inForce = (charter?.document.positions ?? []).map(({ name }) => name)
  const isKnown = positions.every((position) => inForce.includes(position))
  const known = isKnown ? inForce : [...new Set([...inForce, ...(await positionsToCome(tx))])]
  const at = positions.flatMap((typed, index) => {
    if (known.includes(typed)) return []
    const near = nearest(typed, known, { left: 1000 })
    const hint = near === undefined ? `It has: ${known.join(', ') || 'none'}.` : `Did you mean “${near}”?`
    return [{ path: `positions.${index}`, message: `The charter has no position “${typed}”. ${hint}`, typed }]
  })
  const [first] = at
  if (first !== undefined) throw new Refusal('unknown-position', first.message, { at })
  await tx.db
    .deleteFrom('position_holder')
    .where('workspace_id', '=', tx.workspace)
    .where('person_id', '=', person)
    .execute()
  if (positions.length === 0) return
  await tx.db
    .insertInto('position_holder')
    .values(positions.map((position) => ({ workspace_id: tx.workspace, position, person_id: person })))
    .execute()
}

interface ChangedMember {
  readonly user: string
  readonly roles: readonly string[]
  readonly isDisabled: boolean
  readonly disabledAt: Date | null
}

/** How the person's membership will be; undefined where they have none. */
async function changedMember(
  { store }: Desk,
  workspace: string,
  person: string,
  { roles, disabled }: StaffChange,
): Promise<ChangedMember | undefined> {
  const members = await store.control
    .selectFrom('control.member')
    .select(['user_id', 'person_id', 'roles', 'disabled_at'])
    .where('workspace_id', '=', workspace)
    .execute()
  const member = members.find(({ person_id }) => person_id === person)
  if (member === undefined) return undefined
  const changed = {
    user: member.user_id,
    roles: roles ?? member.roles,
    isDisabled: disabled ?? member.disabled_at !== null,
    disabledAt: member.disabled_at,
  }
  const others = members.some((other) => other !== member && other.disabled_at === null && managesPeople(other.roles))
  if (!others && (changed.isDisabled || !managesPeople(changed.roles)))
    throw new Refusal('cannot-be', 'Nobody would be left who may manage people. Make somebody else an admin first.')
  return changed
}

async function writeMember(
  desk: Desk,
  workspace: string,
  { user, roles, isDisabled, disabledAt }: ChangedMember,
  now: number,
): Promise<void> {
  await desk.store.control
    .updateTable('control.member')
    .set({ roles: [...new Set(roles)], disabled_at: isDisabled ? (disabledAt ?? new Date(now)) : null })
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .execute()
  if (isDisabled) await endSessions(desk, user)
}

function managesPeople(roles: readonly string[]): boolean {
  return roles.includes('admin')
}
