import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import {
  callerOf,
  EMPTY_FORM,
  type FormReading,
  formFacts,
  previewPromises,
  readForm,
  submitRequest,
} from '../../channels/form/index.ts'
import { transaction } from '../../db/index.ts'
import { versionInForce } from '../../features/charters/index.ts'
import { crisisNotices } from '../charter/crisis-notice.ts'
import { formChannel } from '../charter/form-channel.ts'
import { suitedWords } from '../charter/suited-channel.ts'
import { type Carried, carriedFacts } from '../entitlement/carried-facts.ts'
import { NOTHING, textOf } from '../html.ts'
import { formPage } from '../pages/form-page.ts'
import { promiseBefore } from '../pages/promise-before.ts'
import { sendPage, sendTo } from '../send.ts'
import type { Visit } from '../visit.ts'
import { namedClock } from '../wall-clock.ts'
import { type PageReply, type PageRequest, type SitePlace, visitAt } from './site-place.ts'

const PATH = '/requests/new'

/** The form, and what is sent with it. There is no session, so nothing that a foreign page could act with. */
export function formRoutes(place: SitePlace): void {
  const { site, before } = place
  site.get(`${before}${PATH}`, async (request: PageRequest, reply) => {
    const visit = await visitAt(place, request, PATH)
    const { fields, facts } = await carriedTo(place, visit, request.query)
    return showForm(place, visit, reply, { reading: { fields, errors: [] }, told: facts })
  })
  site.post(`${before}${PATH}`, async (request: PageRequest, reply) => {
    const visit = await visitAt(place, request, PATH)
    return takeForm(place, visit, request, reply)
  })
}

/** What the address of the page fills in. */
function carriedTo({ desk }: SitePlace, { tongue, workspace }: Visit, query: PageRequest['query']): Promise<Carried> {
  return transaction(desk.store, { workspace: workspace.id }, async (tx) => {
    const charter = await versionInForce(tx, tx.now)
    return charter === undefined ? { fields: EMPTY_FORM, facts: {} } : carriedFacts(charter, query, tongue)
  })
}

interface Shown {
  /** What is known of the matter; the facts of the form where left out. */
  readonly told?: Carried['facts']
  readonly reading: FormReading
  readonly waitMs?: number
}

async function showForm(
  { desk }: SitePlace,
  visit: Visit,
  reply: PageReply,
  { reading, waitMs = 0, told = reading.fields.facts }: Shown,
): Promise<PageReply> {
  const { tongue, workspace } = visit
  const { charter, now } = await transaction(desk.store, { workspace: workspace.id }, async (tx) => ({
    charter: await versionInForce(tx, tx.now),
    now: tx.now,
  }))
  const promised = promiseBefore(charter, previewPromises(charter, now, told)[0], tongue, now)
  const crises = charter === undefined ? NOTHING : crisisNotices(charter, tongue, now)
  const channel = formChannel(charter, tongue, now)
  const suited = charter === undefined ? NOTHING : suitedWords(charter, told, tongue, now)
  const once = randomBytes(16).toString('hex')
  const view = { charter, facts: formFacts(charter), promised, channel, suited, crises, ...reading, once, waitMs }
  if (waitMs > 0) reply.header('retry-after', Math.ceil(waitMs / 1000))
  return sendPage(reply, formPage(visit, view), waitMs > 0 ? 429 : reading.errors.length > 0 ? 422 : 200)
}

async function takeForm(place: SitePlace, visit: Visit, request: PageRequest, reply: PageReply): Promise<PageReply> {
  const { desk, limits } = place
  const { tongue, workspace } = visit
  const facts = await transaction(desk.store, { workspace: workspace.id }, async (tx) =>
    formFacts(await versionInForce(tx, tx.now)),
  )
  const reading = readForm(request.body, facts)
  if (reading.errors.length > 0) return showForm(place, visit, reply, { reading })
  const waitMs = limits.requests.take(`${workspace.id} ${callerOf(request.ip)}`, performance.now())
  if (waitMs > 0) return showForm(place, visit, reply, { reading, waitMs })
  const submitted = await transaction(desk.store, { workspace: workspace.id }, (tx) =>
    submitRequest(tx, {
      fields: reading.fields,
      language: tongue.language,
      keys: desk.keys,
      publicUrl: desk.publicUrl,
      tell: ({ due, zone }) =>
        textOf(tongue.say('line.answer-by', { time: tongue.due(due, namedClock(zone), tx.now) })),
    }),
  )
  if ('waitMs' in submitted) return showForm(place, visit, reply, { reading, waitMs: submitted.waitMs })
  return sendTo(reply, visit.to(`/requests/${submitted.token}?opened`))
}
