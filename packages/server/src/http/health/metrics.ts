import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { type Doors, readCaller } from '../access/index.ts'

/** Seconds; the slowest that anybody should see is under one. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** A registry with the figures of the process. */
export function openMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Counts and times requests by method, route and status; what has no route is one. */
export function measureRequests(app: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'avow_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    seconds.observe({ method, route: routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}

/** `GET /metrics` for a key or a session with the permission metrics.read. */
export function registerMetrics(app: FastifyInstance, desk: Desk, doors: Doors, registry: Registry): void {
  app.get('/metrics', async (request, reply) => {
    const { access } = await readCaller(desk, doors, request, reply, undefined)
    if (!access.permissions.has('metrics.read'))
      throw new Refusal('not-allowed', 'This needs the permission metrics.read.')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** Serves the figures to whoever reaches the port: on loopback, for a collector on the same machine. */
export function metricsServer(port: number, registry: Registry, host = '127.0.0.1'): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
