import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { forgetVisitors } from '../../features/opinions/index.ts'
import { LANGUAGES } from '../languages.ts'

let site: TestSite
let key: string
beforeAll(async () => {
  site = await openSite()
  key = await site.app.keyFor(['lead'], site.workspace)
})
afterAll(() => site?.close())

const opinion = { version: '1', promise: 'P1', question: 'fair', answer: 'yes' }
const counted = async () => {
  const answer = await site.app.ask('GET', '/api/v1/opinions', { key })
  return ((await answer.json()) as { items: unknown[] }).items
}
const rows = () =>
  site.run(({ db }) => db.selectFrom('opinion').selectAll().where('workspace_id', '=', site.workspace).execute())

describe('an opinion of a promise', () => {
  it.each(LANGUAGES)('is asked under each promise in force, without script: %s', async (language) => {
    const { text } = await site.get(`/${language}/charter`)
    expect(text.match(/name="question" value="fair"/g)?.length).toBe(text.match(/class="promise"/g)?.length)
    expect(text).toContain(`action="/${language}/charter/opinions"`)
    expect(text).not.toContain('<script')
  })

  it('is counted once a day for each reader, who may change it', async () => {
    const { status, location } = await site.post('/charter/opinions', opinion)
    expect([status, location]).toEqual([303, '/charter/opinions?promise=P1'])
    expect((await site.get(location)).text).toContain('href="/charter#promise-P1"')
    await site.post('/charter/opinions', opinion)
    await site.post('/charter/opinions', { ...opinion, answer: 'no' })
    await site.post('/charter/opinions', { ...opinion, question: 'kept' })
    await site.post('/charter/opinions', opinion, { 'user-agent': 'another' })
    expect(await counted()).toEqual([{ version: 1, clause: 'P1', fair: { yes: 1, no: 1 }, kept: { yes: 1, no: 0 } }])
  })

  it('of what is no public promise, or no question, is not taken', async () => {
    const before = (await rows()).length
    for (const wrong of [{ promise: 'R2' }, { promise: '<b>' }, { question: 'kind' }, { answer: 'perhaps' }])
      expect((await site.post('/charter/opinions', { ...opinion, ...wrong })).status).toBe(404)
    expect(await rows()).toHaveLength(before)
  })

  it('of a version that is no longer in force leads back to the promises', async () => {
    const before = (await rows()).length
    const { location } = await site.post('/charter/opinions', { ...opinion, version: '7' })
    expect(location).toBe('/charter')
    expect(await rows()).toHaveLength(before)
  })

  it('is not asked of a version that is not in force, and a GET counts nothing', async () => {
    const before = (await rows()).length
    await site.get('/charter/opinions?promise=P1')
    expect((await site.get('/charter/opinions?promise=%3Cb%3E')).status).toBe(404)
    expect(await rows()).toHaveLength(before)
  })

  it('says nothing of its reader once the day is over', async () => {
    const { store } = site.app.desk
    expect(await forgetVisitors(store, site.workspace)).toBe(0)
    const owner = await site.app.database.connect('postgres')
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await owner.query('update opinion set day = $1', [yesterday])
    const before = await rows()
    expect(await forgetVisitors(store, site.workspace)).toBe(before.length)
    const after = await rows()
    const marks = (list: typeof before) => new Set(list.map(({ visitor }) => visitor.toString('hex')))
    const known = marks(before)
    expect([...marks(after)].filter((mark) => known.has(mark))).toEqual([])
    expect(after.map(({ at }) => at.toISOString())).toEqual(after.map(() => `${yesterday}T00:00:00.000Z`))
    expect(await forgetVisitors(store, site.workspace)).toBe(0)
    expect(await counted()).toHaveLength(1)
  })

  it('is limited for each address', async () => {
    const answers: number[] = []
    for (let press = 0; press < 45; press++) answers.push((await site.post('/charter/opinions', opinion)).status)
    expect(answers.at(-1)).toBe(429)
  })
})
