import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly mail: string
  /** Its Message-ID, with angle brackets. */
  readonly messageId: string
}

/** How the other end takes mail; where a function answers a reply code, that is what it says. */
export interface OtherEndOptions {
  /** The words of its refusals. */
  readonly says?: string
  readonly onRecipient?: (address: string) => number | undefined
  /** After the final dot; `silence`: it has the mail, and never says so. */
  readonly onData?: (mail: ReceivedMail) => number | 'silence' | undefined
}

/** A mail server on loopback that is not ours: notes what it took. */
export async function otherEnd({ says, onRecipient, onData }: OtherEndOptions = {}) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(refusal(onRecipient?.(address), says)),
    onData(stream, { envelope }, done) {
      text(stream).then((mail) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        const messageId = /^Message-ID:\s+(<[^>]+>)/im.exec(mail)?.[1] ?? ''
        const answer = onData?.({ from, to, mail, messageId })
        if (answer === undefined || answer === 'silence') received.push({ from, to, mail, messageId })
        if (answer !== 'silence') done(refusal(answer, says))
      }, done)
    },
  })
  // A sender that is killed in the middle of a mail breaks its connection off, and the server tells of it.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.server.address()
  const port = at !== null && typeof at === 'object' ? at.port : 0
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function refusal(code: number | undefined, says = '5.0.0 not here'): Error | null {
  return code === undefined ? null : Object.assign(new Error(says), { responseCode: code })
}
