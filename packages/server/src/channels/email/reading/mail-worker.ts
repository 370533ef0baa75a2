/** The thread in which strangers' mail is parsed and sanitised; createMailReader starts it, watches it and replaces it. */
import { parentPort } from 'node:worker_threads'
import { reasonOf } from './mail-limits.ts'
import type { MailAnswer, MailWork } from './mail-work.ts'
import { readMail } from './read-mail.ts'
import { safeHtml } from './safe-html.ts'

async function answer(work: MailWork): Promise<MailAnswer> {
  if (work.kind === 'sanitise') {
    const images = new Map(Object.entries(work.images))
    return { kind: 'html', safe: safeHtml(work.html, { addressOfContent: (contentId) => images.get(contentId) }) }
  }
  return { kind: 'mail', mail: await readMail(work.raw, { envelopeFrom: work.envelopeFrom }) }
}

parentPort?.on('message', async (work: MailWork) => {
  try {
    send(await answer(work))
  } catch (error) {
    const { reason, message } = reasonOf(error)
    send({ kind: 'unreadable', unreadable: reason, detail: message.slice(0, 500) })
  }
})

function send(given: MailAnswer): void {
  // A buffer may be handed over only once, however many attachments look at it.
  const buffers = given.kind === 'mail' ? new Set(given.mail.attachments.map(({ bytes }) => bytes.buffer)) : []
  parentPort?.postMessage(given, [...buffers])
}

send({ kind: 'ready' })
