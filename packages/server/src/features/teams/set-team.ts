import { LANGUAGES, type Team } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { listTeams } from './list-teams.ts'
import { signatureToKeep } from './signature.ts'

export interface TeamToSet extends Pick<Team, 'name' | 'signatures' | 'signs_automatic'> {
  /** Id of a mailbox; null: none of its own. */
  readonly mailbox: string | null
}

/**
 * Says from which mailbox a team answers and how it signs. Answers how it was and how it is; throws `not-found` for a team or
 * mailbox that is not there, `name-taken` where another team has the mailbox, `bad-request` for a signature that cannot be.
 */
export async function setTeam(
  tx: Transaction,
  { name, mailbox, signatures: typed, signs_automatic }: TeamToSet,
): Promise<{ readonly before: Team; readonly after: Team }> {
  const all = await listTeams(tx)
  const before = all.find((each) => each.name === name)
  if (before === undefined)
    throw new Refusal('not-found', 'Nobody belongs to a team of this name, and no ticket is with it.')
  if (mailbox !== null && !(await mailboxesOf(tx)).some(({ id, isRemoved }) => id === mailbox && !isRemoved))
    throw new Refusal('not-found', 'There is no address of this id.')
  const signatures = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = signatureToKeep(typed[language] ?? '', `signatures.${language}`)
      return text === '' ? [] : [[language, text]]
    }),
  )
  const other = mailbox === null ? undefined : await ownerOf(tx, mailbox, name)
  if (other !== undefined)
    throw new Refusal('name-taken', `The team “${other}” answers from this address already.`, {
      at: [{ path: 'mailbox', message: 'is taken', typed: other }],
    })
  const values = { mailbox_id: mailbox, signatures: JSON.stringify(signatures), signs_automatic }
  await tx.db
    .insertInto('team')
    .values({ workspace_id: tx.workspace, name, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet(values))
    .execute()
  const after = (await listTeams(tx)).find((each) => each.name === name)
  if (after === undefined) throw new Error(`the team ${name} has gone`)
  return { before, after }
}

/** The other team whose own a mailbox is. Of two who set it at once the second waits. */
async function ownerOf(tx: Transaction, mailbox: string, but: string): Promise<string | undefined> {
  await tx.db
    .selectFrom('mailbox')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', mailbox)
    .forUpdate()
    .execute()
  const found = await tx.db
    .selectFrom('team')
    .select('name')
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .where('name', '<>', but)
    .executeTakeFirst()
  return found?.name
}
