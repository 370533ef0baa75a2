/** Runs the command in this process, as a terminal or a pipe would see it. */
import type { Io } from '../src/io.ts'
import { main } from '../src/main.ts'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array | readonly Uint8Array[]
  /** Standard output and error are a terminal. */
  readonly terminal?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** UTC ms. */
  readonly now?: number
}

/** 5 January 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 0, 5, 12)

/** `await avow('check', 'charter.yaml')`. */
export function avow(...args: readonly string[]): Promise<Outcome> {
  return avowIn({}, ...args)
}

export async function avowIn(
  { stdin = '', terminal = false, env = {}, now = NOW }: Surroundings,
  ...args: readonly string[]
): Promise<Outcome> {
  const [stdout, stderr] = [captured(terminal), captured(terminal)]
  const io: Io = { stdin: chunksOf(stdin), stdout: stdout.output, stderr: stderr.output, env, now: () => now }
  const code = await main(args, io)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function captured(isTerminal: boolean): { readonly output: Io['stdout']; text(): string } {
  const pieces: string[] = []
  const write = (text: string) => {
    pieces.push(text)
    return Promise.resolve()
  }
  return { output: { write, isTerminal, columns: 80 }, text: () => pieces.join('') }
}

async function* chunksOf(stdin: NonNullable<Surroundings['stdin']>): AsyncGenerator<Uint8Array> {
  if (typeof stdin === 'string') yield Buffer.from(stdin)
  else if (stdin instanceof Uint8Array) yield stdin
  else yield* stdin
}
