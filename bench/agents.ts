/** The asking side of a bench: a process of its own, told what to ask by a message. */
import { fork } from 'node:child_process'
import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What is asked of which desk. */
export interface Asking {
  readonly url: string
  readonly clients: number
  readonly requests: number
  readonly tickets: number
  readonly password: string
  /** How long each client waits before it asks again, ms; 0: not at all. */
  readonly pause?: number
}

export interface Measured {
  /** ms */
  readonly p50: number
  readonly p95: number
}

/** Of each client: a server that just started runs code that is not compiled yet. */
const WARM_UP = 100

/** Sends a request as somebody who is signed in, over a connection that is kept: a GET, or a POST of a body. */
export type Send = (
  path: string,
  post?: { readonly body: string; readonly headers: OutgoingHttpHeaders },
) => Promise<{ readonly status: number; readonly text: string }>

/** In the asking process: takes the message, and asks `ask` of each client as often as is wanted. */
export function answerBench<A extends Asking>(
  ask: (asking: A, send: Send) => Promise<void>,
  agentOf: (asking: A, index: number) => number = (_, index) => index,
): void {
  process.once('message', (asking: A) => void measure(asking).then((measured) => process.send?.(measured)))

  async function measure(asking: A): Promise<Measured> {
    const { clients, requests } = asking
    const senders: Send[] = []
    for (let index = 0; index < clients; index++)
      senders.push(sender(asking.url, await signIn(asking, agentOf(asking, index))))
    const everyone = (count: number) => Promise.all(senders.map((send) => often(asking, send, count)))
    await everyone(WARM_UP)
    process.send?.('warm')
    const times = (await everyone(requests / clients)).flat().sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
    return { p50: at(0.5), p95: at(0.95) }
  }

  async function often(asking: A, send: Send, count: number): Promise<number[]> {
    const times: number[] = []
    for (let asked = 0; asked < count; asked++) {
      const start = performance.now()
      await ask(asking, send)
      times.push(performance.now() - start)
      if (asking.pause !== undefined) await wait(asking.pause)
    }
    return times
  }
}

/** The number of any ticket. */
export function anyTicket({ tickets }: Asking): number {
  return 1 + Math.floor(Math.random() * tickets)
}

/** Plain HTTP: fetch takes as much of the processor as the server that is measured. */
function sender(url: string, cookie: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (path, post) =>
    new Promise((resolve, reject) => {
      const method = post === undefined ? 'GET' : 'POST'
      const headers = { cookie, origin: url, ...post?.headers }
      const asked = request(`${url}${path}`, { agent, method, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
        answer.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(post?.body)
    })
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
