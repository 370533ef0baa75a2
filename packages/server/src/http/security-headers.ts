import type { FastifyInstance } from 'fastify'

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** What is neither a page of the desk nor of the site needs nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const A_YEAR = 31_536_000

/** Headers of every answer, where it does not set its own: nothing is sniffed, framed, or kept where nobody said so. */
export function addSecurityHeaders(app: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https://')
  app.addHook('onSend', async (_, reply) => {
    for (const [name, value] of Object.entries(ALWAYS)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (isSecure) reply.header('strict-transport-security', `max-age=${A_YEAR}; includeSubDomains`)
  })
}
