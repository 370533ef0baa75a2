import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, rowCounts, type TestSite } from '../../../test/site/site.ts'
import { addRequest, type PastRequest } from '../../../test/site/site-workspace.ts'
import { makeLink } from '../../features/links/index.ts'
import { ratingLinks } from '../../features/ratings/index.ts'

const HOUR = 3_600_000

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Followed {
  readonly ticket: string
  readonly number: number
  readonly path: string
}
const follow = (request: Partial<PastRequest> = {}, days = 30): Promise<Followed> =>
  site.run(async (tx) => {
    const { ticket, number } = await addRequest(tx, site.agent, { ago: HOUR, ...request })
    return { ticket, number, path: `/requests/${await makeLink(tx, { ticket, purpose: 'follow', days })}` }
  })
const append = (ticket: string, type: string, fields = {}, text?: string) =>
  site.run(async (tx) => {
    const { customer_id } = await tx.db
      .selectFrom('ticket')
      .select('customer_id')
      .where('workspace_id', '=', site.workspace)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow()
    const content = text === undefined ? [] : [{ part: 'text', person: customer_id ?? site.agent, value: text }]
    return tx.append({ id: tx.newId(), ticket, type, by: 'agent', person: site.agent, fields, content })
  })
const ticketOf = (number: number) =>
  site.run((tx) =>
    tx.db
      .selectFrom('ticket')
      .selectAll()
      .where('workspace_id', '=', site.workspace)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  )
const words = ({ text }: { readonly text: string }) => text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')

describe('the page of a request', () => {
  it('tells what was promised and what was written', async () => {
    const { path, number } = await follow({ ago: 100 * HOUR, answeredAfter: HOUR, subject: 'A broken lid' })
    const page = await site.get(path)
    expect(page.status).toBe(200)
    for (const told of [
      `Your request ${number}`,
      'A broken lid',
      'It leaks from the lid.',
      'Anna Nowak, Bramble &amp; Co',
      'Answered',
      'Times are those of Europe/Warsaw.',
    ])
      expect(words(page)).toContain(told)
  })

  it('says so where we are late, and where the clock stands still', async () => {
    const late = await follow({ ago: 300 * HOUR })
    expect(words(await site.get(late.path))).toMatch(/We promised an answer by .*\. We are late, and we are sorry\./)
    const waiting = await follow({ ago: 2 * HOUR, answeredAfter: HOUR, reason: 'damaged' })
    await append(waiting.ticket, 'status.changed', { to: 'waiting-for-customer' })
    expect(words(await site.get(waiting.path))).toContain('The clock stands still while we wait')
    expect(words(await site.get(waiting.path))).toContain('We wait for an answer from you.')
  })

  it('shows no note, nobody’s address, and nothing that is not public', async () => {
    const { path, ticket } = await follow({ answeredAfter: HOUR / 2, reason: 'damaged' })
    await append(ticket, 'note.added', {}, 'A difficult customer')
    await append(ticket, 'ticket.assigned', { team: 'secret-team' })
    const { text } = await site.get(path)
    // P6 is for staff alone.
    for (const inside of ['difficult', 'secret-team', 'zofia@customer.example', 'hears from us', 'E1', 'tier'])
      expect(text).not.toContain(inside)
  })

  it('shows what was granted, in the reader’s language, and whether it was carried out: not who, why or on what grounds', async () => {
    const { path, ticket } = await follow({ answeredAfter: HOUR / 2, reason: 'damaged' })
    interface Granted {
      readonly remedy: string
      readonly state: 'granted' | 'asked' | 'refused' | 'withdrawn' | 'done'
      readonly minor: number
    }
    const grant = (id: string, { remedy, state, minor }: Granted) =>
      site.run(async (tx) => {
        const at = new Date(tx.now)
        await tx.db
          .insertInto('remedy_grant')
          .values({
            workspace_id: site.workspace,
            id: tx.newId(),
            ticket_id: ticket,
            clause: 'KEPT-INSIDE-R',
            row: 1,
            remedy,
            minor,
            currency: 'EUR',
            state,
            is_bend: true,
            reason: `kept-inside reason ${id}`,
            backed_by: ['KEPT-INSIDE-A'],
            waits_for: ['kept-inside-position'],
            charter_hash: 'ab'.repeat(32),
            facts: JSON.stringify({ secret: 'kept-inside fact' }),
            facts_hash: 'ab'.repeat(32),
            asked_by: site.agent,
            asked_at: at,
            decided_by: site.agent,
            decided_at: state === 'asked' ? null : at,
            decision_reason: 'kept-inside answer',
            done_by: state === 'done' ? site.agent : null,
            done_at: state === 'done' ? at : null,
          })
          .execute()
      })
    expect(words(await site.get(path))).not.toContain('What you get from us')
    await grant('a', { remedy: 'refund', state: 'granted', minor: 4550 })
    await grant('b', { remedy: 'credit', state: 'done', minor: 1200 })
    await grant('c', { remedy: 'replacement', state: 'granted', minor: 987_654 })
    await grant('d', { remedy: 'kept-inside-present', state: 'done', minor: 700 })
    await grant('e', { remedy: 'refund', state: 'asked', minor: 111_100 })
    await grant('f', { remedy: 'refund', state: 'refused', minor: 222_200 })
    await grant('g', { remedy: 'refund', state: 'withdrawn', minor: 333_300 })
    const page = await site.get(path)
    expect(words(page)).toMatch(/What you get from us ?Refund: €45\.50Granted .*; not carried out yet\./)
    expect(words(page)).toMatch(/Credit: €12\.00.{0,3}Granted .*; carried out .*\./)
    expect(words(page)).toContain('Something to make up for it')
    expect(page.text).not.toMatch(/kept-inside|abab/i)
    expect(words(page)).not.toMatch(/9,?876|1,?111|2,?222|3,?333/)
    const arabic = await site.get(`/ar${path}`)
    expect(words(arabic)).toMatch(/ما نقدّمه لكم.*استرداد المبلغ.*لم يُنفَّذ بعد/)
    expect(arabic.text).not.toMatch(/kept-inside/i)
    // Names of staff stand by what they wrote, and nowhere else.
    expect(page.text.match(/Anna Nowak/g)).toHaveLength(1)
  })

  it('is for nobody to keep, to frame or to learn the address of', async () => {
    const { headers } = await site.get((await follow()).path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/)
  })

  it('is not there under another workspace or an unknown link; gone once the link has ended', async () => {
    const { path } = await follow()
    await site.app.makeWorkspace('elsewhere')
    expect((await site.get(`/w/elsewhere${path}`)).status).toBe(404)
    expect((await site.get(`/w/first${path}`)).status).toBe(200)
    expect((await site.get('/requests/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
    const ended = await follow({}, 0)
    const gone = await site.get(ended.path)
    expect([gone.status, words(gone).includes('This link no longer works')]).toEqual([410, true])
    for (const post of ['', '/rate'])
      expect((await site.post(`${ended.path}${post}`, { text: 'Hello', score: '3', once: 'x' })).status).toBe(410)
  })

  it('changes nothing when it is only read, whatever stands in its address', async () => {
    const { path, ticket } = await follow({ answeredAfter: HOUR / 2 })
    const links = await site.run((tx) => ratingLinks(tx, { ticket, publicUrl: site.app.url, language: 'en' }))
    const before = await rowCounts(site)
    for (const { url } of links) expect((await site.get(url.slice(site.app.url.length))).status).toBe(200)
    for (const more of ['', '?opened', '?rated', '?message&score=1', '/rate', '/rate/5', '/rate/1'])
      expect((await site.get(`${path}${more}`)).status).toBe(200)
    expect(await rowCounts(site)).toEqual(before)
  })
})

describe('writing again', () => {
  it('adds to the request, once however often it is sent', async () => {
    const { path, ticket } = await follow({ answeredAfter: HOUR / 2 })
    const sent = { text: 'It still leaks.\r\n\r\nSee?', once: await site.onceOf(path) }
    for (let count = 0; count < 3; count++) {
      const answer = await site.post(path, sent)
      expect([answer.status, answer.location]).toEqual([303, `${path}?message`])
    }
    const events = await site.run((tx) =>
      tx.db
        .selectFrom('event')
        .select('type')
        .where('workspace_id', '=', site.workspace)
        .where('ticket_id', '=', ticket)
        .where('type', '=', 'message.received')
        .execute(),
    )
    expect(events).toHaveLength(2)
    const page = await site.get(`${path}?message`)
    expect(page.text).toContain('<p dir="auto">It still leaks.</p>\n<p dir="auto">See?</p>')
    expect(words(page)).toContain('Your message is with us.')
  })

  it('keeps what cannot be taken', async () => {
    const { path } = await follow()
    const long = 'y'.repeat(20_001)
    const answer = await site.post(path, { text: long, once: 'x' })
    expect([answer.status, answer.text.includes(long)]).toEqual([422, true])
    expect((await site.post(path, { text: ' \n ' })).status).toBe(422)
  })

  it('opens a new request where this one is closed, with a page of its own', async () => {
    const { path, ticket } = await follow({ ago: 5 * HOUR, answeredAfter: HOUR, solvedAfter: 2 * HOUR })
    await append(ticket, 'status.changed', { to: 'closed' })
    const answer = await site.post(path, { text: 'It leaks again.', once: 'y' })
    expect(answer.location).not.toContain(path)
    const page = await site.get(answer.location)
    expect(words(page)).toContain('We have your request.')
    expect(page.text).toContain('It leaks again.')
    expect(page.text).not.toContain('It leaks from the lid.')
  })

  it('has its limits', async () => {
    const { path } = await follow()
    const answers: number[] = []
    for (let count = 0; count < 31; count++) answers.push((await site.post(path, { text: `Number ${count}` })).status)
    expect(answers.slice(-2)).toEqual([303, 429])
  })
})

describe('rating', () => {
  it('takes one press; the last one counts', async () => {
    const { path, number, ticket } = await follow({ answeredAfter: HOUR / 2 })
    for (const score of [2, 5, 5, 4]) {
      const answer = await site.post(`${path}/rate`, { score: String(score) })
      expect([answer.status, answer.location]).toEqual([303, `${path}?rated`])
    }
    expect((await ticketOf(number)).rating).toBe(4)
    const events = await site.run((tx) =>
      tx.db
        .selectFrom('event')
        .select(['actor', 'envelope'])
        .where('workspace_id', '=', site.workspace)
        .where('ticket_id', '=', ticket)
        .where('type', '=', 'ticket.rated')
        .orderBy('seq')
        .execute(),
    )
    expect(events.map(({ envelope }) => envelope['score'])).toEqual([2, 5, 4])
    expect(events.every(({ actor }) => actor === 'customer')).toBe(true)
    expect(words(await site.get(`${path}?rated`))).toContain('You rated this 4 of 5.')
  })

  it('by a link of a mail shows the score chosen, and nothing of the request', async () => {
    const { number, ticket } = await follow({ answeredAfter: HOUR / 2 })
    const links = await site.run((tx) => ratingLinks(tx, { ticket, publicUrl: site.app.url, language: 'en' }))
    expect(links.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5])
    const path = links[3]?.url.slice(site.app.url.length) ?? ''
    const page = await site.get(path)
    expect(page.text).toContain('value="4" required checked')
    expect(page.text).not.toMatch(/leaks|Zofia/)
    const [action = ''] = /\/en\/requests\/[\w-]+\/rate(?=")/.exec(page.text) ?? []
    const done = await site.post(action, { score: '4' })
    expect(words(await site.get(done.location))).toContain('Thank you. You rated us 4 of 5.')
    expect((await ticketOf(number)).rating).toBe(4)
    // It opens no conversation, and takes no message.
    const follow_ = action.replace(/\/rate$/, '')
    expect((await site.get(follow_)).status).toBe(303)
    expect((await site.post(follow_, { text: 'Hello', once: 'z' })).status).toBe(404)
  })

  it('takes no score but these five', async () => {
    const { path, number } = await follow({ answeredAfter: HOUR / 2 })
    for (const score of ['0', '6', '4.5', '', '5; drop table', ' 5'])
      expect((await site.post(`${path}/rate`, { score })).status).toBe(404)
    expect((await site.get(`${path}/rate/9`)).status).toBe(404)
    expect((await ticketOf(number)).rating).toBeNull()
  })
})
