import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../refusal.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses `cross-site` where a request that changes something, made with a cookie, does not come from a page of ours. Every
 * browser says where such a request comes from; what says nothing is refused too, since it could be an old browser.
 */
export function refuseCrossSite({ method, headers }: FastifyRequest, trusted: readonly string[]): void {
  if (READING.includes(method)) return
  const { origin } = headers
  const isOurs = origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : trusted.includes(origin)
  if (isOurs) return
  throw new Refusal(
    'cross-site',
    'With a session, changes are made from the desk’s own pages. A script uses an API key instead.',
  )
}
