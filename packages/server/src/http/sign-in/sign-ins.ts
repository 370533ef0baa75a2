import { betterAuth } from 'better-auth'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, signInSettings } from './sign-in-settings.ts'

export interface NewSignIn {
  readonly email: string
  readonly name: string
  readonly password: string
}

/**
 * Lets somebody sign in; answers the id of the sign-in (control.member's user_id). Refuses `name-taken` where the address
 * has one, and `bad-request` for a password that is too short or too long.
 */
export async function addSignIn(desk: Desk, { email, name, password }: NewSignIn): Promise<string> {
  refuseUnfitPassword(password)
  const { internalAdapter, password: hasher } = await contextOf(desk)
  const address = email.toLowerCase()
  const hash = await hasher.hash(password)
  if ((await internalAdapter.findUserByEmail(address)) !== null) throw taken(email)
  try {
    const user = await internalAdapter.createUser(
      { email: address, name, emailVerified: true },
      { method: 'email-password' },
    )
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: hash,
    })
    return user.id
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') throw taken(email)
    throw error
  }
}

/** Another password; every session of theirs ends. */
export async function setPassword(desk: Desk, user: string, password: string): Promise<void> {
  refuseUnfitPassword(password)
  const { internalAdapter, password: hasher } = await contextOf(desk)
  await internalAdapter.updatePassword(user, await hasher.hash(password))
  await internalAdapter.deleteUserSessions(user)
}

/** Ends every session of somebody. Their open event streams close within 5 s. */
export async function endSessions(desk: Desk, user: string): Promise<void> {
  const { internalAdapter } = await contextOf(desk)
  await internalAdapter.deleteUserSessions(user)
}

/** The id of the sign-in of an address; undefined where it has none. */
export async function findSignIn({ store }: Desk, email: string): Promise<string | undefined> {
  const found = await store.control
    .selectFrom('control.user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return found?.id
}

const contexts = new WeakMap<Desk['store'], ReturnType<typeof openContext>>()

function contextOf(desk: Desk): ReturnType<typeof openContext> {
  const known = contexts.get(desk.store)
  if (known !== undefined) return known
  const opened = openContext(desk)
  contexts.set(desk.store, opened)
  return opened
}

function openContext(desk: Desk) {
  return betterAuth(signInSettings(desk)).$context
}

function refuseUnfitPassword(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return
  const message = `a password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`
  throw new Refusal('bad-request', `This one does not fit: ${message}.`, { at: [{ path: 'password', message }] })
}

function taken(email: string): Refusal {
  return new Refusal('name-taken', 'Somebody signs in with this address already.', {
    at: [{ path: 'email', message: 'is taken', typed: email }],
  })
}
