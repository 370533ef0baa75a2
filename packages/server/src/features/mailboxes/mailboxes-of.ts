import type { Transaction } from '../../db/index.ts'

/** A mailbox of the workspace. */
export interface Mailbox {
  readonly id: string
  /** In small letters. */
  readonly address: string
  readonly name: string
  /** That of its customers, where they have one. */
  readonly language: string | null
  /** That of its customers (IANA), where they have one. */
  readonly zone: string | null
  /** The name under which the server before it writes what it found out of a mail's sender; null: it is not believed. */
  readonly authservId: string | null
  /** Mail to its addresses with a plus comes in, as far as is known: only then is anybody given one. */
  readonly takesPlus: boolean
  /** It takes no mail any more, and none leaves from it: mails and tickets of old point to it. */
  readonly isRemoved: boolean
}

const read = new WeakMap<Transaction, Promise<readonly Mailbox[]>>()

/** The mailboxes of the workspace, removed ones too, the one that answers first; asked once per transaction. */
export function mailboxesOf(tx: Transaction): Promise<readonly Mailbox[]> {
  const known = read.get(tx)
  if (known !== undefined) return known
  const asked = ask(tx)
  read.set(tx, asked)
  return asked
}

/** What was read of them in this transaction is true no more. */
export function forgetMailboxes(tx: Transaction): void {
  read.delete(tx)
}

/**
 * The mailbox that answers what came by none, and writes what we write of ourselves: the one chosen, else the one that was
 * there first. Undefined where the workspace has none.
 */
export async function answeringMailbox(tx: Transaction): Promise<Mailbox | undefined> {
  return (await mailboxesOf(tx)).find(({ isRemoved }) => !isRemoved)
}

/** The mailbox of an id, where mail still leaves from it; else the one that answers. */
export async function mailboxToAnswerFrom(tx: Transaction, id: string | null): Promise<Mailbox | undefined> {
  const own = (await mailboxesOf(tx)).find((mailbox) => mailbox.id === id && !mailbox.isRemoved)
  return own ?? answeringMailbox(tx)
}

async function ask({ db, workspace }: Transaction): Promise<readonly Mailbox[]> {
  const rows = await db
    .selectFrom('mailbox as b')
    .leftJoin('mail_account as a', (join) =>
      join.onRef('a.mailbox_id', '=', 'b.id').on('a.workspace_id', '=', workspace),
    )
    .select(['b.id', 'b.address', 'b.name', 'b.language', 'b.zone', 'b.authserv_id', 'b.removed_at'])
    .select(['a.mailbox_id as fetched', 'a.plus', 'a.plus_address'])
    .where('b.workspace_id', '=', workspace)
    .orderBy('b.answers', 'desc')
    .orderBy('b.id')
    .execute()
  return rows.map(({ removed_at, authserv_id, fetched, plus, plus_address, ...mailbox }) => ({
    ...mailbox,
    authservId: authserv_id,
    // What is sent to us directly we take ourselves.
    takesPlus: fetched === null || (plus === 'taken' && plus_address === mailbox.address),
    isRemoved: removed_at !== null,
  }))
}
