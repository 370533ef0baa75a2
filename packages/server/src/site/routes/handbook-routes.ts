import { callerOf } from '../../channels/form/index.ts'
import { transaction } from '../../db/index.ts'
import {
  handbookBody,
  markdownOf,
  outlineOf,
  pageOf,
  printHandbook,
  readPublicEdition,
} from '../../features/handbook/index.ts'
import { html, theirs } from '../html.ts'
import { page } from '../page.ts'
import { PageNotFound, TooOften } from '../page-problems.ts'
import { sendPage } from '../send.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

const MAX_AGE_S = 60

/** The endings of its address: none is the page. */
const FORMS = ['', '.md', '.pdf'] as const
type Form = (typeof FORMS)[number]

/** The public edition of the handbook: the whole charter on one page with contents, as Markdown and as PDF; in every version. */
export function handbookRoutes(place: SitePlace): void {
  const { site, before } = place
  for (const form of FORMS) {
    site.get(`${before}/charter/handbook${form}`, (request: PageRequest, reply) => show(place, request, reply, form))
    site.get(`${before}/charter/v/:version/handbook${form}`, (request: PageRequest<{ version: string }>, reply) => {
      if (!/^[1-9]\d{0,8}$/.test(request.params.version)) throw new PageNotFound()
      return show(place, request, reply, form, Number(request.params.version))
    })
  }
}

async function show(
  place: SitePlace,
  request: PageRequest,
  reply: PageReply,
  form: Form,
  version?: number,
): Promise<PageReply> {
  const path = `/charter${version === undefined ? '' : `/v/${version}`}/handbook`
  const visit = await visitAt(place, request, path)
  const source = await transaction(place.desk.store, { workspace: visit.workspace.id }, (tx) =>
    readPublicEdition(tx, version),
  )
  if (source === undefined) throw new PageNotFound()
  const { language } = visit.tongue
  if (form === '') {
    const outline = outlineOf(source, language)
    const ways = html`<p class="ways"><a href="${visit.to(`${path}.pdf`)}">PDF</a> · <a href="${visit.to(`${path}.md`)}">Markdown</a></p>`
    const content = html`<div class="handbook">${ways}${handbookBody(outline, language)}</div>`
    return sendPage(reply, page(visit, { title: theirs(outline.title.text), content, part: 'charter' }), 200, MAX_AGE_S)
  }
  const keep = () =>
    reply
      .header('cache-control', `public, max-age=${MAX_AGE_S}`)
      .header('vary', 'Accept-Language, Accept')
      .header('x-content-type-options', 'nosniff')
  if (form === '.md') return keep().type('text/markdown; charset=utf-8').send(markdownOf(source, language))
  const pdf = await printHandbook(place.desk, pageOf(source, language), () => {
    const waitMs = place.limits.prints.take(`${visit.workspace.id} ${callerOf(request.ip)}`, performance.now())
    if (waitMs > 0) throw new TooOften(waitMs)
  })
  return keep().type('application/pdf').header('content-disposition', 'inline').send(pdf)
}
