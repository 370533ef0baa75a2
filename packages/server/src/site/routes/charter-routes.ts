import { transaction } from '../../db/index.ts'
import { changesPage } from '../charter/changes-page.ts'
import { charterJson } from '../charter/charter-json.ts'
import { charterPage } from '../charter/charter-page.ts'
import { readChanges } from '../charter/read-changes.ts'
import { type CharterView, readCharterView } from '../charter/read-charter.ts'
import { mailboxAddresses } from '../mailbox-addresses.ts'
import { PageNotFound } from '../page-problems.ts'
import { sendPage } from '../send.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

const MAX_AGE_S = 60

/** The public charter, in force and in every version, as a page and for machines; and what changed from one to the next. */
export function charterRoutes(place: SitePlace): void {
  const { site, before } = place
  site.get(`${before}/charter`, (request: PageRequest, reply) => show(place, request, reply))
  site.get(`${before}/charter.json`, (request: PageRequest, reply) => show(place, request, reply, { isJson: true }))
  site.get(`${before}/charter/changes`, (request: PageRequest, reply) => showChanges(place, request, reply))
  site.get(`${before}/charter/v/:version`, (request: PageRequest<{ version: string }>, reply) => {
    const [, digits, ending] = /^([1-9]\d{0,8})(\.json)?$/.exec(request.params.version) ?? []
    if (digits === undefined) throw new PageNotFound()
    return show(place, request, reply, { version: Number(digits), isJson: ending !== undefined })
  })
}

async function showChanges(place: SitePlace, request: PageRequest, reply: PageReply): Promise<PageReply> {
  const visit = await visitAt(place, request, '/charter/changes')
  const { changes, now } = await transaction(place.desk.store, { workspace: visit.workspace.id }, readChanges)
  return sendPage(reply, changesPage(visit, changes, now), 200, MAX_AGE_S)
}

interface Wanted {
  readonly version?: number
  readonly isJson?: boolean
}

async function show(
  place: SitePlace,
  request: PageRequest,
  reply: PageReply,
  { version, isJson = wantsJson(request) }: Wanted = {},
): Promise<PageReply> {
  const visit = await visitAt(place, request, version === undefined ? '/charter' : `/charter/v/${version}`)
  const { view, mailboxes } = await transaction(place.desk.store, { workspace: visit.workspace.id }, async (tx) => ({
    view: await readCharterView(tx, version),
    mailboxes: await mailboxAddresses(tx),
  }))
  if (view === undefined && (version !== undefined || isJson)) throw new PageNotFound()
  return isJson && view !== undefined
    ? sendJson(reply, view)
    : sendPage(reply, charterPage(visit, view, mailboxes), 200, MAX_AGE_S)
}

/** Asked for by Accept, before a page: browsers ask for pages. */
function wantsJson({ headers }: PageRequest): boolean {
  const accept = headers.accept ?? ''
  const json = accept.indexOf('application/json')
  const page = accept.indexOf('text/html')
  return json >= 0 && (page < 0 || json < page)
}

function sendJson(reply: PageReply, view: CharterView): PageReply {
  return reply
    .header('cache-control', `public, max-age=${MAX_AGE_S}`)
    .header('vary', 'Accept-Language, Accept')
    .header('x-content-type-options', 'nosniff')
    .header('access-control-allow-origin', '*')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(charterJson(view), null, 2))
}
