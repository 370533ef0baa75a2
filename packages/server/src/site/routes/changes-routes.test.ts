import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { prepareVersion, putInForce } from '../../features/charters/index.ts'
import { LANGUAGES } from '../languages.ts'

const INSIDE = /kept-inside/i
const FIRST = `
avow: 1
charter: shop
languages: [en, ar, it, pl, el]
zone: Europe/Warsaw
positions: [agent]
facts:
  channel: { one of: [email, form, kept-inside-channel], says: { en: Channel, ar: القناة } }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, says: { en: office hours, ar: ساعات العمل } }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: "A person <i>answers</i> within {target}.", ar: "يردّ عليكم موظف خلال {target}." }
    table:
      - { channel: email, target: 4 h of office }
      - { channel: form, target: 6 h of office }
      - { target: 8 h of office }
  - id: P2
    audience: public
    clock: next-response
    says: { en: "We answer again within {target}." }
    table:
      - { channel: kept-inside-channel, audience: staff, target: 2 h of office }
      - { target: 8 h of office }
  - id: KEPT-INSIDE-P
    audience: staff
    clock: resolution
    says: { en: "kept-inside says {target}" }
    table: [{ target: 13 h of office }]
`
const SECOND = FIRST.replace('target: 4 h of office', 'target: 2 h of office').replace('target: 13 h', 'target: 14 h')
/** Of what is public nothing changes. */
const THIRD = SECOND.replace('target: 14 h', 'target: 15 h').replace('staff, target: 2 h', 'staff, target: 1 h')
const FOURTH = `${THIRD.replace('mon-fri: 09:00-17:00', 'mon-fri: 09:00-18:00')}
  - id: P3
    audience: public
    clock: resolution
    says: { en: "Settled within {target}." }
    table: [{ target: 10 working days of office }]
`

let site: TestSite
beforeAll(async () => {
  site = await openSite({ charter: FIRST })
  const publish = (source: string, byOne = false) =>
    transaction(site.app.desk.store, { workspace: site.workspace }, (tx: Transaction) =>
      putInForce(tx, { ...prepareVersion(source, { now: tx.now, zoneData: 'test' }), byOne, note: 'kept-inside note' }),
    )
  await publish(SECOND, true)
  await publish(THIRD)
  await publish(FOURTH)
})
afterAll(() => site?.close())

const sectionOf = (text: string, version: number) =>
  new RegExp(`<section[^>]*id="version-${version}".*?</section>`, 's').exec(text)?.[0] ?? ''

describe('the list of changes', () => {
  it('says of each version what it promises otherwise, and no line that stays the same', async () => {
    const { status, text } = await site.get('/en/charter/changes')
    expect(status).toBe(200)
    const second = sectionOf(text, 2)
    expect(second).toContain('Your first answer · stricter than before')
    expect(second).toMatch(/Before.*4 hours.*Now.*2 hours/s)
    expect(second).not.toMatch(/6 hours|8 hours/)
    expect(second).toContain('Approved by one person')
    expect(second).toContain('href="/en/charter/v/2"')
    expect(second).toContain('&lt;i&gt;')
    expect(sectionOf(text, 1)).toContain('The first version.')
    const fourth = sectionOf(text, 4)
    expect(fourth).toContain('Until it is settled · new promise')
    expect(fourth).toContain('The opening hours changed: ')
    expect(fourth).not.toContain('Approved by one person')
    expect(text.indexOf('version-4')).toBeLessThan(text.indexOf('version-2'))
  })

  it('tells nothing of what is not public, not even that it changed', async () => {
    const { text } = await site.get('/en/charter/changes')
    expect(text).not.toMatch(INSIDE)
    const third = sectionOf(text, 3)
    expect(third).toContain('Nothing that is public changed.')
    expect(third).not.toMatch(/stricter|less strict/)
  })

  it.each(LANGUAGES)('is there in %s, without script, and linked from the charter', async (language) => {
    const { status, text } = await site.get(`/${language}/charter/changes`)
    expect([status, /<html lang="(\w+)"/.exec(text)?.[1]]).toEqual([200, language])
    expect(text).not.toContain('<script')
    expect((await site.get(`/${language}/charter`)).text).toContain(`href="/${language}/charter/changes"`)
  })

  it('is empty where no charter was ever published, and not there where nobody is', async () => {
    await site.app.makeWorkspace('quiet')
    expect((await site.get('/w/quiet/en/charter/changes')).text).toContain('No charter is in force yet.')
    expect((await site.get('/w/nobody/charter/changes')).status).toBe(404)
  })
})
