import { spawn } from 'node:child_process'

/** How a conversation of swaks ended: its exit code (0: the mail was taken), and both sides of it. */
export interface SwaksRun {
  readonly code: number | null
  readonly said: string
}

/** Lets swaks converse with a server on loopback. */
export function runSwaks(program: string, port: number, args: readonly string[]): Promise<SwaksRun> {
  const child = spawn(program, ['--server', 'localhost', '--port', String(port), '--helo', 'home.example', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('latin1').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
