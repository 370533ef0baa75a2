/** The sending side of mail-attack.ts: a process of its own, so that nothing it does holds up the server's. */
import { setTimeout as wait } from 'node:timers/promises'
import { sendOne } from '../packages/server/test/raw-smtp.ts'
import { HEAVY_HTML, MISSHAPEN, TIRING } from '../test/security/hostile-mails.ts'

export interface WantedAttack {
  readonly port: number
  /** Address of the mailbox that is attacked. */
  readonly victim: string
  /** Addresses that the normal mail goes to, in turn. */
  readonly others: readonly string[]
  readonly perSecond: number
  readonly seconds: number
}

export interface SentAttack {
  readonly hostile: number
  /** When each normal mail was begun to be sent, by the number in its subject, UTC ms. */
  readonly sentAt: readonly number[]
  /** Until each was answered with 250, ms. */
  readonly answeredAfter: readonly number[]
}

process.on('message', async (wanted: WantedAttack) => {
  const over = performance.now() + wanted.seconds * 1000
  const [hostile, normal] = await Promise.all([attack(wanted, over), sendNormal(wanted, over)])
  process.send?.({ hostile, ...normal } satisfies SentAttack)
})

/** The whole corpus over and over, one connection at a time. */
async function attack({ port, victim }: WantedAttack, over: number): Promise<number> {
  const mails = Object.values({ ...MISSHAPEN, ...TIRING, ...HEAVY_HTML })
  let sent = 0
  for (; performance.now() < over; sent++)
    await sendOne(port, { from: 'eve@evil.example', to: [victim], mail: mails[sent % mails.length] ?? '' })
  return sent
}

/** At its pace whether or not the last was answered: whoever writes does not wait for others. */
async function sendNormal(
  { port, others, perSecond }: WantedAttack,
  over: number,
): Promise<Omit<SentAttack, 'hostile'>> {
  const sentAt: number[] = []
  const answers: Promise<number>[] = []
  const start = performance.now()
  for (let n = 0; performance.now() < over; n++) {
    const from = `customer-${n}@bench.example`
    const to = others[n % others.length] ?? ''
    const mail = `From: ${from}\r\nTo: ${to}\r\nSubject: Lamp ${n}\r\n\r\nThe lamp that came today is broken.\r\n`
    sentAt.push(Date.now())
    answers.push(answered(port, { from, to: [to], mail }))
    await wait(Math.max(0, start + ((n + 1) * 1000) / perSecond - performance.now()))
  }
  return { sentAt, answeredAfter: await Promise.all(answers) }
}

async function answered(port: number, mail: Parameters<typeof sendOne>[1]): Promise<number> {
  const start = performance.now()
  const reply = await sendOne(port, mail)
  if (!reply.startsWith('250')) throw new Error(reply)
  return performance.now() - start
}
