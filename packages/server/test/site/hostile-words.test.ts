/** Words of strangers, of staff and of charters on every public page: they stay words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderSlip } from '../../src/channels/counter/index.ts'
import { transaction } from '../../src/db/index.ts'
import { makeLink } from '../../src/features/links/index.ts'
import { openRequest, receiveMessage } from '../../src/features/tickets/index.ts'
import { openSite, type TestSite } from './site.ts'
import { addAgent } from './site-workspace.ts'

/** Each breaks out of another place: an element, a quoted attribute, a template, a direction. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</textarea></title></style><svg onload=alert(1)>',
  'javascript:alert(1)',
  '\u202egnp.exe \u2066hidden',
  '{n, plural, one {x}} {{7*7}} &lt;b&gt; &#60;b&#62;',
]
const EVIL = ATTACKS.join(' ')
/** A charter’s texts may hold no placeholder but their own. */
const yaml = (text: string) => JSON.stringify(text.replaceAll(/\{(?!target\})[^ ]*|(?<!target)\}+/g, ''))

const CHARTER = `
avow: 1
charter: evil
languages: [en, ar]
zone: Europe/Warsaw
title: { en: ${yaml(EVIL)}, ar: ${yaml(EVIL)} }
facts:
  channel: { one of: [email, form], says: { en: ${yaml(EVIL)} } }
  reason: { one of: [one, two], says: { en: ${yaml(EVIL)} }, values say: { one: { en: ${yaml(EVIL)} }, two: { en: ${yaml(EVIL)}, ar: ${yaml(EVIL)} } } }
calendars:
  office: { open: always, says: { en: ${yaml(EVIL)} } }
events:
  repair.booked: { says: { en: ${yaml(EVIL)} } }
  repair.done: { says: { en: ${yaml(EVIL)} } }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: { en: ${yaml(`${EVIL} {target}`)} }
    because: { en: ${yaml(EVIL)} }
    table: [{ reason: one, target: 1 h of office }, { target: 2 h of office }]
  - id: P2
    audience: public
    clock: { from: repair.booked, until: repair.done }
    says: { en: ${yaml(`${EVIL} {target}`)} }
    when: { reason: two }
    table: [{ target: 3 days }]
`

let site: TestSite
let paths: readonly string[]
let slip: string
beforeAll(async () => {
  site = await openSite({ charter: CHARTER, name: EVIL })
  const agent = await addAgent(site.app.desk.store, site.workspace, EVIL)
  const { ticket, number } = await site.run(async (tx) => {
    const customer = tx.newId()
    await tx.db
      .insertInto('person')
      .values({
        ...{ workspace_id: site.workspace, id: customer, kind: 'customer', name: EVIL, created_at: new Date(tx.now) },
        zone: EVIL,
      })
      .execute()
    const opened = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer,
      customerSays: { name: EVIL },
      facts: { reason: 'two' },
      message: { subject: EVIL, text: `${EVIL}\n\n${EVIL}`, quoted: EVIL, html: EVIL, language: '"><script>' },
    })
    const said = (value: string) => [{ part: 'text', person: customer, value }]
    await tx.append({ id: tx.newId(), ticket: opened.ticket, type: 'repair.booked', by: 'agent', person: agent })
    await tx.append({
      ...{ id: tx.newId(), ticket: opened.ticket, type: 'message.sent', by: 'agent', person: agent },
      content: said(EVIL),
    })
    return opened
  })
  await withFile(ticket)
  const link = (purpose: 'follow' | 'rate') => site.run((tx) => makeLink(tx, { ticket, purpose, days: 1 }))
  const [follow, rate] = [await link('follow'), await link('rate')]
  paths = ['', '/charter', '/charter/v/1', '/requests/new', `/requests/${follow}?opened`, `/requests/${rate}/rate/3`]
  slip = await site.run((tx) => renderSlip(tx, number, { language: 'ar', publicUrl: site.app.url }))
})
afterAll(() => site.close())

async function withFile(ticket: string): Promise<void> {
  const blob = await site.app.desk.blobs.put(site.workspace, [Buffer.from('bytes')])
  await transaction(site.app.desk.store, { workspace: site.workspace }, (tx) =>
    receiveMessage(tx, ticket, {
      subject: EVIL,
      text: EVIL,
      attachments: [{ blob, name: EVIL, type: 'text/html', isInline: false }],
    }),
  )
}

/** Elements and attributes that our own templates write. */
const ELEMENTS =
  'html head meta title link body a header p nav ul li main section h1 h2 h3 footer span bdi b br time div ol svg circle path line figure figcaption details summary table thead tbody tr th td small code form label input textarea select option button fieldset legend dl dt dd style'.split(
    ' ',
  )
const ATTRIBUTES =
  'lang dir charset name content rel href hreflang class id aria-label aria-labelledby aria-hidden aria-current aria-describedby aria-invalid role datetime title height width viewbox preserveaspectratio d cx cy r x y x1 x2 y1 y2 scope for type value required checked selected autocomplete maxlength rows tabindex method action accept-charset novalidate'.split(
    ' ',
  )

/** Whatever a browser would take for an element or an attribute that is not of ours. */
function strangeIn(markup: string): readonly string[] {
  const strange: string[] = []
  for (const [, element = '', rest = ''] of markup.matchAll(/<\/?([a-z!][^\s>/]*)((?:[^>"]|"[^"]*")*)>/gi)) {
    if (element.toLowerCase() === '!doctype') continue
    if (!ELEMENTS.includes(element.toLowerCase())) strange.push(element)
    for (const [, name = ''] of rest.matchAll(/([^\s=/"]+)(?:="[^"]*"|=[^\s"]+)?/g))
      if (!ATTRIBUTES.includes(name.toLowerCase())) strange.push(`${element} ${name}`)
  }
  return [
    ...strange,
    ...(markup.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []),
    ...(markup.match(/href="javascript/gi) ?? []),
  ]
}

describe.each(['/en', '/ar', '/pl'])('words that attack, on the pages of %s', (language) => {
  it('make no element, no attribute and no address', async () => {
    for (const path of paths) {
      const { text, status } = await site.get(`${language}${path}`)
      expect([path, status, strangeIn(text)]).toEqual([path, 200, []])
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })

  it('nor where a form sends them back', async () => {
    const sent = {
      name: EVIL,
      email: EVIL,
      subject: EVIL,
      message: EVIL,
      'fact.reason': EVIL,
      once: EVIL,
      website: EVIL,
    }
    const { text, status } = await site.post(`${language}/requests/new`, sent)
    expect([status, strangeIn(text)]).toEqual([422, []])
    expect(text).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
  })
})

it('words that attack make nothing on a slip', () => {
  expect(strangeIn(slip)).toEqual([])
  expect(slip).toContain('&lt;script&gt;')
})

it('the watch would see an attack', () => {
  for (const attack of ['<img src=x>', '<a onclick="x">', '<p style="x">', '<script>', '<a href="javascript:x">'])
    expect(strangeIn(attack).length).toBeGreaterThan(0)
})

it('addresses never come from what a caller says of the host', async () => {
  const { text } = await site.get('/en/charter', { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
  expect(text).not.toContain('evil.example')
})
