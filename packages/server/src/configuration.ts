import { resolve } from 'node:path'
import { isLoopback } from '@avow/contract'
import { type MailLimits, readMailLimits } from './mail-limits.ts'

export interface Configuration {
  /** AVOW_DATA: the folder of the database, blobs, keys, backups. */
  readonly data: string
  readonly host: string
  readonly port: number
  /** Address in links and mail, without a slash at its end. */
  readonly publicUrl: string
  readonly databaseUrl: string | undefined
  readonly ownerUrl: string | undefined
  readonly secretFile: string
  readonly smtp: {
    readonly host: string
    readonly port: number
    /** What becomes of mail to an address that no mailbox has. */
    readonly unknown: 'default' | 'refuse'
    /** Files of a certificate and its key: STARTTLS is offered. */
    readonly certificate: { readonly certificate: string; readonly key: string } | undefined
  }
  /** AVOW_SMTP_URL: where mail leaves; without it mail goes to a folder. */
  readonly submitUrl: string | undefined
  /** AVOW_OAUTH_FILE: as whom the desk is registered with providers of mailboxes. */
  readonly oauthFile: string | undefined
  /** AVOW_MAIL_LIMITS: walls against floods and loops of mail. */
  readonly mailLimits: MailLimits
  readonly metricsPort: number | undefined
  /** Load the demo into an empty database. */
  readonly demo: boolean
  readonly bootstrapKey: string | undefined
  /** Nightly backups kept; 0: none are made. */
  readonly backups: number
  /** AVOW_CHROMIUM: the program that makes PDFs; `none` for no PDFs, undefined to look where it usually stands. */
  readonly chromium: string | undefined
  /** PATH: the folders in which it is looked for. */
  readonly programs: string | undefined
  readonly logLevel: LogLevel
}

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A setting that cannot be: names the variable, what was found and what to write instead. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

export type Environment = Readonly<Record<string, string | undefined>>

const SHORTEST_KEY = 32

/**
 * Reads the settings that interfaces name from an environment. An empty value counts as left out. Throws
 * ConfigurationError for the first that cannot be: a server that starts means what its settings say.
 */
export function readConfiguration(environment: Environment): Configuration {
  const text = (name: string): string | undefined => {
    const value = environment[name]?.trim()
    return value === '' ? undefined : value
  }
  const host = text('AVOW_HOST') ?? '127.0.0.1'
  const port = portOf('PORT', text('PORT'), 8080)
  const data = resolve(text('AVOW_DATA') ?? 'data')
  const smtpHost = text('AVOW_SMTP_HOST') ?? host
  const beyond = !isLoopback(host)
  const databaseUrl = text('DATABASE_URL')
  const ownerUrl = text('DATABASE_OWNER_URL')
  if (databaseUrl !== undefined) urlOf('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'])
  if (ownerUrl !== undefined) {
    urlOf('DATABASE_OWNER_URL', ownerUrl, ['postgres:', 'postgresql:'])
    if (databaseUrl === undefined)
      throw new ConfigurationError(
        'DATABASE_OWNER_URL is set and DATABASE_URL is not: set both, or neither for the embedded database.',
      )
  }
  const submitUrl = text('AVOW_SMTP_URL')
  if (submitUrl !== undefined) urlOf('AVOW_SMTP_URL', submitUrl, ['smtp:', 'smtps:'])
  const bootstrapKey = text('AVOW_BOOTSTRAP_API_KEY')
  if (bootstrapKey !== undefined && bootstrapKey.length < SHORTEST_KEY)
    throw new ConfigurationError(
      `AVOW_BOOTSTRAP_API_KEY has ${bootstrapKey.length} characters and needs at least ${SHORTEST_KEY}: openssl rand -hex 32 makes one.`,
    )
  const metrics = text('AVOW_METRICS_PORT')
  return {
    data,
    host,
    port,
    publicUrl: publicUrlOf(text('AVOW_PUBLIC_URL'), host, port),
    databaseUrl,
    ownerUrl,
    secretFile: resolve(text('AVOW_SECRET_FILE') ?? `${data}/secret`),
    smtp: {
      host: smtpHost,
      port: portOf('AVOW_SMTP_PORT', text('AVOW_SMTP_PORT'), 2525),
      unknown:
        choice('AVOW_SMTP_UNKNOWN', text('AVOW_SMTP_UNKNOWN'), ['default', 'refuse'] as const) ??
        (isLoopback(smtpHost) ? 'default' : 'refuse'),
      certificate: certificateOf(text('AVOW_SMTP_CERT'), text('AVOW_SMTP_KEY')),
    },
    submitUrl,
    oauthFile: text('AVOW_OAUTH_FILE'),
    mailLimits: limitsOf('AVOW_MAIL_LIMITS', text('AVOW_MAIL_LIMITS')),
    metricsPort: metrics === undefined ? undefined : portOf('AVOW_METRICS_PORT', metrics, 0),
    demo: (choice('AVOW_DEMO', text('AVOW_DEMO'), ['0', '1'] as const) ?? (beyond ? '0' : '1')) === '1',
    bootstrapKey,
    backups: countOf('AVOW_BACKUPS', text('AVOW_BACKUPS'), 7),
    chromium: text('AVOW_CHROMIUM'),
    programs: text('PATH'),
    logLevel: choice('AVOW_LOG', text('AVOW_LOG'), LOG_LEVELS) ?? 'info',
  }
}

function publicUrlOf(given: string | undefined, host: string, port: number): string {
  if (given === undefined) {
    if (isLoopback(host)) return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
    throw new ConfigurationError(
      `AVOW_HOST is ${host}, so others can reach this server: set AVOW_PUBLIC_URL to the address that links and mail shall name, e.g. https://care.example.com`,
    )
  }
  const url = urlOf('AVOW_PUBLIC_URL', given, ['http:', 'https:'])
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.pathname !== '/')
    throw new ConfigurationError(
      `AVOW_PUBLIC_URL is “${given}”: give scheme, host and port alone, e.g. https://care.example.com`,
    )
  return url.origin
}

function urlOf(name: string, given: string, protocols: readonly string[]): URL {
  const url = URL.parse(given)
  if (url !== null && protocols.includes(url.protocol)) return url
  // A password may stand in it, so it is not repeated.
  throw new ConfigurationError(
    `${name} is no address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
  )
}

function portOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  const port = Number(given)
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port
  throw new ConfigurationError(`${name} is “${given}”: a port is a number from 0 to 65535.`)
}

function countOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  if (/^\d{1,3}$/.test(given)) return Number(given)
  throw new ConfigurationError(`${name} is “${given}”: give a number from 0 to 999.`)
}

function limitsOf(name: string, given: string | undefined): MailLimits {
  const limits = readMailLimits(given)
  if (!('wrong' in limits)) return limits
  throw new ConfigurationError(
    `${name} has “${limits.wrong}”: give limits such as address=10/10m,20/1d; sender=200/10m; client=none`,
  )
}

function choice<T extends string>(name: string, given: string | undefined, choices: readonly T[]): T | undefined {
  if (given === undefined) return undefined
  const found = choices.find((each) => each === given)
  if (found !== undefined) return found
  throw new ConfigurationError(`${name} is “${given}”: it can be ${choices.join(' or ')}.`)
}

function certificateOf(
  certificate: string | undefined,
  key: string | undefined,
): { readonly certificate: string; readonly key: string } | undefined {
  if (certificate !== undefined && key !== undefined) return { certificate, key }
  if (certificate === undefined && key === undefined) return undefined
  throw new ConfigurationError(
    'AVOW_SMTP_CERT and AVOW_SMTP_KEY go together: name the file of the certificate and that of its key.',
  )
}
