/** The sending side of mail-intake.ts: a process of its own, told by messages how many mails to send where. */
import { rawSmtp, sendRaw } from '../packages/server/test/raw-smtp.ts'

export interface WantedMail {
  readonly port: number
  readonly connections: number
  readonly mails: number
  /** Bytes of one mail. */
  readonly size: number
}

/** How long it took until the last mail was answered with 250, s. */
export interface SentMail {
  readonly seconds: number
}

let sent = 0

process.on('message', (wanted: WantedMail) => void send(wanted).then((seconds) => process.send?.({ seconds })))

async function send({ port, connections, mails, size }: WantedMail): Promise<number> {
  const sessions = await Promise.all(Array.from({ length: connections }, () => rawSmtp(port)))
  await Promise.all(sessions.map((smtp) => smtp.say('EHLO bench.example')))
  const start = performance.now()
  let left = mails
  await Promise.all(
    sessions.map(async (smtp) => {
      while (left > 0) {
        left -= 1
        sent += 1
        const from = `customer-${sent}@bench.example`
        const reply = await sendRaw(smtp, { from, to: ['help@desk.example'], mail: mailOf(from, size) })
        if (!reply.startsWith('250 ')) throw new Error(reply)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  for (const smtp of sessions) smtp.close()
  return seconds
}

/** A multipart mail as mail programs write it: plain text and HTML. */
function mailOf(from: string, size: number): string {
  const words = 'The lamp that came today has a crack in its base. What can be done about it? '
  const text = words.repeat(Math.max(1, Math.floor((size - 800) / 2 / words.length)))
  return [
    `From: Customer ${sent} <${from}>`,
    'To: help@desk.example',
    `Subject: The lamp, number ${sent}`,
    `Message-ID: <bench-${sent}@bench.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="parts"',
    '',
    '--parts',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--parts',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><p>${text}</p></body></html>`,
    '--parts--',
    '',
  ].join('\r\n')
}
