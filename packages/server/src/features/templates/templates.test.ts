import { checkCharter, compileDraft, readCharter } from '@avow/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { publish } from '../../../test/publish.ts'

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk(null)
})
afterAll(() => d?.close())

const get = (path: string) => d.call(d.author, 'GET', path)

/** What is found in a text, and the charter that it is. */
function checked(source: string) {
  const { document, data, findings } = readCharter(source)
  if (document === undefined) throw new Error(JSON.stringify(findings))
  const asOf = Date.UTC(2026, 10, 22)
  const { zone, calendars } = compileDraft({ document, data }, { asOf, zoneData: 'test' })
  return { document, findings: [...findings, ...checkCharter(document, { asOf, zone, calendars })] }
}

it('lists what there is to begin with: sectors, jurisdictions, languages, and how much is in it', async () => {
  const { items, currencies, currency } = (await get('/templates')).body
  expect(items.map(({ name }: { name: string }) => name)).toEqual([
    'shop',
    'software',
    'provider',
    'telecom',
    'travel',
    'bank',
    'hotel',
    'parcels',
    'public-office',
    'scratch',
  ])
  expect(items[3]).toMatchObject({
    title: { en: expect.any(String), ar: expect.any(String) },
    languages: ['en', 'it', 'pl', 'el', 'ar'],
    sectors: ['consumer', 'telecom'],
    jurisdictions: ['AU', 'ES', 'EU', 'GR', 'IT', 'PL', 'SA', 'UK'],
    clauses: expect.arrayContaining([
      { kind: 'promise', count: 4 },
      { kind: 'channel', count: 3 },
    ]),
  })
  expect(items.at(-1)).toMatchObject({ sectors: [], jurisdictions: [] })
  expect([currencies.includes(currency), currencies.includes('PLN')]).toEqual([true, true])
})

it('reads one in the languages, under the law and in the money that were asked for, with no finding', async () => {
  const { body } = await get('/templates/telecom?languages=pl,en&jurisdictions=PL,EU&currency=PLN')
  const { document, findings } = checked(body.source)
  expect(findings).toEqual([])
  expect(document.languages).toEqual(['pl', 'en'])
  expect(document.law?.jurisdictions).toEqual(['PL', 'EU'])
  expect(body.source).toContain('120 PLN')
  expect(body.source).not.toMatch(/EUR|^ +it: /m)
})

it('reads one in the workspace’s own languages, under no law that nobody chose', async () => {
  const { body } = await get('/templates/hotel')
  const { document, findings } = checked(body.source)
  expect([document.languages, document.law, findings]).toEqual([['en'], undefined, []])
})

it('has none of another name, and says which languages, laws and currencies there are', async () => {
  expect((await get('/templates/../start')).status).toBe(404)
  expect(await get('/templates/castle')).toMatchObject({ status: 404, body: { code: 'not-found' } })
  for (const [path, typed] of [
    ['languages', 'fr'],
    ['jurisdictions', 'US'],
    ['currency', 'XXX'],
  ])
    expect(await get(`/templates/shop?${path}=${typed}`)).toMatchObject({
      status: 400,
      body: { code: 'bad-request', at: [{ path, typed }] },
    })
})

it('starts a draft as any text does, and changes nothing that is there', async () => {
  const { source } = (await get('/templates/bank?languages=en&jurisdictions=EU')).body
  const before = (await get('/drafts')).body.items.length
  const draft = await d.start(d.author, { source, note: 'From the gallery' })
  expect((await get(`/drafts/${draft.id}`)).body.source).toBe(source)
  expect((await get('/drafts')).body.items).toHaveLength(before + 1)
})

it('takes the hours of the charter in force', async () => {
  const hours = '{ open: { sat-sun: 10:00-20:00 }, closed: [2027-01-02], holidays until: 2028-12-31 }'
  await publish(
    d.app.desk.store,
    d.workspace,
    `avow: 1\ncharter: own\nlanguages: [en]\nzone: UTC\ncalendars: { office: ${hours} }\npromises: [{ id: P1, clock: resolution, table: [{ target: 1 h of office }] }]\n`,
  )
  const { document } = checked((await get('/templates/hotel?languages=en')).body.source)
  const { rules } = document.calendars.get('office') ?? {}
  expect(rules?.week.map((day) => day.length)).toEqual([0, 0, 0, 0, 0, 1, 1])
  expect([rules?.closed.length, document.zone]).toEqual([1, expect.any(String)])
})
