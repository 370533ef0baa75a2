import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Dovecot, startDovecot } from '../../packages/server/test/start-dovecot.ts'
import { type Postfix, startPostfix } from './start-postfix.ts'

/** The domain of the company. */
export const COMPANY = 'company.example'
/** Whose mailbox the desk is to have. */
export const CARE = `care@${COMPANY}`

/** A company's mail as it stood before it had a desk. */
export interface CompanyMail {
  /** Its mailboxes: Dovecot, into which Postfix delivers over LMTP. */
  readonly dovecot: Dovecot
  /** Takes mail to the company from everybody, and mail to everybody from who signs in. All of that stays in its box. */
  readonly postfix: Postfix
  stop(): Promise<void>
}

/**
 * Starts both. Whoever knows a mailbox's address and password can read it and send as it. `takesPlus`: what is sent to
 * `care+41@` lies with `care@`; else it comes back, as with many providers.
 */
export async function startCompany(
  programs: { readonly dovecot: string; readonly postfix: string },
  folder: string,
  { takesPlus = true }: { readonly takesPlus?: boolean } = {},
): Promise<CompanyMail> {
  const place = (name: string): string => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    chmodSync(path, 0o755)
    return path
  }
  chmodSync(folder, 0o755)
  const dovecot = await startDovecot(programs.dovecot, place('dovecot'), ['care'], { takesIn: true, takesPlus })
  const postfix = await startPostfix({
    program: programs.postfix,
    folder: place('postfix'),
    ways: { [COMPANY]: `lmtp:inet:127.0.0.1:${dovecot.lmtpPort}` },
    settings: {
      mynetworks: '',
      default_transport: 'virtual:',
      smtpd_sasl_auth_enable: 'yes',
      smtpd_sasl_type: 'dovecot',
      smtpd_sasl_path: `inet:127.0.0.1:${dovecot.saslPort}`,
      smtpd_tls_auth_only: 'yes',
      smtpd_relay_restrictions: 'permit_sasl_authenticated, reject_unauth_destination',
      smtpd_recipient_restrictions: 'permit_sasl_authenticated, reject_unauth_destination',
    },
  })
  return {
    dovecot,
    postfix,
    async stop() {
      await postfix.stop()
      await dovecot.stop()
    },
  }
}
