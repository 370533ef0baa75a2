import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** Named in the head of every public page. */
export const ICON_ADDRESS = '/site/mark.svg'
/** Asked for by browsers for whatever names no icon: a plain text, a file that is shown. */
const USUAL_ADDRESS = '/favicon.ico'

/** Serves the icon that the desk has too; read once. */
export function iconRoutes(site: FastifyInstance): void {
  const icon = readFileSync(new URL('../../../web/public/mark.svg', import.meta.url))
  for (const address of [ICON_ADDRESS, USUAL_ADDRESS])
    site.get(address, (_request, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', 'public, max-age=86400')
        .header('x-content-type-options', 'nosniff')
        .send(icon),
    )
}
