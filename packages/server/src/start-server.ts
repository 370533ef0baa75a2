import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isLoopback } from '@avow/contract'
import type { Logger } from 'pino'
import { folderBlobs } from './blobs/index.ts'
import {
  createFolderSubmitter,
  createMailReader,
  createMailVerifier,
  createSubmitter,
  openIntake,
  rememberingLookup,
  systemLookup,
} from './channels/email/index.ts'
import { type Configuration, ConfigurationError } from './configuration.ts'
import { readConsentProviders } from './consent-providers/index.ts'
import { type Database, openDatabase, openStore, readMigrations } from './db/index.ts'
import type { Desk } from './desk.ts'
import { EVENT_HANDLERS } from './event-handlers.ts'
import { writeBackup } from './features/backups/index.ts'
import { type DemoSignIn, type Installation, setUpInstallation } from './features/installation/index.ts'
import { senderQuota } from './features/mail/index.ts'
import { stopTrials } from './features/trials/index.ts'
import { HANDLERS } from './handlers.ts'
import { buildApp, connectBy, databaseCheck, metricsServer, openMetrics, openSignIn } from './http/index.ts'
import { startAbsences } from './jobs/absences/index.ts'
import { startMailFetching } from './jobs/mail-fetching/index.ts'
import { startMailReading } from './jobs/mail-reader/index.ts'
import { startMailWatch } from './jobs/mail-watch/index.ts'
import { startFreezing, startHousekeeping, startNightlyBackups } from './jobs/nightly/index.ts'
import { startOutbox } from './jobs/outbox/index.ts'
import { createSweeper } from './jobs/sweeper/index.ts'
import { chromiumPrinter, findChromium, KeptPrints } from './printing/index.ts'
import { openKeys } from './secrets/index.ts'
import { answerNotFound, registerSetUp, registerSite } from './site/index.ts'

export interface ServerOptions {
  readonly configuration: Configuration
  readonly log: Logger
  /** The process clock, UTC ms, for lags and the hour of the night. */
  readonly clock: () => number
  /** The folder that holds charters/. */
  readonly root: string
  /** The built pages of the desk. */
  readonly webFolder: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
  readonly version: string
  /** The process was told to stop: a start that is not through yet is broken off. */
  readonly stopping: AbortSignal
}

export interface RunningServer {
  readonly url: string
  readonly smtpPort: number
  /** The address of the default mailbox. */
  readonly mailbox: string
  /** A demo that was loaded just now. */
  readonly demo: DemoSignIn | undefined
  readonly setUpCode: string | undefined
  /** Setting up was begun, or has yet to be. */
  readonly isSettingUp: boolean
  /** Lines for the person who started it. */
  readonly notes: readonly string[]
  /** Settled when something that the server cannot go on without has ended by itself. */
  readonly broken: Promise<string>
  /** Takes nothing new, finishes what was begun, lets go of everything. */
  stop(): Promise<void>
}

/** How to stop what was started, in that order; it is stopped the other way round. */
type Started = (() => Promise<unknown>)[]

/** How long to wait before repeats of a transaction that the database called off, ms. */
const RETRY_WAITS = [5, 20, 80]
/** A statement that takes longer has no user left who waits for it, ms. */
const STATEMENT_TIMEOUT = 30_000
const LOCK_TIMEOUT = 10_000
const CONNECTIONS = 20
/** A handbook of hundreds of pages takes a few seconds, ms. */
const PRINT_WITHIN = 60_000
/** Clients that ask more seldom than this may find their connection closed, ms. */
const GRACE = 1000
/** The largest mail that is still a mail takes some 12 s on a busy machine, ms. */
const READ_WITHIN = 30_000
/** Processes that read mail: while what came to one mailbox takes long, the mail of others is read beside it. */
const READERS = 2

/** Starts everything that a running desk is made of. What was started is stopped again where a later part fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const started: Started = []
  const stop = (): Promise<void> => stopAll(started, options.log)
  try {
    const configuration = await withPort(options.configuration)
    return { ...(await start({ ...options, configuration }, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(options: ServerOptions, started: Started): Promise<Omit<RunningServer, 'stop'>> {
  const { configuration, log } = options
  const database = await openDatabase({
    dataFolder: configuration.data,
    url: configuration.databaseUrl,
    ownerUrl: configuration.ownerUrl,
  })
  started.push(() => database.stop())
  const desk = await openDesk(options, database)
  started.push(() => desk.store.close())
  started.push(stopTrials)
  const installation = await setUpInstallation(desk, { ...options, ...configuration })
  const { first, demo, setUpCode, isSettingUp } = installation

  const sweeper = createSweeper({ store: desk.store, log, publicUrl: configuration.publicUrl })
  sweeper.start()
  started.push(() => sweeper.stop())
  const absences = startAbsences(desk)
  started.push(() => absences.stop())
  startOutgoing(desk, configuration, started)
  startNightly(desk, options, database, started)
  const smtpPort = await startMail(desk, configuration, started)
  const url = await serve(desk, options, database, { ...installation, smtpPort }, started)
  return {
    url,
    smtpPort,
    mailbox: first.mailbox.address,
    demo,
    setUpCode,
    isSettingUp,
    notes: database.notes,
    broken: database.ended.then(() => 'The database has ended, so the server ends too.'),
  }
}

async function openDesk(
  { configuration, log, zoneData, root }: ServerOptions,
  { app, owner }: Database,
): Promise<Desk> {
  const connection = {
    ...app,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    application_name: 'avow',
  }
  return {
    store: await openStore({ connection, retryWaits: RETRY_WAITS, handlers: EVENT_HANDLERS }),
    blobs: folderBlobs(join(configuration.data, 'blobs')),
    keys: openKeys(configuration.secretFile),
    publicUrl: configuration.publicUrl,
    log,
    zoneData,
    root,
    mailLimits: configuration.mailLimits,
    ...(owner === undefined ? {} : { owner }),
    ...printing(configuration),
    ...consents(configuration),
  }
}

/** PDFs through the Chromium that is named, or that is found. */
function printing({ chromium, programs }: Configuration): Pick<Desk, 'prints'> {
  const program = chromium === 'none' ? undefined : (chromium ?? findChromium(programs))
  if (program === undefined) return {}
  return { prints: new KeptPrints(chromiumPrinter({ program, withinMs: PRINT_WITHIN, mostWaiting: 10 })) }
}

/** The providers of mailboxes with the clients of the file that is named. Throws ConfigurationError where it is none. */
function consents({ oauthFile }: Configuration): Pick<Desk, 'consents'> {
  if (oauthFile === undefined) return {}
  try {
    return { consents: readConsentProviders(readFileSync(oauthFile, 'utf8')) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigurationError(`AVOW_OAUTH_FILE is “${oauthFile}”: ${why}.`)
  }
}

function startOutgoing(
  { store, blobs, keys, log, consents }: Desk,
  { submitUrl, data, mailLimits: limits }: Configuration,
  started: Started,
): void {
  const isFolder = submitUrl === undefined
  const submitter = isFolder ? createFolderSubmitter(join(data, 'outgoing')) : createSubmitter(submitUrl)
  const outbox = startOutbox({ store, blobs, keys, log, submitter, isFolder, limits, ...(consents && { consents }) })
  started.push(async () => {
    await outbox.close()
    await submitter.close()
  })
}

async function startMail(desk: Desk, { smtp, mailLimits }: Configuration, started: Started): Promise<number> {
  const reader = createMailReader({ workers: READERS, deadlineMs: READ_WITHIN })
  const verifier = createMailVerifier({ lookup: rememberingLookup(systemLookup(), { clock: () => performance.now() }) })
  const reading = startMailReading({ desk, reader, verifier, leaseMs: 2 * READ_WITHIN })
  started.push(async () => {
    await reading.close()
    await verifier.close()
    await reader.close()
  })
  const { certificate } = smtp
  const intake = await openIntake({
    store: desk.store,
    blobs: desk.blobs,
    log: desk.log,
    host: smtp.host,
    port: smtp.port,
    unknown: smtp.unknown,
    certificate: certificate && {
      certificate: readFileSync(certificate.certificate, 'utf8'),
      key: readFileSync(certificate.key, 'utf8'),
    },
    next: reading,
    overQuota: senderQuota(mailLimits),
  })
  started.push(() => intake.close())
  const fetching = startMailFetching({ desk, next: reading })
  started.push(() => fetching.stop())
  const watch = startMailWatch(desk)
  started.push(() => watch.stop())
  return intake.port
}

function startNightly(desk: Desk, { configuration, log, clock }: ServerOptions, { app }: Database, started: Started) {
  const backups = startNightlyBackups({
    folder: join(configuration.data, 'backups'),
    keep: configuration.backups,
    log,
    clock,
    write: (file) => writeBackup({ connection: app, blobs: desk.blobs }, file),
  })
  const freezing = startFreezing({ store: desk.store, log })
  const housekeeping = startHousekeeping({ store: desk.store, blobs: desk.blobs, log, clock })
  started.push(async () => {
    await backups.stop()
    await housekeeping.stop()
    await freezing.stop()
  })
}

async function serve(
  desk: Desk,
  options: ServerOptions,
  { app }: Database,
  { first, setUpCode: code, isSettingUp, smtpPort }: Installation & { readonly smtpPort: number },
  started: Started,
): Promise<string> {
  const { configuration, webFolder, version } = options
  const { host, port, metricsPort, submitUrl } = configuration
  const signIn = openSignIn(desk)
  const metrics = openMetrics()
  if (metricsPort !== undefined) {
    const server = await metricsServer(metricsPort, metrics)
    started.push(() => new Promise((resolve) => server.close(resolve)))
  }
  const server = await buildApp(desk, {
    handlers: HANDLERS,
    events: { connect: connectBy(app) },
    signIn,
    site: async (scope) => {
      await registerSite(scope, desk)
      if (!isSettingUp) return
      const isFolder = submitUrl === undefined
      await registerSetUp(scope, desk, signIn, { workspace: first.id, code, smtpPort, isFolder })
    },
    notFoundPage: answerNotFound,
    webFolder,
    checks: [databaseCheck(desk.store, readMigrations().length)],
    metrics,
    version,
    graceMs: GRACE,
  })
  await server.listen({ host: host.replace(/^\[|\]$/g, ''), port })
  started.push(() => server.close())
  return configuration.publicUrl
}

/** Port 0 is any that is free, found first: links name it. */
async function withPort(configuration: Configuration): Promise<Configuration> {
  if (configuration.port !== 0 || !isLoopback(configuration.host)) return configuration
  const port = await new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(at !== null && typeof at === 'object' ? at.port : 0))
    })
  })
  return { ...configuration, port, publicUrl: configuration.publicUrl.replace(/:0$/, `:${port}`) }
}

/** What fails to stop is logged, and the rest stopped all the same. */
async function stopAll(started: Started, log: Logger): Promise<void> {
  for (const stop of started.splice(0).reverse())
    await stop().catch((error: unknown) => log.error({ error }, 'a part did not stop as it should'))
}
