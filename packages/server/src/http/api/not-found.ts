import { ROUTES, type Route } from '@avow/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../refusal.ts'
import { API } from './register-api.ts'

const PATTERNS = Object.values<Route>(ROUTES).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${API}${path.replace(/:\w+/g, '[^/]+')}$`),
}))

/** Nothing at this address; or something by other methods, which are named in `Allow`. */
export function notFound({ method, url }: FastifyRequest, reply: FastifyReply): Refusal {
  const path = url.split('?', 1)[0] ?? ''
  const allowed = PATTERNS.filter(({ pattern }) => pattern.test(path)).map((each) => each.method)
  const asked = `${method} ${path.slice(0, 200)}`
  if (allowed.length === 0) return new Refusal('not-found', `There is nothing at ${asked}.`)
  reply.header('allow', allowed.join(', '))
  return new Refusal('method-not-allowed', `${asked}: here is ${allowed.join(', ')} alone.`)
}
