import { createHash, randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { cleanText } from '../../channels/email/reading/index.ts'
import { FOLLOW_DAYS, LONGEST } from '../../channels/form/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { findLink, type Link, makeLink } from '../../features/links/index.ts'
import { rateTicket, SCORES } from '../../features/ratings/index.ts'
import { readAttachmentOfId, receiveMessage } from '../../features/tickets/index.ts'
import { sendBytes } from '../../http/index.ts'
import type { Html } from '../html.ts'
import { LinkExpired, PageNotFound, TooOften } from '../page-problems.ts'
import { ratePage } from '../pages/rate-page.ts'
import { requestPage } from '../pages/request-page.ts'
import { readRequest } from '../request/read-request.ts'
import { sendPage, sendTo } from '../send.ts'
import type { Visit } from '../visit.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

interface OfToken {
  readonly token: string
}

/** A request as its customer follows it: reading, writing again, rating. Who has the link may; a GET changes nothing. */
export function followRoutes(place: SitePlace): void {
  const { site, before } = place
  const path = `${before}/requests/:token`
  site.get(path, (request: PageRequest<OfToken>, reply) => show(place, request, reply))
  site.post(path, (request: PageRequest<OfToken>, reply) => write(place, request, reply))
  site.get(`${path}/files/:file`, (request: PageRequest<OfToken & { file: string }>, reply) =>
    sendFile(place, request, reply),
  )
  site.get(`${path}/rate`, (request: PageRequest<OfToken>, reply) => showRating(place, request, reply))
  site.get(`${path}/rate/:score`, (request: PageRequest<OfToken & { score: string }>, reply) =>
    showRating(place, request, reply, scoreOf(request.params.score)),
  )
  site.post(`${path}/rate`, (request: PageRequest<OfToken>, reply) => rate(place, request, reply))
}

/** Runs work with what a token opens. Throws PageNotFound and LinkExpired. */
function withLink<T>(
  { desk }: SitePlace,
  { workspace }: Visit,
  token: string,
  work: (tx: Transaction, link: Link) => Promise<T>,
): Promise<T> {
  return transaction(desk.store, { workspace: workspace.id }, async (tx) => {
    const link = await findLink(tx, token)
    if (link === undefined) throw new PageNotFound()
    if (link.isExpired) throw new LinkExpired()
    return work(tx, link)
  })
}

interface Draft {
  readonly text: string
  readonly error: Html
}

async function show(
  place: SitePlace,
  request: PageRequest<OfToken>,
  reply: PageReply,
  draft?: Draft,
): Promise<PageReply> {
  const { token } = request.params
  const visit = await visitAt(place, request, `/requests/${token}`)
  const address = visit.to(`/requests/${token}`)
  const found = await withLink(place, visit, token, async (tx, { ticket, purpose, expires }) =>
    purpose === 'follow' ? { view: await readRequest(tx, ticket, visit.workspace.zone), expires } : undefined,
  )
  // A link for rating shows nothing of the request.
  if (found === undefined) return sendTo(reply, `${address}/rate`)
  const once = randomBytes(16).toString('hex')
  const view = { ...found.view, expires: found.expires, address, once, news: newsIn(request.query) }
  return sendPage(
    reply,
    requestPage(visit, draft === undefined ? view : { ...view, draft, news: undefined }),
    draft === undefined ? 200 : 422,
  )
}

const NEWS = ['opened', 'message', 'rated'] as const

function newsIn(query: Readonly<Record<string, string | undefined>>): (typeof NEWS)[number] | undefined {
  return NEWS.find((name) => Object.hasOwn(query, name))
}

async function write(place: SitePlace, request: PageRequest<OfToken>, reply: PageReply): Promise<PageReply> {
  const { token } = request.params
  const visit = await visitAt(place, request, `/requests/${token}`)
  const { tongue } = visit
  const text = cleanText(fieldOf(request.body, 'text')).trim()
  const refuse = (error: Html) => show(place, request, reply, { text, error })
  if (text === '') return refuse(tongue.say('error.message'))
  if (text.length > LONGEST.message) return refuse(tongue.say('error.too-long', { most: LONGEST.message }))
  limit(place, visit, token)
  const once = fieldOf(request.body, 'once').slice(0, 64)
  const id = `follow:${createHash('sha256').update(`${token} ${once} ${text}`).digest('hex')}`
  const next = await withLink(place, visit, token, async (tx, { ticket, purpose }) => {
    if (purpose !== 'follow') throw new PageNotFound()
    const taken = await receiveMessage(tx, ticket, { id, subject: '', text, channel: 'form' })
    // What was written on a closed request opened a new one, with a page of its own.
    return taken?.isNew === true
      ? makeLink(tx, { ticket: taken.ticket, purpose: 'follow', days: FOLLOW_DAYS })
      : undefined
  })
  return sendTo(reply, visit.to(next === undefined ? `/requests/${token}?message` : `/requests/${next}?opened`))
}

/** A file of an answer of ours that stands on the page, as a download; nothing else of the ticket. */
async function sendFile(
  place: SitePlace,
  request: PageRequest<OfToken & { file: string }>,
  reply: PageReply,
): Promise<PageReply> {
  const { token, file } = request.params
  const visit = await visitAt(place, request, `/requests/${token}/files/${file}`)
  limit(place, visit, token, 'files')
  const { workspace } = visit
  const view = await withLink(place, visit, token, async (tx, { ticket, purpose }) =>
    purpose === 'follow' ? readRequest(tx, ticket, workspace.zone) : undefined,
  )
  if (view?.said.some(({ files }) => files.some(({ id }) => id === file)) !== true) throw new PageNotFound()
  const bytes = await readAttachmentOfId(place.desk, workspace.id, file)
  if (bytes === undefined) throw new PageNotFound()
  return sendBytes(reply, bytes)
}

async function showRating(
  place: SitePlace,
  request: PageRequest<OfToken>,
  reply: PageReply,
  score?: number,
): Promise<PageReply> {
  const { token } = request.params
  const visit = await visitAt(place, request, `/requests/${token}/rate${score === undefined ? '' : `/${score}`}`)
  const { number, rating } = await withLink(place, visit, token, (tx, { ticket }) => readRated(tx, ticket))
  const isDone = newsIn(request.query) === 'rated' && rating !== null
  const address = visit.to(`/requests/${token}/rate`)
  return sendPage(reply, ratePage(visit, { number, address, score: score ?? rating, isDone }))
}

async function rate(place: SitePlace, request: PageRequest<OfToken>, reply: PageReply): Promise<PageReply> {
  const { token } = request.params
  const visit = await visitAt(place, request, `/requests/${token}/rate`)
  const score = scoreOf(fieldOf(request.body, 'score'))
  limit(place, visit, token)
  const purpose = await withLink(place, visit, token, async (tx, link) => {
    await rateTicket(tx, link.ticket, score)
    return link.purpose
  })
  return sendTo(reply, visit.to(`/requests/${token}${purpose === 'rate' ? '/rate' : ''}?rated`))
}

/** Throws PageNotFound for what is no score. */
function scoreOf(text: string): (typeof SCORES)[number] {
  const score = SCORES.find((each) => String(each) === text)
  if (score === undefined) throw new PageNotFound()
  return score
}

function limit(
  { limits }: SitePlace,
  { workspace }: Visit,
  token: string,
  what: 'messages' | 'files' = 'messages',
): void {
  const waitMs = limits[what].take(`${workspace.id} ${token}`, performance.now())
  if (waitMs > 0) throw new TooOften(waitMs)
}

async function readRated(
  tx: Transaction,
  ticket: string,
): Promise<{ readonly number: number; readonly rating: number | null }> {
  return tx.db
    .selectFrom('ticket')
    .select(['number', 'rating'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow()
}

/** A field of what a form sent, or nothing. */
function fieldOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return ''
  const found: unknown = new Map<string, unknown>(Object.entries(body)).get(name)
  return typeof found === 'string' ? found : ''
}
