import { connect } from 'node:tls'
import type { MailServer, ServerTrust } from '../mail-server.ts'
import { trySmtp } from '../writing/index.ts'

const PATIENCE = 5_000

/** Does something that speaks IMAP answer there, in TLS from the start, under a certificate that is good? */
export function reachesImap({ host, port }: MailServer, { ca }: ServerTrust = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: PATIENCE, ...(ca === undefined ? {} : { ca }) })
    const settle = (answers: boolean): void => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('data', (data) => settle(data.toString('latin1').startsWith('* OK')))
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => settle(false))
  })
}

/** Does something that speaks SMTP answer there, encrypted, under a certificate that is good? */
export async function reachesSmtp(server: MailServer, trust: ServerTrust = {}): Promise<boolean> {
  return (await trySmtp({ ...server, signIn: undefined }, trust)) === undefined
}
