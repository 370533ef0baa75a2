import type { ServerResponse } from 'node:http'
import type { Caller } from '../access/index.ts'

/** Bytes that may wait for a reader who does not read; beyond, the stream is closed, and its client comes back. */
const MOST_WAITING = 256 * 1024

/** How long a client waits before it comes back, ms; each another while, so that all do not come at once. */
const SHORTEST_WAIT = 500
const LONGEST_WAIT = 3000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

/** One open stream of server-sent events. */
export class EventStream {
  readonly caller: Caller
  readonly #response: ServerResponse

  constructor(response: ServerResponse, caller: Caller, closed: () => void) {
    this.caller = caller
    this.#response = response
    response.on('close', closed)
    // A reader that went away is no error of ours.
    response.on('error', () => undefined)
    response.writeHead(200, HEADERS)
    response.write(`retry: ${waitOf()}\n\n`)
  }

  /** Sends what happened. `cursor` is what a client that was cut off names as the last that it heard. */
  send(event: string, data: object, cursor: number): void {
    this.#write(`event: ${event}\nid: ${cursor}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  /** Moves the cursor without saying anything. */
  at(cursor: number): void {
    this.#write(`id: ${cursor}\n\n`)
  }

  /** Keeps proxies from closing what is silent, and finds out who has gone. */
  beat(): void {
    this.#write(': still here\n\n')
  }

  /** Ends it in good order; the client comes back by itself, if it may. */
  end(): void {
    this.#response.end(`retry: ${waitOf()}\n\n`)
  }

  #write(text: string): void {
    if (this.#response.destroyed || this.#response.writableEnded) return
    if (this.#response.writableLength > MOST_WAITING) this.#response.destroy()
    else this.#response.write(text)
  }
}

function waitOf(): number {
  return Math.round(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT))
}
