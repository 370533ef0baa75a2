import { CLAUSE_KINDS, clausesOf, declaredOf, readCharter } from '@avow/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INSIDE, INSIDE_TIMES, MIXED } from '../../../test/site/mixed-charter.ts'
import { isTold, PLAIN_KINDS, publicIdOf } from '../../../test/site/plain-clauses.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { addMonth, RETAILER } from '../../../test/site/site-workspace.ts'
import { publishCharter } from '../../features/charters/index.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ charter: MIXED, name: 'Tom & <Jerry>' })
})
afterAll(() => site.close())

describe('what is not public', () => {
  it.each([
    '/',
    '/ar',
    '/charter',
    '/ar/charter',
    '/charter.json',
    '/charter/v/1',
    '/charter/v/1.json',
    '/requests/new',
    '/ar/requests/new',
  ])('stands in no byte of %s', async (path) => {
    const { text, status } = await site.get(path)
    expect(status).toBe(200)
    expect(text).not.toMatch(INSIDE)
    expect(text).not.toMatch(INSIDE_TIMES)
  })
})

it('is tried on clauses of every kind, but for a crisis, of which all customers are told', () => {
  const { document } = readCharter(MIXED)
  const inside = document === undefined ? [] : clausesOf(document).filter(({ id }) => id.startsWith('KEPT-INSIDE-'))
  expect(new Set(inside.map(({ kind }) => kind))).toEqual(new Set(CLAUSE_KINDS.filter((kind) => kind !== 'crisis')))
})

describe('the public charter', () => {
  it('shows each public row with its text, time and condition, why, and when it is open', async () => {
    const words = (await site.get('/charter')).text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
    for (const told of [
      'What we &lt;b&gt;promise&lt;/b&gt;',
      'A person &lt;i&gt;answers&lt;/i&gt; within 4 hours of office hours.',
      'Size: a &lt;small&gt; one',
      'A person &lt;i&gt;answers&lt;/i&gt; within 8 hours of office hours. Everything else',
      'Why we promise it: Because &amp; because',
      'Monday to Friday09:00–17:00',
      'Version 1 · In force since 1 Jan 2020',
    ])
      expect(words).toContain(told)
  })

  it('says what a promise depends on, what cannot be done, what is held dear, and where one is reached', async () => {
    const words = (await site.get('/charter')).text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
    for (const told of [
      'Bells for &lt;i&gt;every&lt;/i&gt; house.',
      'On condition: You name the &lt;order&gt;.',
      'It does not cover: Not at fairs.',
      'To reach us about it: Call 800 1234.',
      'If you are not content with it: The head of service answers.',
      'No large ones. Size: largeAsk the maker.',
      'We &lt;keep&gt; our word. Shown by: A person &lt;i&gt;answers&lt;/i&gt; within the time promised.',
      'form: form.example (until 31 Mar 2027, then: email)Our form.',
      'Outside these hours: a message is taken · A person takes over within: 5 hours of office hours',
      'email (we are trying it out)',
      'Ring the &lt;bell&gt;.',
      'If you are not content with how a promise was kept: Ask for the owner.',
    ])
      expect(words).toContain(told)
    const { clauses, promises, mission } = JSON.parse((await site.get('/charter.json')).text)
    expect(mission).toEqual({ en: 'Bells for <i>every</i> house.', ar: 'أجراس لكل بيت.' })
    const made = new Set(PLAIN_KINDS.map(publicIdOf))
    expect(promises[0]).toMatchObject({ limits: { en: 'Not at fairs.' }, complaints: { ar: 'يجيب رئيس الخدمة.' } })
    expect(clauses.filter(({ id }: { id: string }) => !made.has(id))).toMatchObject([
      { id: 'V1', kind: 'value', says: { en: 'We <keep> our word.' }, 'shown by': 'P1' },
      { id: 'X1', kind: 'exclusion', when: 'size: large', instead: { en: 'Ask the maker.' } },
      { id: 'C1', kind: 'channel', channel: 'form', state: 'retiring', until: '2027-03-31', address: 'form.example' },
      { id: 'C2', hours: 'office', 'after hours': 'message', person: '5 h of office' },
      { id: 'C3' },
    ])
  })

  it.each(PLAIN_KINDS.filter((kind) => declaredOf(kind).hasAudience))(
    'says of a clause that is a %s, on its page and to machines, what of it is public',
    async (kind) => {
      const words = (await site.get('/charter')).text
      expect(words).toContain(`Told &lt;says of ${kind}&gt;`)
      const { clauses } = JSON.parse((await site.get('/charter.json')).text)
      const told = Object.entries(declaredOf(kind).fields).filter(([, field]) => isTold(field))
      const clause = clauses.find(({ id }: { id: string }) => id === publicIdOf(kind))
      expect(new Set(Object.keys(clause))).toEqual(new Set(['id', 'kind', ...told.map(([name]) => name)]))
    },
  )
  it('says of each channel with hours whether it is open now, on the page of the help too', async () => {
    for (const path of ['/charter', '/']) {
      const { text } = await site.get(path)
      const words = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
      expect(words).toMatch(
        /email ?(open now, until|closed now, open again from) .*\d\d:\d\d \(Europe\/Warsaw\) · Hours: office hours/,
      )
    }
    const form = (await site.get('/requests/new')).text.replaceAll(/<[^>]*>/g, '')
    expect(form).toMatch(/This form (ends|ended) on 31 Mar 2027\. .* From then on please use: email\./)
  })

  it('leads from what is held dear to the promise that proves it, with how far it was kept', async () => {
    expect((await site.get('/charter')).text).toContain('Shown by: <a href="#promise-P1">')
    const values = `values: [ { id: V1, audience: public, says: { en: We are quick. }, shown by: [P1, R1] } ]\n`
    const busy = await openSite({ charter: `${RETAILER}\n${values}` })
    await addMonth(busy.app.desk.store, busy.workspace, busy.agent, 80)
    const { text } = await busy.get('/charter')
    const { figure } = JSON.parse((await busy.get('/charter.json')).text).promises[0]
    const section = /<section class="promise values".*?<\/section>/s.exec(text)?.[0] ?? ''
    expect(section).toContain(`${(figure.share * 100).toFixed(1)}% kept`)
    expect(section).toMatch(/href="#promise-P1".*href="#remedies"/s)
    await busy.close()
  })

  it('begins with the promises; then what is done when they fail, and how to reach us; the fingerprint stands at the foot', async () => {
    const { text } = await site.get('/charter')
    const words = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
    expect(words).toMatch(
      /When something goes wrong ?When we &lt;fail&gt; you\. ?Refund or present, up to €30\.00 ?Size: a &lt;small&gt; one/,
    )
    expect(words).toMatch(/Apology ?Everything else/)
    expect(words).toMatch(/No large ones\. ?Size: large ?Nothing ?Size: a &lt;small&gt; one ?Credit ?Everything else/)
    expect(text).toContain('href="mailto:care@bramble.example"')
    const places = [
      'id="promise-P1"',
      'id="remedies"',
      'id="reach"',
      'href="/requests/new">Write to us</a></p>',
      'class="hash"',
    ]
    const found = places.map((place) => text.indexOf(place))
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(found).not.toContain(-1)
    const arabic = (await site.get('/ar/charter')).text.replaceAll(/<[^>]*>/g, '')
    expect(arabic).toMatch(/عندما يقع خطأ\s*عندما نخطئ\./)
  })

  it('is the same for machines, by its ending or by what is accepted', async () => {
    const byEnding = await site.get('/charter.json')
    expect(byEnding.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const charter = JSON.parse(byEnding.text)
    expect(charter).toMatchObject({ id: 'mixed', version: 1, in_force: true, until: null, zone: 'Europe/Warsaw' })
    expect(charter.promises).toEqual([
      {
        id: 'P1',
        clock: 'first-response',
        says: { en: 'A person <i>answers</i> within {target}.', ar: 'يردّ عليكم موظف خلال {target}.' },
        because: { en: 'Because & because', ar: 'لأن' },
        conditions: { en: 'You name the <order>.', ar: 'تذكر رقم الطلب.' },
        limits: { en: 'Not at fairs.', ar: 'ليس في المعارض.' },
        contact: { en: 'Call 800 1234.', ar: 'اتصل على 800 1234.' },
        complaints: { en: 'The head of service answers.', ar: 'يجيب رئيس الخدمة.' },
        hit: 'first',
        when: {},
        rows: [
          { when: { size: 'small' }, target: '4 h of office' },
          { when: {}, target: '8 h of office' },
        ],
        figure: expect.objectContaining({ share: null, n: 0 }),
        closed: [],
      },
    ])
    const byAccept = await site.get('/charter', { accept: 'application/json' })
    expect(JSON.parse(byAccept.text).hash).toBe(charter.hash)
    expect((await site.get('/charter', { accept: 'text/html,application/json;q=0.9' })).text).toContain(
      '<!doctype html>',
    )
  })

  it('is in the reader’s language: of the address, else of the browser, else the charter’s first', async () => {
    const language = async (path: string, accept: string) =>
      /<html lang="(\w+)" dir="(\w+)">/.exec((await site.get(path, { 'accept-language': accept })).text)?.slice(1)
    expect(await language('/charter', 'ar-EG,en;q=0.5')).toEqual(['ar', 'rtl'])
    expect(await language('/en/charter', 'ar')).toEqual(['en', 'ltr'])
    expect(await language('/charter', 'fr')).toEqual(['en', 'ltr'])
    // Pages are written in it, the charter is not.
    expect(await language('/it/charter', 'fr')).toEqual(['it', 'ltr'])
    expect((await site.get('/charter')).headers.get('vary')).toContain('Accept-Language')
  })

  it('keeps every version, and says which is in force', async () => {
    const { version } = await site.run((tx) =>
      publishCharter(tx, { source: MIXED.replace('4 h of office', '2 h of office'), zoneData: 'test' }),
    )
    expect(version).toBe(2)
    const first = await site.get('/charter/v/1')
    expect(first.text).toContain('4 hours')
    expect(first.text).toContain('In force from')
    expect(first.text).not.toContain('class="figure"')
    expect(first.text).not.toMatch(/open now|closed now/)
    const now = await site.get('/charter')
    expect(now.text).toContain('2 hours')
    expect(now.text).toMatch(/href="\/charter\/v\/1"/)
    for (const path of ['/charter/v/3', '/charter/v/0', '/charter/v/x', '/charter/v/1e3', '/charter/v/99999999999'])
      expect([path, (await site.get(path)).status]).toEqual([path, 404])
  })
})

describe('workspaces', () => {
  it('have their own pages; one without a charter says so', async () => {
    await site.app.makeWorkspace('quiet')
    expect((await site.get('/w/first/charter')).text).toContain('Tom &amp; &lt;Jerry&gt;')
    const quiet = await site.get('/w/quiet/charter')
    expect([quiet.status, quiet.text.includes('No charter is in force yet.')]).toEqual([200, true])
    expect((await site.get('/w/quiet/charter.json')).status).toBe(404)
    expect((await site.get('/w/quiet')).text).toContain('href="/w/quiet/requests/new"')
    const nobody = await site.get('/w/nobody/charter')
    expect([nobody.status, nobody.text.includes('There is no such page here')]).toEqual([404, true])
  })
})

describe('figures', () => {
  it('stand beside their promise, with the dots in words and as a table', async () => {
    const busy = await openSite()
    await addMonth(busy.app.desk.store, busy.workspace, busy.agent, 80)
    const { text } = await busy.get('/charter')
    const { figure } = JSON.parse((await busy.get('/charter.json')).text).promises[0]
    expect(figure.kept + figure.broken).toBe(figure.n)
    expect(figure.share).toBe(figure.kept / figure.n)
    expect(text).toContain(`<b>${(figure.share * 100).toFixed(1)}%</b>`)
    expect(text).toContain('The dots as a table')
    expect(text).toMatch(/<figcaption class="unseen">\d+ kept, \d+ broken up to twice the time promised/)
    await busy.close()
  })
})
