import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../../test/publish.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'

const DAY = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** With a crisis from and until so many days from now. */
function charterWith(from: number, until: number): string {
  return `
avow: 1
charter: in-a-flood
languages: [en, ar]
zone: UTC
calendars: { always: { open: always, says: { en: any hour, ar: كل ساعة } } }
facts: { channel: { one of: [email, form], says: { en: Channel, ar: القناة } } }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person answers you within {target}.", ar: "يردّ عليكم موظف خلال {target}." }
    table:
      - { channel: email, audience: staff, target: 7 min of always }
      - { target: 4 h of always }
  - { id: P2, audience: public, clock: resolution, says: { en: "It is settled within {target}.", ar: "يُحل خلال {target}." }, table: [ { target: 9 days } ] }
  - { id: P3, audience: staff, clock: next-response, says: { en: "kept-inside within {target}.", ar: "kept-inside {target}." }, table: [ { target: 13 h of always } ] }
crisis:
  - id: Z1
    from: ${dayFromNow(from)}T00:00
    until: ${dayFromNow(until)}T00:00
    says: { en: A <flood> closed our warehouse., ar: أغلق فيضان مستودعنا. }
    amends: [ { promise: P1, times: 12 }, { promise: P2, suspended: yes }, { promise: P3, times: 2 } ]
`
}

let site: TestSite
beforeAll(async () => {
  site = await openSite({ charter: charterWith(-2, 5) })
})
afterAll(() => site.close())

const wordsOf = async (path: string): Promise<string> =>
  (await site.get(path)).text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('a crisis on the public pages', () => {
  it.each(['/', '/charter', '/requests/new'])(
    'is told at the top of %s while it lasts, with its dates',
    async (path) => {
      const words = await wordsOf(path)
      for (const told of [
        'For the time being we promise less A &lt;flood&gt; closed our warehouse.',
        'A person answers you within 48 hours of any hour .',
        'Not promised meanwhile: It is settled within 9 days .',
        'and ends by itself',
      ])
        expect(words).toContain(told)
      expect(words).not.toMatch(/kept-inside|7 min|84 min/)
    },
  )

  it('is told in the language of the page', async () => {
    expect(await wordsOf('/ar/charter')).toContain('نتعهَّد بأقل في الوقت الحالي أغلق فيضان مستودعنا.')
  })

  it('is told to machines', async () => {
    const { crises } = JSON.parse((await site.get('/charter.json')).text)
    expect(crises).toMatchObject([
      {
        id: 'Z1',
        from: `${dayFromNow(-2)}T00:00:00.000Z`,
        until: `${dayFromNow(5)}T00:00:00.000Z`,
        amends: [
          { promise: 'P1', suspended: false, targets: ['48 h of always'] },
          { promise: 'P2', suspended: true, targets: [] },
        ],
      },
    ])
  })

  it('is told no more once it has ended, with nobody doing anything', async () => {
    await publish(site.app.desk.store, site.workspace, charterWith(-9, -1))
    const words = await wordsOf('/charter')
    expect(words).not.toContain('we promise less')
    expect(words).toContain('A person answers you within 4 hours of any hour .')
  })
})
