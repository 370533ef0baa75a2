import { refusalOf } from '../../api/call.page.ts'
import { Unreachable } from '../../api/problem-error.ts'

export class WrongPassword extends Error {}

/** Opens a session. Throws WrongPassword where the pair is not known, Unreachable without an answer. */
export async function signIn(email: string, password: string): Promise<void> {
  const answer = await post('sign-in/email', { email, password })
  if (answer.ok) return
  if (answer.status < 500 && answer.status !== 429) throw new WrongPassword()
  throw new Unreachable(`status ${answer.status}`)
}

/** Another password; sessions elsewhere end. Throws WrongPassword where the current one is another, else what was refused. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  const answer = await post('change-password', { currentPassword, newPassword })
  if (answer.ok) return
  // How long the new one is, the form has seen to.
  throw answer.status === 400 ? new WrongPassword() : await refusalOf(answer)
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await post('sign-out', {})
}

async function post(what: string, body: object): Promise<Response> {
  return fetch(`/api/auth/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Unreachable(error)
  })
}
