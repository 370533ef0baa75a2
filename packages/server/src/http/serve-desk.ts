import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * Scripts of our own alone, none inline. Styles may be inline: components place what floats by them, and mails are shown
 * in a sandboxed frame that inherits this policy. No picture comes from elsewhere: those of a mail are fetched by the server.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const A_YEAR = 'public, max-age=31536000, immutable'

/**
 * Serves the desk at /desk, and of one of several workspaces at /w/SLUG/desk: files as built, every other address the page
 * itself, which reads the address. Names of built files change with their content, so they are kept for ever.
 */
export function serveDesk(app: FastifyInstance, webFolder: string): void {
  const built = join(webFolder, 'assets')
  app.register(fastifyStatic, {
    root: webFolder,
    prefix: '/desk/',
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.startsWith(built) ? A_YEAR : 'no-cache'),
  })
  const page = (reply: FastifyReply) =>
    reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-cache')
      .sendFile('index.html', { cacheControl: false })
  // A page that was opened before an update asks for files that are gone: it must not get a page instead.
  app.get('/desk/assets/*', (_, reply) => reply.callNotFound())
  for (const url of ['/desk', '/desk/*', '/w/:workspace/desk', '/w/:workspace/desk/*'])
    app.get(url, (_, reply) => page(reply))
}
