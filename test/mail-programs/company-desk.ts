import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALHOST_CERTIFICATE } from '../../packages/server/test/fixtures/localhost-certificate.ts'
import { freePort } from '../../packages/server/test/free-port.ts'
import { IMAP_PASSWORD } from '../../packages/server/test/start-dovecot.ts'
import { apiOf, type DeskApi } from '../running/desk-api.ts'
import { endLeases, publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { dataFolder, type RunningDesk, startDesk } from '../running/start-desk.ts'
import { CARE, type CompanyMail } from './start-company.ts'

const KEY = 'the-key-that-the-desk-began-with-1234'
const LONG = process.env['AVOW_LONG'] === '1'

/** The desk of a company, as `npm start` starts it, under one address however often it is killed. */
export interface CompanyDesk {
  readonly api: DeskApi
  readonly data: string
  /** Gives it the company's mailbox, with all that lies there: the address and its password are all that is known. */
  connect(): Promise<void>
  /** Ends it as a power cut does, and starts it again. */
  pullPlug(): Promise<void>
}

/** Starts one that knows nothing of the company's mail yet. `folder`: for its certificate. */
export async function startCompanyDesk(company: CompanyMail, folder: string): Promise<CompanyDesk> {
  const authority = join(folder, 'authority.pem')
  writeFileSync(authority, LOCALHOST_CERTIFICATE.certificate)
  const env = {
    AVOW_DEMO: '0',
    AVOW_BOOTSTRAP_API_KEY: KEY,
    PORT: String(await freePort()),
    AVOW_SMTP_PORT: String(await freePort()),
    NODE_EXTRA_CA_CERTS: authority,
  }
  const data = dataFolder()
  let desk: RunningDesk = await startDesk({ data, env })
  const { url } = desk
  const api = apiOf(() => url, KEY)
  await publishIn({ data }, ALWAYS_OPEN)
  return {
    api,
    data,
    async connect() {
      const { id } = await api.call('addAddress', { body: { address: CARE } })
      const params = { id }
      const signIn = { host: 'localhost', username: CARE, password: IMAP_PASSWORD }
      const account = { ...signIn, port: company.dovecot.tlsPort, security: 'tls' }
      const sender = { ...signIn, port: company.postfix.port, security: 'starttls', sign_in: 'own' }
      const fetching = await api.call('tryMailAccount', { params, body: account })
      const sending = await api.call('tryMailSender', { params, body: sender })
      for (const { failure } of [fetching, sending]) if (failure !== null) throw new Error(JSON.stringify(failure))
      await api.call('setMailSender', { params, body: sender })
      await api.call('setMailAccount', { params, body: { ...account, from: 'all' } })
    },
    async pullPlug() {
      await desk.stop('SIGKILL')
      desk = await startDesk({ data, env })
      // What the dead one had in hand is let go of after a minute or two; only the long run waits for it.
      if (!LONG) await endLeases({ data })
    },
  }
}
