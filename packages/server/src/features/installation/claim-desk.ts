import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn, findSignIn, setPassword } from '../../http/sign-in/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'
import { companyName, followCompanyName } from '../mailboxes/index.ts'
import { addMember } from './add-member.ts'
import { holdPositions } from './hold-positions.ts'

export interface Company {
  readonly name: string
  readonly slug: string
  /** IANA time zone. */
  readonly zone: string
  /** The master first. */
  readonly languages: readonly string[]
}

export interface FirstPerson {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language: string
}

/** What who sets up the desk holds from the start where there is no charter yet: the position that owns it. */
const FIRST_POSITION = 'head-of-service'

/**
 * The first step: the workspace gets its company's name, and somebody who administers it. Begins anew where an earlier try
 * broke off. Throws `name-taken` where the sign-in or the short name (`slug`) belongs to another.
 */
export async function claimDesk(desk: Desk, workspace: string, company: Company, person: FirstPerson): Promise<void> {
  await nameCompany(desk, workspace, company)
  await desk.store.control
    .updateTable('control.workspace')
    .set({ setting_up: '{}' })
    .where('id', '=', workspace)
    .execute()
  const user = (await abandonedSignIn(desk, person)) ?? (await addSignIn(desk, person))
  const id = await addMember(desk.store, { workspace, user, ...person, roles: ['admin'] })
  const inForce = await transaction(desk.store, { workspace }, (tx) => versionInForce(tx, tx.now))
  const positions = inForce?.document.positions.map((position) => position.name) ?? [FIRST_POSITION]
  await holdPositions(desk.store, workspace, id, positions)
}

/** Names the company, and the mailboxes that write in its name. Throws `name-taken` where another workspace has the short name. */
export async function nameCompany(desk: Desk, workspace: string, company: Company): Promise<void> {
  const { name, slug, zone, languages } = company
  await transaction(desk.store, { workspace }, async (tx) => followCompanyName(tx, await companyName(tx), name))
  try {
    await desk.store.control
      .updateTable('control.workspace')
      .set({ name, slug, zone, languages: [...languages] })
      .where('id', '=', workspace)
      .execute()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error
    throw new Refusal('name-taken', 'Another workspace has this short name.', {
      at: [{ path: 'slug', message: 'is taken', typed: slug }],
    })
  }
}

/** A sign-in that an earlier try made, and that leads nowhere: it gets the password given now. */
async function abandonedSignIn(desk: Desk, { email, password }: FirstPerson): Promise<string | undefined> {
  const known = await findSignIn(desk, email)
  if (known === undefined) return undefined
  const member = await desk.store.control
    .selectFrom('control.member')
    .select('person_id')
    .where('user_id', '=', known)
    .executeTakeFirst()
  if (member !== undefined) return undefined
  await setPassword(desk, known, password)
  return known
}
