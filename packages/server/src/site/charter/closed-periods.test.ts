import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { addRequest } from '../../../test/site/site-workspace.ts'
import { freezeFigures } from '../../features/figures/index.ts'
import { LANGUAGES } from '../languages.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Its month is closed, whatever day it is. */
const AGO = 60 * DAY

let site: TestSite
let late: string
beforeAll(async () => {
  site = await openSite({ charter: ALWAYS_OPEN })
  await site.run(async (tx) => {
    for (let index = 0; index < 40; index++) {
      const isLate = index % 10 === 0
      const { ticket } = await addRequest(tx, site.agent, { ago: AGO, answeredAfter: isLate ? 3 * HOUR : HOUR / 2 })
      if (isLate) late = ticket
    }
  })
})
afterAll(() => site.close())

const json = async () => JSON.parse((await site.get('/charter.json')).text)
const page = async (language = 'en') => (await site.get(`/${language}/charter`)).text

describe('closed periods on the public page', () => {
  it('are not spoken of before there are any', async () => {
    expect(await page()).not.toContain('Closed periods')
    expect((await json()).promises[0].closed).toEqual([])
  })

  it('M10: stand under their promise with the share, the count and the fingerprint of the list', async () => {
    await freezeFigures(site.app.desk.store, site.workspace)
    const closed = (await json()).promises[0].closed.at(-1)
    expect(closed).toMatchObject({ period: 'month', share: 0.9, n: 40, kept: 36, broken: 4, corrections: [] })
    expect(closed.hash).toMatch(/^[0-9a-f]{64}$/)
    const text = await page()
    expect(text).toContain('<summary>Closed periods</summary>')
    expect(text).toMatch(/<b>90\.0%<\/b> 36 of 40/)
    expect(text).toContain(closed.hash.slice(0, 12))
  })

  it.each(LANGUAGES)('are written in %s', async (language) => {
    const text = await page(language)
    const block = /<details class="closed">.*?<\/details>/s.exec(text)?.[0] ?? ''
    expect(block).toContain('<table>')
    if (language !== 'en') expect(block).not.toMatch(/Closed periods|Fingerprint/)
  })

  it('M10: a correction stands under the figure with its date, and the figure stays', async () => {
    await site.run((tx) =>
      tx.append({
        id: tx.newId(),
        ticket: late,
        type: 'message.sent',
        by: 'agent',
        person: site.agent,
        at: tx.now - AGO + HOUR / 4,
      }),
    )
    await freezeFigures(site.app.desk.store, site.workspace)
    const closed = (await json()).promises[0].closed.at(-1)
    expect(closed).toMatchObject({ kept: 36, broken: 4, corrections: [{ kept: 37, broken: 3, share: 0.925 }] })
    expect(await page()).toMatch(/Corrected on .*<b>92\.5%<\/b> 37 of 40/s)
  })
})
