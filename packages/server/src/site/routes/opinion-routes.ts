import { performance } from 'node:perf_hooks'
import { callerOf } from '../../channels/form/index.ts'
import { transaction } from '../../db/index.ts'
import { QUESTIONS, takeOpinion } from '../../features/opinions/index.ts'
import { OPINIONS } from '../charter/opinion-block.ts'
import { readCharterView } from '../charter/read-charter.ts'
import { PageNotFound, TooOften } from '../page-problems.ts'
import { opinionPage } from '../pages/opinion-page.ts'
import { sendPage, sendTo } from '../send.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

const ANSWERS = new Map([
  ['yes', true],
  ['no', false],
])
const CLAUSE = /^[\w.-]{1,100}$/

/** What readers say of the promises in force. There is no session, so nothing that a foreign page could act with. */
export function opinionRoutes(place: SitePlace): void {
  const { site, before } = place
  site.post(`${before}${OPINIONS}`, (request: PageRequest, reply) => take(place, request, reply))
  site.get(`${before}${OPINIONS}`, async (request: PageRequest, reply) => {
    const visit = await visitAt(place, request, OPINIONS)
    const { promise = '' } = request.query
    if (!CLAUSE.test(promise)) throw new PageNotFound()
    return sendPage(reply, opinionPage(visit, promise))
  })
}

async function take(place: SitePlace, request: PageRequest, reply: PageReply): Promise<PageReply> {
  const { desk, limits } = place
  const visit = await visitAt(place, request, OPINIONS)
  const { id } = visit.workspace
  const field = fieldsOf(request.body)
  const promise = field('promise')
  const question = QUESTIONS.find((each) => each === field('question'))
  const answer = ANSWERS.get(field('answer'))
  if (!CLAUSE.test(promise) || question === undefined || answer === undefined) throw new PageNotFound()
  const caller = callerOf(request.ip)
  const waitMs = limits.opinions.take(`${id} ${caller}`, performance.now())
  if (waitMs > 0) throw new TooOften(waitMs)
  const isTaken = await transaction(desk.store, { workspace: id }, async (tx) => {
    const view = await readCharterView(tx)
    if (!view?.promises.some((each) => each.promise.id === promise)) throw new PageNotFound()
    // The promise that was read is no longer the one in force: it has to be read anew.
    const { version } = view.published
    if (String(version) !== field('version')) return false
    const reader = `${caller} ${request.headers['user-agent'] ?? ''}`
    await takeOpinion(tx, desk.keys, { version, clause: promise, question, answer, reader })
    return true
  })
  return sendTo(reply, visit.to(isTaken ? `${OPINIONS}?promise=${promise}` : '/charter'))
}

function fieldsOf(body: unknown): (name: string) => string {
  const fields = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  return (name) => {
    const value: unknown = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
}
