import type { MailServerFailure } from '@avow/contract'
import { failureOf, type ImapAccount, openImap, type ServerTrust } from '../../channels/email/index.ts'

export interface AccountTrial {
  /** Undefined where nothing stands in the way. */
  readonly failure: MailServerFailure | undefined
  /** Folders that mails can lie in, as the server names them. */
  readonly folders: readonly string[]
}

/** Signs in to an account and opens its folders, as fetching would. Nothing there is changed, and nothing kept. */
export async function tryMailAccount(
  account: ImapAccount & { readonly folders: readonly string[] },
  trust: ServerTrust = {},
): Promise<AccountTrial> {
  let folders: readonly string[] = []
  try {
    const client = await openImap(account, trust)
    try {
      const listed = await client.list()
      folders = listed.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path }) => path)
      for (const folder of account.folders) await client.mailboxOpen(folder, { readOnly: true })
      return { failure: undefined, folders }
    } finally {
      client.close()
    }
  } catch (error) {
    return { failure: failureOf(error), folders }
  }
}
