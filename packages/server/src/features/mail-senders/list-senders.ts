import type { MailServer } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { type KeptFailure, keptFailure } from '../mail-accounts/index.ts'
import type { SenderSignIn } from './sender.ts'

/** A server that mail leaves by as people see it: never with its password. Instants: UTC ms. */
export interface SenderState extends MailServer {
  readonly mailbox: string
  readonly signIn: SenderSignIn['by']
  /** Of its own; undefined where it has none. */
  readonly username: string | undefined
  readonly failure: KeptFailure | undefined
}

/** The servers that mail of single mailboxes leaves by. */
export async function listMailSenders({ db, workspace }: Transaction): Promise<readonly SenderState[]> {
  const rows = await db.selectFrom('mail_sender').selectAll().where('workspace_id', '=', workspace).execute()
  return rows.map((row) => ({
    mailbox: row.mailbox_id,
    host: row.host,
    port: row.port,
    security: row.security,
    signIn: row.sign_in,
    username: row.username ?? undefined,
    failure: keptFailure(row),
  }))
}
