import { transaction } from '../../db/index.ts'
import { versionInForce } from '../../features/charters/index.ts'
import { askedFacts, readAsked } from '../entitlement/asked-facts.ts'
import { entitledTo } from '../entitlement/entitled-to.ts'
import { entitlementPage } from '../entitlement/entitlement-page.ts'
import { ENTITLEMENT_PATH } from '../entitlement/entitlement-path.ts'
import { PageNotFound } from '../page-problems.ts'
import { sendPage } from '../send.ts'
import { type PageRequest, type SitePlace, visitAt } from './site-place.ts'

/** What somebody may ask for, by the charter in force. Nothing of what is typed is kept. */
export function entitlementRoutes(place: SitePlace): void {
  const { site, before, desk } = place
  site.get(`${before}${ENTITLEMENT_PATH}`, async (request: PageRequest, reply) => {
    const visit = await visitAt(place, request, ENTITLEMENT_PATH)
    const { charter, now } = await transaction(desk.store, { workspace: visit.workspace.id }, async (tx) => ({
      charter: await versionInForce(tx, tx.now),
      now: tx.now,
    }))
    if (charter === undefined) throw new PageNotFound()
    const asked = askedFacts(charter)
    const reading = readAsked(asked, request.query)
    const entitlements = entitledTo(charter, reading.facts, now)
    return sendPage(
      reply,
      entitlementPage(visit, { charter, asked, reading, entitlements, now }),
      reading.wrong.size > 0 ? 422 : 200,
    )
  })
}
