import type { FastifyReply } from 'fastify'

/** No script at all, nothing from elsewhere, in nobody’s frame. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Addresses of requests are keys: they go to nobody.
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** Who may keep an answer, and for how long: `nobody`, or everybody for so many seconds. */
export type Keeping = 'nobody' | number

/** Sends a page of ours. */
export function sendPage(reply: FastifyReply, markup: string, status = 200, keeping: Keeping = 'nobody'): FastifyReply {
  return reply
    .code(status)
    .headers(HEADERS)
    .header('cache-control', keeping === 'nobody' ? 'no-store' : `public, max-age=${keeping}`)
    .header('vary', 'Accept-Language, Accept')
    .type('text/html; charset=utf-8')
    .send(markup)
}

/** To another page of ours, by GET. */
export function sendTo(reply: FastifyReply, address: string): FastifyReply {
  return reply.code(303).headers(HEADERS).header('cache-control', 'no-store').header('location', address).send()
}
