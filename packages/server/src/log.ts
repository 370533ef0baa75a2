import { type Logger, pino } from 'pino'
import type { LogLevel } from './configuration.ts'

/** Never in a log, wherever it stands: what signs in, what opens, what people wrote. */
const REDACTED = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'text',
  'html',
  'subject',
  'email',
  'address',
]

/** Logs as JSON lines to `destination`: errors with their stack for whoever runs the server, secrets and texts struck out. */
export function openLog(level: LogLevel, destination: { write(line: string): void }): Logger {
  const paths = REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: '…' },
      serializers: { error: errorSaid, err: errorSaid },
    },
    destination,
  )
}

/** An error without what a library hangs on it (a statement's parameters, a request's body). */
function errorSaid(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(error.cause === undefined ? {} : { cause: errorSaid(error.cause) }),
  }
}
