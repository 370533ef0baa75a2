import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { Attempts } from '../channels/form/index.ts'
import type { Desk } from '../desk.ts'
import { answerProblem } from './answer-problem.ts'
import { iconRoutes } from './icon.ts'
import { LANGUAGES } from './languages.ts'
import { charterRoutes } from './routes/charter-routes.ts'
import { entitlementRoutes } from './routes/entitlement-routes.ts'
import { followRoutes } from './routes/follow-routes.ts'
import { formRoutes } from './routes/form-routes.ts'
import { handbookRoutes } from './routes/handbook-routes.ts'
import { helpRoutes } from './routes/help-routes.ts'
import { opinionRoutes } from './routes/opinion-routes.ts'
import type { SitePlace } from './routes/site-place.ts'
import { styleSheet } from './style-sheet.ts'

const LANGUAGE = `:language(^(?:${LANGUAGES.join('|')})$)`
/** What may stand before a page’s own path: nothing, a workspace, a language, both. */
const PLACES = ['', `/${LANGUAGE}`, '/w/:slug', `/w/:slug/${LANGUAGE}`]

/** A message of the longest kind in a script of three bytes a character, as a browser writes it. */
const MOST_BYTES = 512 * 1024
const HOUR = 3_600_000

/**
 * The public pages: help centre, charter, the form, the customer’s own requests. Rendered here, without any script; a GET
 * changes nothing.
 */
export async function registerSite(app: FastifyInstance, desk: Desk): Promise<void> {
  const pages: FastifyPluginAsync = async (site) => {
    await site.register(formbody, { bodyLimit: MOST_BYTES })
    site.setErrorHandler((error, request, reply) => answerProblem(desk, error, request, reply))
    const limits = {
      requests: new Attempts({ most: 20, withinMs: HOUR }),
      messages: new Attempts({ most: 30, withinMs: HOUR }),
      files: new Attempts({ most: 200, withinMs: HOUR }),
      opinions: new Attempts({ most: 40, withinMs: HOUR }),
      prints: new Attempts({ most: 20, withinMs: HOUR }),
    }
    for (const before of PLACES) {
      const place: SitePlace = { site, desk, before, limits }
      helpRoutes(place)
      charterRoutes(place)
      entitlementRoutes(place)
      handbookRoutes(place)
      opinionRoutes(place)
      formRoutes(place)
      followRoutes(place)
    }
    iconRoutes(site)
    const { address, text } = styleSheet()
    site.get(address, (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .send(text),
    )
  }
  await app.register(pages)
}
