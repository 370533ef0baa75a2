/** The granting side of grant.ts: a process of its own, told what to do by a message. */
import { randomUUID } from 'node:crypto'

export interface Granting {
  readonly url: string
  readonly clients: number
  readonly requests: number
  readonly tickets: number
  readonly password: string
  /** All as one person, who has one budget. */
  readonly isOnePerson: boolean
}

export interface Granted {
  /** ms */
  readonly p50: number
  readonly p95: number
}

const WARM_UP = 20

process.once('message', (granting: Granting) => void measure(granting).then((granted) => process.send?.(granted)))

async function measure(granting: Granting): Promise<Granted> {
  const { clients, requests, isOnePerson } = granting
  const cookies: string[] = []
  for (let index = 0; index < clients; index++) cookies.push(await signIn(granting, isOnePerson ? 0 : index))
  const everyone = (count: number) => Promise.all(cookies.map((cookie) => grantOften(granting, cookie, count)))
  await everyone(WARM_UP)
  process.send?.('warm')
  const times = (await everyone(requests / clients)).flat().sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

async function grantOften({ url, tickets }: Granting, cookie: string, count: number): Promise<number[]> {
  const times: number[] = []
  const body = JSON.stringify({
    clause: 'R1',
    remedy: 'credit',
    amount: { minor: 100, currency: 'EUR' },
    reason: 'The lid was broken.',
    seen: 1_000_000,
  })
  for (let given = 0; given < count; given++) {
    const number = 1 + Math.floor(Math.random() * tickets)
    const start = performance.now()
    const answer = await fetch(`${url}/api/v1/tickets/${number}/grants`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body,
    })
    const text = await answer.text()
    times.push(performance.now() - start)
    if (answer.status !== 201) throw new Error(`a grant: ${answer.status} ${text}`)
  }
  return times
}

async function signIn({ url, password }: Granting, index: number): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: `agent-${index}@desk.example`, password }),
  })
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
}
