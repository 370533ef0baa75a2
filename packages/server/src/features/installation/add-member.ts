import type { Role } from '@avow/contract'
import { type Store, transaction } from '../../db/index.ts'

export interface NewMember {
  readonly workspace: string
  /** Of control.user: who signs in. */
  readonly user: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly team?: string
  readonly language?: string
}

/** Makes a sign-in a member of a workspace, as a person of its staff. Answers the person's id. */
export async function addMember(store: Store, member: NewMember): Promise<string> {
  const { workspace, user, name, email, roles, team, language } = member
  const person = await transaction(store, { workspace }, async (tx) => {
    // Somebody of staff who could not sign in before, or whose sign-in broke off.
    const { id } = await tx.db
      .insertInto('person')
      .values({
        workspace_id: workspace,
        id: tx.newId(),
        kind: 'staff',
        name,
        email: email.toLowerCase(),
        phone: null,
        language: language ?? null,
        zone: null,
        team: team ?? null,
        answered_at: null,
        created_at: new Date(tx.now),
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'email']).doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
  await store.control
    .insertInto('control.member')
    .values({ user_id: user, workspace_id: workspace, person_id: person, roles: [...roles], disabled_at: null })
    .execute()
  return person
}
