import { randomBytes } from 'node:crypto'
import type { Role } from '@avow/contract'
import type { Desk } from '../../desk.ts'
import { addSignIn } from '../../http/sign-in/index.ts'
import { addMember } from './add-member.ts'
import { holdPositions } from './hold-positions.ts'

export interface Colleague {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly positions: readonly string[]
  /** Made by chance where left out. */
  readonly password?: string
}

/**
 * Another person of a desk that is being set up. Answers the password that was made for them, known here and never again;
 * undefined where it was given. Throws `name-taken` where somebody signs in with the address.
 */
export async function addColleague(desk: Desk, workspace: string, colleague: Colleague): Promise<string | undefined> {
  const { name, email, roles, positions } = colleague
  const password = colleague.password ?? randomBytes(12).toString('base64url')
  const user = await addSignIn(desk, { name, email, password })
  const person = await addMember(desk.store, { workspace, user, name, email, roles })
  await holdPositions(desk.store, workspace, person, positions)
  return colleague.password === undefined ? password : undefined
}
