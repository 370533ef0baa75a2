/** What a command sees of the world: handed in, so that tests need no process of their own. */
import { styleText } from 'node:util'

/** Where text goes. */
export interface TextOutput {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  /** Width in characters; 80 where nobody knows. */
  readonly columns: number
}

export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: TextOutput
  readonly stderr: TextOutput
  readonly env: Readonly<Record<string, string | undefined>>
  /** UTC ms. */
  now(): number
}

/** The streams of this process. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    env: process.env,
    now: () => Date.now(),
  }
}

function outputTo(stream: NodeJS.WriteStream): TextOutput {
  // Whoever reads may stop before the end (`avow … | head`): that is no error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    write: (text) => new Promise((done) => void stream.write(text, () => done())),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  }
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan'
export type Paint = (style: Style, text: string) => string

/** Colours for a terminal, none for a pipe or where NO_COLOR is set (no-color.org). */
export function paintFor(output: TextOutput, env: Io['env']): Paint {
  if (!output.isTerminal || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return (_, text) => text
  return (style, text) => styleText(style, text, { validateStream: false })
}
