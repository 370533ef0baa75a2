import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { BlobStore } from '../../../blobs/index.ts'
import type { Store } from '../../../db/index.ts'
import type { Acceptance } from './accept-mail.ts'
import { AcceptTogether } from './accept-together.ts'
import { answerTo, smtpError } from './answer-error.ts'
import type { Recipient } from './arrival-rows.ts'
import { incomingBytes, readToEnd } from './incoming-bytes.ts'
import { type IntakeLimits, LIMITS } from './intake-limits.ts'
import { MailServer } from './mail-server.ts'
import type { OnMailStep } from './mail-step.ts'
import { openMailboxDirectory } from './mailbox-directory.ts'
import type { NextReader } from './next-reader.ts'

export interface IntakeOptions {
  readonly store: Store
  readonly blobs: BlobStore
  readonly log: Logger
  /** The address to listen on, and the port; 0: any that is free. */
  readonly host: string
  readonly port: number
  /** What becomes of mail to an address that no mailbox has. */
  readonly unknown: 'default' | 'refuse'
  /** Texts (PEM) of a certificate and its key: STARTTLS is offered. */
  readonly certificate?: { readonly certificate: string; readonly key: string } | undefined
  readonly next: NextReader
  readonly overQuota?: Acceptance['overQuota']
  readonly limits?: Partial<IntakeLimits>
  readonly onStep?: OnMailStep
}

export interface Intake {
  readonly port: number
  /** Takes no more mail; what is being taken in is finished first, for some seconds. */
  close(): Promise<void>
}

type Reply = (error?: Error | null) => void

/** Listens for mail over SMTP. A mail is answered with 250 once it is on the disk and its rows are committed, not before. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const { store, blobs, log, unknown, certificate, next, overQuota, onStep = () => undefined } = options
  const limits = { ...LIMITS, ...options.limits }
  const directory = openMailboxDirectory(store, unknown)
  const together = new AcceptTogether({ store, blobs, next, onStep, overQuota })
  const perAddress = new Map<string, number>()
  const refusedRecipients = new Map<string, number>()

  const place = async ({ address }: SMTPServerAddress): Promise<Recipient | undefined> => {
    const found = await directory.find(address)
    return found && { ...found, address }
  }

  const takeRecipient = async (address: SMTPServerAddress, session: SMTPServerSession): Promise<void> => {
    if ((await place(address)) !== undefined) return
    const refused = (refusedRecipients.get(session.id) ?? 0) + 1
    refusedRecipients.set(session.id, refused)
    if (refused > limits.refusedRecipients) throw smtpError(421, 'Too many unknown recipients')
    throw smtpError(550, 'There is no such mailbox here')
  }

  const takeMail = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> => {
    const { mailFrom, rcptTo } = session.envelope
    try {
      const to = (await Promise.all(rcptTo.map(place))).filter((each) => each !== undefined)
      if (to.length < rcptTo.length) throw smtpError(451, 'A mailbox has gone meanwhile, try again')
      const bytes = incomingBytes(stream, limits.bytes)
      const from = mailFrom === false ? '' : mailFrom.address
      const client = { address: session.remoteAddress, helo: heloOf(session) }
      return await together.accept({ from, to, client, bytes })
    } catch (error) {
      await readToEnd(stream, limits.bytes)
      throw error
    }
  }

  const server = new MailServer({
    ...(certificate === undefined ? {} : { cert: certificate.certificate, key: certificate.key }),
    disabledCommands: ['AUTH', 'WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD', ...(certificate ? [] : ['STARTTLS'])],
    banner: 'Avow',
    size: limits.bytes,
    maxClients: limits.connections,
    maxRecipients: limits.recipients,
    maxCommandLength: limits.commandBytes,
    socketTimeout: limits.idleMs,
    closeTimeout: limits.closingMs,
    disableReverseLookup: true,
    // A sender may close its side behind the mail, and waits for the answer.
    allowHalfOpen: true,
    logger: false,
    onConnect(session, reply) {
      const open = (perAddress.get(session.remoteAddress) ?? 0) + 1
      perAddress.set(session.remoteAddress, open)
      reply(open > limits.connectionsPerAddress ? smtpError(421, 'Too many connections from this address') : undefined)
    },
    onClose(session) {
      const open = (perAddress.get(session.remoteAddress) ?? 1) - 1
      if (open > 0) perAddress.set(session.remoteAddress, open)
      else perAddress.delete(session.remoteAddress)
      refusedRecipients.delete(session.id)
    },
    onRcptTo(address, session, reply: Reply) {
      takeRecipient(address, session).then(
        () => reply(),
        (error: unknown) => reply(told(error)),
      )
    },
    onData(stream, session, reply) {
      takeMail(stream, session).then(
        (acceptance) => {
          reply(null, `OK: kept as ${acceptance}`)
          onStep('answered')
        },
        (error: unknown) => reply(told(error)),
      )
    },
  })
  const told = (error: unknown): Error => {
    if (error instanceof Error && 'responseCode' in error) return error
    const answer = answerTo(error, limits.bytes)
    log.warn({ err: error, answered: answer.responseCode }, 'a mail was not taken in')
    return answer
  }

  // A session that a sender draws out holds a place that others want.
  server.server.on('connection', (socket: Socket) => {
    const end = setTimeout(() => socket.destroy(), limits.sessionMs)
    end.unref()
    socket.once('close', () => clearTimeout(end))
  })
  const port = await listening(server, options)
  server.on('error', (error) => log.debug({ err: error }, 'an SMTP connection ended with an error'))
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        directory.close()
        server.close(resolve)
      }),
  }
}

/** What the sender called itself, as far as it is a name. */
function heloOf({ hostNameAppearsAs }: SMTPServerSession): string {
  const name = hostNameAppearsAs || ''
  return /^[\x21-\x7e]{1,255}$/u.test(name) ? name : ''
}

function listening(server: MailServer, { host, port }: IntakeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const at = server.server.address()
      resolve(at !== null && typeof at === 'object' ? at.port : port)
    })
  })
}
