import { Readable } from 'node:stream'
import { ROUTES, type Route } from '@avow/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { type Caller, type Doors, readCaller } from '../access/index.ts'
import type { EventHub } from '../events/index.ts'
import type { Bytes, Call } from '../handler.ts'
import { answerOf, type KeptAnswer, keyedBy, once, runKeyedWithin, WITHIN } from '../idempotency/index.ts'
import type { ApiHandlers, OwnRoute } from './api-handlers.ts'
import { readShape } from './read-shape.ts'
import { refuseUnknownQuery } from './refuse-unknown-query.ts'
import { sendBytes } from './send-bytes.ts'

export const API = '/api/v1'

/** A handler of some route, of which the loop knows no more than that it belongs to it. */
type AnyHandler = (call: Call<Route>, desk: Desk) => Promise<unknown>

/**
 * Serves the routes of the contract, all alike and in this order: limit (build-app.ts), authenticate and authorise, read the
 * body, validate, claim the Idempotency-Key, handle, check the answer.
 */
export function registerApi(
  app: FastifyInstance,
  desk: Desk,
  doors: Doors,
  handlers: Partial<ApiHandlers>,
  hub: EventHub,
): void {
  app.decorateRequest('caller', null)
  const own: Readonly<Record<OwnRoute, (request: FastifyRequest, reply: FastifyReply, caller: Caller) => void>> = {
    streamEvents: (request, reply, caller) => hub.open(request, reply, caller),
  }
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    // The one place where a route and its handler meet by name: their types are held together by ApiHandlers.
    const handler = handlers[name as keyof ApiHandlers] as AnyHandler | undefined
    const serve = own[name as OwnRoute]
    if (handler === undefined && serve === undefined) continue
    placeOf(
      app,
      route,
    )({
      method: route.method,
      url: `${API}${route.path}`,
      exposeHeadRoute: false,
      async onRequest(request, reply) {
        const caller = await readCaller(desk, doors, request, reply, workspaceNamed(request, route))
        refuseMissing(caller, route)
        request.setDecorator('caller', caller)
      },
      async handler(request, reply) {
        const caller = request.getDecorator<Caller>('caller')
        const call = readCall(request, reply, route, caller)
        if (handler === undefined) return serve(request, reply, caller)
        // The contract's `bytes` says what the handler gives.
        if (route.bytes) return sendBytes(reply, (await handler(call, desk)) as Bytes)
        const work = async (): Promise<KeptAnswer> => answerOf(route, await handler(call, desk))
        const keyed =
          route.method === 'POST'
            ? keyedBy(
                desk,
                caller.access,
                request.headers['idempotency-key'],
                route.needsKey === true,
                pathOf(request),
                call.body,
              )
            : undefined
        const does = async (): Promise<KeptAnswer> => {
          if (keyed === undefined) return work()
          return WITHIN.has(route) ? runKeyedWithin(keyed, work) : once(desk, keyed, work)
        }
        const { status, text } = await does()
        return status === 204
          ? reply.code(204).send()
          : reply.code(status).type('application/json; charset=utf-8').send(text)
      },
    })
  }
}

type Register = (options: RouteOptions) => unknown

/** Where a route is registered: one that takes bytes reads nothing else, and as they come; all others read JSON alone. */
function placeOf(app: FastifyInstance, { takes }: Route): Register {
  if (takes === undefined) return (options) => app.route(options)
  return (options) =>
    app.register((scope, _, done) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('application/octet-stream', async (_: FastifyRequest, payload: Readable) => payload)
      scope.route(options)
      done()
    })
}

/** Links and event streams carry no header, so for bytes the query may name the workspace. */
function workspaceNamed({ headers, query }: FastifyRequest, { bytes }: Route): string | undefined {
  const named = headers['avow-workspace']
  if (typeof named === 'string') return named
  if (!bytes || typeof query !== 'object' || query === null || !('workspace' in query)) return undefined
  return typeof query.workspace === 'string' ? query.workspace : undefined
}

function refuseMissing({ access }: Caller, { who, says }: Route): void {
  if (who === 'member' || access.permissions.has(who)) return
  throw new Refusal('not-allowed', `This needs the permission ${who}: ${says}.`)
}

function readCall(request: FastifyRequest, reply: FastifyReply, route: Route, caller: Caller): Call<Route> {
  const { params, query } = route
  refuseUnknownQuery(route, request.query)
  return {
    access: caller.access,
    params: params === undefined ? undefined : readShape(params, request.params, 'params'),
    query: query === undefined ? undefined : readShape(query, request.query, 'query'),
    body: readBody(route, request),
    signal: signalOf(reply),
  }
}

function readBody({ body, takes }: Route, { body: given }: FastifyRequest): unknown {
  if (takes === 'bytes') return given instanceof Readable ? given : Readable.from([])
  return body === undefined ? undefined : readShape(body, given ?? {}, 'body')
}

function signalOf({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}

function pathOf({ method, url }: FastifyRequest): string {
  return `${method} ${url.split('?', 1)[0] ?? ''}`
}
