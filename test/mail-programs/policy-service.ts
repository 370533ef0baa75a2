import { createServer } from 'node:net'

/** What Postfix tells of a mail it is asked to take: `recipient`, `sender`, `protocol_state` and others. */
export type PolicyQuestion = Readonly<Record<string, string>>

/** Decides for a Postfix what it takes (its SMTP access policy delegation), as greylisting does. */
export interface PolicyService {
  readonly port: number
  close(): Promise<void>
}

/** `decide` answers an action of access(5): `DUNNO`, `defer_if_permit …`, `550 …`. */
export async function startPolicyService(decide: (question: PolicyQuestion) => string): Promise<PolicyService> {
  const server = createServer((socket) => {
    let text = ''
    socket.on('error', () => undefined)
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        socket.write(`action=${decide(read(text.slice(0, end)))}\n\n`)
        text = text.slice(end + 2)
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  return {
    port: at !== null && typeof at === 'object' ? at.port : 0,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function read(text: string): PolicyQuestion {
  return Object.fromEntries(
    text.split('\n').map((line): [string, string] => {
      const equals = line.indexOf('=')
      return [line.slice(0, equals), line.slice(equals + 1)]
    }),
  )
}
