import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { addRequest } from '../../../test/site/site-workspace.ts'

let site: TestSite
let number: number
beforeAll(async () => {
  site = await openSite()
  number = (await site.run((tx) => addRequest(tx, site.agent, { ago: 60_000, channel: 'counter', reason: 'damaged' })))
    .number
})
afterAll(() => site.close())

const slip = async (query = '', of = number) =>
  site.app.ask('GET', `/api/v1/tickets/${of}/slip${query}`, {
    key: await site.app.keyFor(['agent'], site.workspace),
    headers: { 'avow-workspace': 'first' },
  })

describe('a slip', () => {
  it('says who, what, the number, what is promised by when, and how to follow it', async () => {
    const answer = await slip()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const markup = await answer.text()
    const words = markup.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
    expect(words).toContain(`Your request ${number}`)
    expect(words).toContain('Zofia Zielińska')
    expect(words).toContain('The kettle leaks')
    expect(words).toMatch(/A person answers you by .* \(Europe\/Warsaw\)\./)
    expect(words).toMatch(/Your request is settled by .* \(Europe\/Warsaw\)\./)
    const [path = ''] = /\/en\/requests\/[\w-]{22,}/.exec(words) ?? []
    expect((await site.get(path)).text).toContain('It leaks from the lid.')
  })

  it('is in the language that is asked for, and turns round', async () => {
    expect(await (await slip('?language=ar')).text()).toContain('<html lang="ar" dir="rtl">')
    expect(await (await slip('?language=xx')).text()).toContain('<html lang="en" dir="ltr">')
  })

  it('stands alone: nothing is fetched for it', async () => {
    expect(await (await slip()).text()).not.toMatch(/<link|<script|src=|url\(/)
  })

  it('is for those who write on tickets, and there only for tickets that are', async () => {
    expect((await slip('', number + 1000)).status).toBe(404)
    const viewer = await site.app.keyFor(['viewer'], site.workspace)
    expect((await site.app.ask('GET', `/api/v1/tickets/${number}/slip`, { key: viewer })).status).toBe(403)
    expect((await site.app.ask('GET', `/api/v1/tickets/${number}/slip`)).status).toBe(401)
  })
})
