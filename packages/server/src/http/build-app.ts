import { randomUUID } from 'node:crypto'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import type { Registry } from 'prom-client'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { KnownSessions, trustedOrigins } from './access/index.ts'
import { type ApiHandlers, notFound, readJson, registerApi } from './api/index.ts'
import { drain } from './drain.ts'
import { EventHub, type EventHubOptions } from './events/index.ts'
import { type HealthCheck, measureRequests, registerHealth, registerMetrics } from './health/index.ts'
import { limitRequests } from './limit-requests.ts'
import { sendProblem } from './problems/index.ts'
import { registerReference } from './reference/index.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { serveDesk } from './serve-desk.ts'
import type { SignIn } from './sign-in/index.ts'
import { registerSignIn } from './sign-in-routes.ts'

export interface AppOptions {
  readonly handlers: ApiHandlers
  /** Connections for the event stream. */
  readonly events: EventHubOptions
  /** Registers the public pages, in a scope of their own. */
  readonly site?: (app: FastifyInstance, desk: Desk) => void | Promise<void>
  /** Answers people who come to an address that nothing serves. */
  readonly notFoundPage?: (desk: Desk, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  /** Where the desk was built: the folder of its index.html. */
  readonly webFolder?: string
  /** What must be well for GET /health/ready. */
  readonly checks?: readonly HealthCheck[]
  /** Where requests are counted, and what GET /metrics shows to who may see it. */
  readonly metrics?: Registry
  /** This version's name. */
  readonly version: string
  /** Addresses of proxies whose X-Forwarded-For tells who asks; none where left out. */
  readonly trustProxy?: readonly string[]
  readonly signIn: SignIn
  /** Requests of one address in a minute; 6000 where left out. */
  readonly requestsPerMinute?: number
  /** How long a server that stops tells so to clients that keep their connections, ms; 0 where left out. */
  readonly graceMs?: number
}

const MOST_BYTES = 1024 * 1024
/** What still runs so long after the server was told to stop is cut off, ms. */
const PATIENCE = 10_000

/**
 * The server's HTTP side, complete and not yet listening. `close()` refuses new requests, finishes those that run and ends
 * event streams.
 */
export function buildApp(desk: Desk, options: AppOptions): Promise<FastifyInstance> {
  return buildPartOfApp(desk, options)
}

/** For tests of a part: routes without a handler are not served. */
export async function buildPartOfApp(
  desk: Desk,
  options: Omit<AppOptions, 'handlers'> & { readonly handlers: Partial<ApiHandlers> },
): Promise<FastifyInstance> {
  const {
    handlers,
    site,
    notFoundPage,
    webFolder,
    version,
    metrics,
    checks = [],
    trustProxy,
    requestsPerMinute = 6000,
    graceMs = 0,
  } = options
  const app = fastify({
    logger: false,
    bodyLimit: MOST_BYTES,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustProxy === undefined ? false : [...trustProxy],
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Slow senders: headers in 10 s, everything in 60 s.
    http: { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2000, maxHeaderSize: 16_384 },
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    frameworkErrors: (error, request, reply) => void sendProblem(desk, error, request, reply),
  })
  let isStopping = false
  app.addHook('onRequest', async (request, reply) => {
    reply.header('request-id', request.id)
    if (isStopping) throw new Refusal('stopping', 'Nothing was changed. Please try again in a moment.')
  })
  app.addHook('onSend', async (_, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
  addSecurityHeaders(app, desk.publicUrl)
  app.setErrorHandler((error, request, reply) => sendProblem(desk, error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    notFoundPage !== undefined && wantsPage(request)
      ? notFoundPage(desk, request, reply)
      : sendProblem(desk, notFound(request, reply), request, reply),
  )
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: FastifyRequest, text: string) =>
    text === '' ? undefined : readJson(text),
  )
  if (metrics !== undefined) measureRequests(app, metrics)
  await limitRequests(app, requestsPerMinute)

  const trusted = trustedOrigins(app, desk.publicUrl)
  const doors = { trusted, sessions: new KnownSessions(options.signIn) }
  const hub = new EventHub(desk, options.events)
  app.addHook('onReady', () => hub.start())
  app.addHook('preClose', async () => {
    isStopping = true
    const patience = setTimeout(() => app.server.closeAllConnections(), PATIENCE)
    app.server.once('close', () => clearTimeout(patience))
    await hub.close()
    await drain(app.server, graceMs)
  })
  registerApi(app, desk, doors, handlers, hub)
  registerSignIn(app, desk, options.signIn, trusted)
  if (webFolder !== undefined) serveDesk(app, webFolder)
  registerReference(app, { version, publicUrl: desk.publicUrl })
  registerHealth(app, checks)
  if (metrics !== undefined) registerMetrics(app, desk, doors, metrics)
  if (site !== undefined) await app.register(async (scope) => site(scope, desk))
  return app
}

/** A browser that looks for a page, not a program that calls the API. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}
