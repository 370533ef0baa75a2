/** The process in which strangers' mail is parsed and sanitised; createMailReader starts it, watches it and replaces it. */
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

process.on('message', async (work: MailWork) => {
  try {
    send(await answer(work))
  } catch (error) {
    const { reason, message } = reasonOf(error)
    send({ kind: 'unreadable', unreadable: reason, detail: message.slice(0, 500) })
  }
})

// A terminal and a supervisor tell a whole group to stop; whoever asked wants his answer first, and then ends us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

// Whoever asked is gone.
process.on('disconnect', () => process.exit())

function send(given: MailAnswer): void {
  process.send?.(given)
}

/** What a first mail takes longer is no mail's fault. */
const FIRST = [
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<p>x</p>',
  '--b--',
]
const { html } = await readMail(new TextEncoder().encode(FIRST.join('\r\n')))
safeHtml(html ?? '', { addressOfContent: () => undefined })

send({ kind: 'ready' })
