import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { API } from '../api/index.ts'
import { docsPage } from './docs-page.ts'
import { type About, openApi } from './openapi.ts'

/** The API's description, for machines and for readers. Open to everybody: it says nothing of what is in the desk. */
export function registerReference(app: FastifyInstance, about: About): void {
  const description = JSON.stringify(openApi(about))
  app.get(`${API}/openapi.json`, (_, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(description),
  )
  const { html, style } = docsPage()
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
  app.get(`${API}/docs`, (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'public, max-age=300')
      .send(html),
  )
}
