import type { Role } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn, findSignIn, setPassword } from '../../http/sign-in/index.ts'

/**
 * People of the demo's staff who can sign in, so that a change of its charter can be written by one and approved by the two
 * whom it names, and refunds asked for and approved.
 */
const COLLEAGUES: readonly { readonly email: string; readonly roles: readonly Role[] }[] = [
  { email: 'zofia.wojcik@bramble.example', roles: ['agent'] },
  { email: 'katarzyna.nowak@bramble.example', roles: ['lead', 'author'] },
  { email: 'nikos.antoniou@bramble.example', roles: ['lead', 'approver'] },
  { email: 'edward.bramble@bramble.example', roles: ['approver'] },
]

/** Lets them sign in with a password, in a workspace that has the demo. Answers their addresses. */
export async function addColleagues(desk: Desk, workspace: string, password: string): Promise<readonly string[]> {
  const staff = await transaction(desk.store, { workspace }, ({ db }) =>
    db
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('workspace_id', '=', workspace)
      .where('kind', '=', 'staff')
      .where('is_demo', '=', true)
      .execute(),
  )
  const added: string[] = []
  for (const { email, roles } of COLLEAGUES) {
    const person = staff.find((each) => each.email === email)
    if (person === undefined) continue
    const known = await findSignIn(desk, email)
    if (known !== undefined) await setPassword(desk, known, password)
    const user = known ?? (await addSignIn(desk, { email, name: person.name ?? email, password }))
    await desk.store.control
      .insertInto('control.member')
      .values({ user_id: user, workspace_id: workspace, person_id: person.id, roles: [...roles], disabled_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    added.push(email)
  }
  return added
}
