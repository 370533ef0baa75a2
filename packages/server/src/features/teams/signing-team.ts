import { sql } from 'kysely'
import type { MailSignature } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { pageLanguages } from '../workspaces/index.ts'
import { filledSignature } from './signature.ts'

/** Of what a mail is part. */
export interface Signed {
  /** The team that has the ticket. */
  readonly team: string | null
  /** Id of the mailbox that the ticket came by. */
  readonly mailbox: string | null
  /** Id of the person who writes; undefined where nobody does. */
  readonly person?: string | undefined
}

/** The team in whose name a mail leaves. */
export interface SigningTeam {
  readonly name: string
  /** Id of the mailbox that is its own. */
  readonly mailbox: string | null
  readonly signsAutomatic: boolean
  /** Its signature in a language, else in the company's first; undefined where it has none. `as`: the name that the mail leaves under. */
  sign(language: string, as: string): Promise<MailSignature | undefined>
}

/**
 * The team that a mail is from: the one that has the ticket, else the one whose own the mailbox is that it came by, else the
 * one that the writer belongs to. Undefined where that is none, or nothing is set of it.
 */
export async function signingTeam(
  tx: Transaction,
  { team, mailbox, person }: Signed,
): Promise<SigningTeam | undefined> {
  const { rows } = await sql<{
    name: string
    mailbox_id: string | null
    signatures: Readonly<Record<string, string>>
    signs_automatic: boolean
  }>`
    select t.name, t.mailbox_id, t.signatures, t.signs_automatic from team t
     where t."workspace_id" = ${tx.workspace} and t.name = coalesce(${team}::text,
       (select o.name from team o where o."workspace_id" = ${tx.workspace} and o.mailbox_id = ${mailbox}::uuid),
       (select p.team from person p where p."workspace_id" = ${tx.workspace} and p.id = ${person ?? null}::uuid))`.execute(
    tx.db,
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { name, signatures } = row
  return {
    name,
    mailbox: row.mailbox_id,
    signsAutomatic: row.signs_automatic,
    async sign(wanted, as) {
      const spoken = [wanted, ...((await pageLanguages(tx)) ?? []).slice(0, 1)].map((tag) => tag.split('-')[0] ?? tag)
      const language = spoken.find((base) => Object.hasOwn(signatures, base))
      const text = language === undefined ? undefined : signatures[language]
      if (language === undefined || text === undefined) return undefined
      return { language, text: filledSignature(text, language, { name: as, team: name }) }
    },
  }
}
