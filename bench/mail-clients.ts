import { fork } from 'node:child_process'
import { join } from 'node:path'

/** A process of its own that sends mail, so that nothing it does holds up the server's. */
export interface MailClients<Wanted, Sent> {
  /** Has it send what is wanted, and answers what it says of that. One at a time. */
  send(wanted: Wanted): Promise<Sent>
  end(): void
}

/** Starts the file of this folder, which answers each message that it is sent with one. */
export function startMailClients<Wanted extends object, Sent>(file: string): MailClients<Wanted, Sent> {
  const clients = fork(join(import.meta.dirname, file), { execArgv: [] })
  const ended = new Promise<never>((_, reject) => {
    clients.once('exit', (code) => reject(new Error(`the clients ended with ${code}`)))
  })
  // Whoever waits for an answer hears of it; at the end nobody does.
  ended.catch(() => undefined)
  return {
    send(wanted) {
      const answer = new Promise<Sent>((resolve) => clients.once('message', resolve))
      clients.send(wanted)
      return Promise.race([answer, ended])
    },
    end: () => clients.disconnect(),
  }
}
