import { type IncomingMessage, request } from 'node:http'

export interface Heard {
  readonly event: string
  readonly id: string | undefined
  readonly data: unknown
}

export interface OpenStream {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** All that was said so far. */
  readonly heard: readonly Heard[]
  /** The cursor that a browser would come back with. */
  readonly lastId: () => string | undefined
  /** Waits for something said that fits. */
  until(fits: (heard: Heard) => boolean): Promise<Heard>
  /** Settled when the server ended it, with all its text. */
  readonly ended: Promise<string>
  /** Stops reading; what is sent then waits on the server's side. */
  pause(): void
  close(): void
}

/** Opens an event stream as a browser does. */
export function openStream(url: string, headers: Readonly<Record<string, string>>): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, agent: false }, (answer) => resolve(follow(answer, () => asking.destroy())))
    asking.on('error', reject)
    asking.end()
  })
}

function follow(answer: IncomingMessage, close: () => void): OpenStream {
  const heard: Heard[] = []
  let text = ''
  let rest = ''
  let lastId: string | undefined
  let waiting: (() => void)[] = []
  answer.setEncoding('utf8')
  answer.on('data', (chunk: string) => {
    text += chunk
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => [line.split(':', 1)[0], line.replace(/^\w+: ?/, '')]))
      lastId = fields.get('id') ?? lastId
      const data = fields.get('data')
      if (data !== undefined)
        heard.push({ event: fields.get('event') ?? 'message', id: fields.get('id'), data: JSON.parse(data) })
    }
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  })
  const ended = new Promise<string>((resolve) => {
    answer.on('close', () => resolve(text))
    answer.on('error', () => resolve(text))
  })
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    heard,
    lastId: () => lastId,
    async until(fits) {
      for (;;) {
        const found = heard.find(fits)
        if (found !== undefined) return found
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    ended,
    pause: () => void answer.pause(),
    close,
  }
}
