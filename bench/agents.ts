/** The asking side of a bench: a process of its own, told what to ask by a message. */
import { fork } from 'node:child_process'
import { join } from 'node:path'

/** What is asked of which desk. */
export interface Asking {
  readonly url: string
  readonly clients: number
  readonly requests: number
  readonly tickets: number
  readonly password: string
}

export interface Measured {
  /** ms */
  readonly p50: number
  readonly p95: number
}

const WARM_UP = 20

/** In the asking process: takes the message, and asks `ask` of each client as often as is wanted, its cookie in hand. */
export function answerBench<A extends Asking>(
  ask: (asking: A, cookie: string) => Promise<void>,
  agentOf: (asking: A, index: number) => number = (_, index) => index,
): void {
  process.once('message', (asking: A) => void measure(asking).then((measured) => process.send?.(measured)))

  async function measure(asking: A): Promise<Measured> {
    const { clients, requests } = asking
    const cookies: string[] = []
    for (let index = 0; index < clients; index++) cookies.push(await signIn(asking, agentOf(asking, index)))
    const everyone = (count: number) => Promise.all(cookies.map((cookie) => often(asking, cookie, count)))
    await everyone(WARM_UP)
    process.send?.('warm')
    const times = (await everyone(requests / clients)).flat().sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
    return { p50: at(0.5), p95: at(0.95) }
  }

  async function often(asking: A, cookie: string, count: number): Promise<number[]> {
    const times: number[] = []
    for (let asked = 0; asked < count; asked++) {
      const start = performance.now()
      await ask(asking, cookie)
      times.push(performance.now() - start)
    }
    return times
  }
}

/** The number of any ticket. */
export function anyTicket({ tickets }: Asking): number {
  return 1 + Math.floor(Math.random() * tickets)
}

async function signIn({ url, password }: Asking, index: number): Promise<string> {
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

/**
 * On the serving side: lets the process of this file ask. What it needs is not the server's: `cpu` is that of this process,
 * ms a request.
 */
export function askFromOutside(file: string, asking: Asking): Promise<Measured & { readonly cpu: number }> {
  return new Promise((resolve, reject) => {
    const clients = fork(join(import.meta.dirname, file), { execArgv: [] })
    let before = process.cpuUsage()
    clients.on('message', (message: 'warm' | Measured) => {
      if (message === 'warm') before = process.cpuUsage()
      else {
        const { user, system } = process.cpuUsage(before)
        clients.disconnect()
        resolve({ ...message, cpu: (user + system) / 1000 / asking.requests })
      }
    })
    clients.on('error', reject)
    clients.on('exit', (code) => code !== 0 && reject(new Error(`the clients ended with ${code}`)))
    clients.send(asking)
  })
}
