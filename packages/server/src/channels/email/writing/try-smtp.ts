import type { MailServerFailure } from '@avow/contract'
import { createTransport } from 'nodemailer'
import type { ServerTrust } from '../mail-server.ts'
import { failureOf } from '../mail-server-failure.ts'
import { accountSettings, type SmtpAccount } from './smtp-account.ts'

/** Signs in to a server that mail shall leave by, and sends nothing. Undefined where nothing stands in the way. */
export async function trySmtp(account: SmtpAccount, trust: ServerTrust = {}): Promise<MailServerFailure | undefined> {
  const transport = createTransport(accountSettings(account, trust))
  try {
    await transport.verify()
    return undefined
  } catch (error) {
    return failureOf(error)
  } finally {
    transport.close()
  }
}
