import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'

/** How one request ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number }
  /** Nobody listens any more: nothing was begun. */
  | { readonly kind: 'refused' }
  /** There was a connection, and no answer came. */
  | { readonly kind: 'dropped'; readonly why: string; readonly wasKept: boolean }

export interface RequestLoad {
  readonly outcomes: readonly Outcome[]
  /** Sends no more; answers when every request has ended. */
  stop(): Promise<void>
}

/** More than so many are not open at a time: a machine that is too slow for the load gets less of it. */
const MOST_OPEN = 100
/** Ms. */
const EVERY = 5

/** Sends so many requests a second, as browsers do over connections that are kept: every tenth writes, the others read. */
export function startRequests(url: string, key: string, perSecond: number): RequestLoad {
  const agent = new Agent({ keepAlive: true })
  const outcomes: Outcome[] = []
  const open = new Set<Promise<void>>()
  let sent = 0
  let owed = 0
  const send = (): void => {
    for (owed += (perSecond * EVERY) / 1000; owed >= 1; owed--) {
      if (open.size >= MOST_OPEN) continue
      sent += 1
      const one = sendOne(agent, url, key, sent % 10 === 0).then((outcome) => {
        outcomes.push(outcome)
        open.delete(one)
      })
      open.add(one)
    }
  }
  const timer = setInterval(send, EVERY)
  return {
    outcomes,
    async stop() {
      clearInterval(timer)
      await Promise.all(open)
      agent.destroy()
    },
  }
}

const TICKET = { channel: 'phone', customer: { name: 'Carl Caller' }, subject: 'A call', text: 'Where is my parcel?' }

function sendOne(agent: Agent, url: string, key: string, isWrite: boolean): Promise<Outcome> {
  const body = isWrite ? JSON.stringify(TICKET) : undefined
  return new Promise((resolve) => {
    const sent = request(`${url}/api/v1/${isWrite ? 'tickets' : 'views'}`, {
      agent,
      method: isWrite ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${key}`,
        ...(isWrite ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      },
    })
    const failed = (error: NodeJS.ErrnoException): void =>
      resolve(
        error.code === 'ECONNREFUSED'
          ? { kind: 'refused' }
          : { kind: 'dropped', why: error.code ?? error.message, wasKept: sent.reusedSocket },
      )
    sent.once('error', failed)
    sent.once('response', (answer) => {
      answer.once('error', failed)
      answer.once('end', () => resolve({ kind: 'answered', status: answer.statusCode ?? 0 }))
      answer.resume()
    })
    sent.end(body)
  })
}

/** A stream of server-sent events that was begun. */
export interface OpenStream {
  /** Settled when it has ended; true where it was ended in good order. */
  readonly ended: Promise<boolean>
  /** All of it so far. */
  text(): string
}

/** Opens a stream, and answers when it has begun. */
export function openStream(url: string, key: string): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1/events`, { agent: false, headers: { authorization: `Bearer ${key}` } })
    sent.once('error', reject)
    sent.once('response', (answer) => {
      if (answer.statusCode === 200) resolve(listen(answer))
      else reject(new Error(`the stream was answered with ${answer.statusCode}`))
    })
    sent.end()
  })
}

function listen(answer: IncomingMessage): OpenStream {
  let text = ''
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  answer.on('error', () => undefined)
  const ended = new Promise<boolean>((done) => answer.once('close', () => done(answer.complete)))
  return { ended, text: () => text }
}
