import { previewPromises } from '../../channels/form/index.ts'
import { transaction } from '../../db/index.ts'
import { readCharterView } from '../charter/read-charter.ts'
import { mailboxAddresses } from '../mailbox-addresses.ts'
import { helpPage } from '../pages/help-page.ts'
import { promiseBefore } from '../pages/promise-before.ts'
import { sendPage } from '../send.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

/** The help centre. */
export function helpRoutes(place: SitePlace): void {
  const { site, before } = place
  const answer = (request: PageRequest, reply: PageReply) => showHelp(place, request, reply)
  site.get(before === '' ? '/' : before, answer)
  if (before !== '') site.get(`${before}/`, answer)
}

async function showHelp(place: SitePlace, request: PageRequest, reply: PageReply): Promise<PageReply> {
  const visit = await visitAt(place, request, '')
  const view = await transaction(place.desk.store, { workspace: visit.workspace.id }, async (tx) => {
    const charter = await readCharterView(tx)
    const previewed = previewPromises(charter?.charter, tx.now)
    const promised = promiseBefore(charter?.charter, previewed[0], visit.tongue, tx.now)
    return { charter, previewed, promised, mailboxes: await mailboxAddresses(tx) }
  })
  return sendPage(reply, helpPage(visit, view), 200, 0)
}
