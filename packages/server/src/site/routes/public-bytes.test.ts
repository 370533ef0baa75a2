/**
 * Walks every public address, as they are registered, and looks at each byte for what is not public. (The API answers nobody who
 * is not signed in: test/security/access-matrix.)
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText } from '../../../test/pdf-text.ts'
import { CHROMIUM, testPrints } from '../../../test/prints.ts'
import { INSIDE, INSIDE_TIMES, MIXED } from '../../../test/site/mixed-charter.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { addRequest } from '../../../test/site/site-workspace.ts'
import { publishCharter } from '../../features/charters/index.ts'
import { makeLink } from '../../features/links/index.ts'
import { receiveMessage } from '../../features/tickets/index.ts'
import { registerSite } from '../register-site.ts'

const LONG = 300_000

let site: TestSite
/** Every address that a GET is served at, as it is registered. */
const patterns = new Set<string>()
/** What stands for a parameter of an address. A route with another one needs a sample here. */
let samples: Readonly<Record<string, readonly string[]>>

beforeAll(async () => {
  site = await openSite({
    charter: MIXED,
    ...(CHROMIUM === undefined ? {} : { desk: { prints: testPrints(CHROMIUM) } }),
    site: async (app, desk) => {
      app.addHook('onRoute', ({ method, url }) => {
        if ([method].flat().includes('GET')) patterns.add(url)
      })
      await registerSite(app, desk)
    },
  })
  await site.run((tx) =>
    publishCharter(tx, { source: MIXED.replace('target: 7 min of', 'target: 17 min of'), zoneData: 'test' }),
  )
  const { ticket } = await site.run((tx) => addRequest(tx, site.agent, { ago: 3_600_000 }))
  const token = await site.run((tx) => makeLink(tx, { ticket, purpose: 'follow', days: 1 }))
  // A file that came in is not served to who has the link.
  const blob = await site.app.desk.blobs.put(site.workspace, [Buffer.from('kept-inside: what came in')])
  const file = await site.run(async (tx) => {
    const attachment = { blob, name: 'bill.txt', type: 'text/plain', isInline: false }
    await receiveMessage(tx, ticket, { subject: 'Re', text: 'With a bill.', attachments: [attachment] })
    const kept = tx.db.selectFrom('attachment').select('id').where('workspace_id', '=', tx.workspace)
    return (await kept.executeTakeFirstOrThrow()).id
  })
  samples = {
    slug: ['first'],
    language: ['en', 'ar'],
    version: ['1', '2', '1.json', '2.json'],
    token: [token],
    file: [file],
    score: ['5'],
  }
})
afterAll(() => site?.close())

/** Every address of a pattern, with each of the samples. */
function addressesOf(pattern: string): readonly string[] {
  const [, before = '', name = '', after = ''] = /^(.*?):(\w+)(?:\(\^.*?\$\))?(.*)$/.exec(pattern) ?? []
  if (name === '') return [pattern]
  const known = samples[name]
  if (known === undefined) throw new Error(`${pattern}: give a sample for :${name}`)
  return known.flatMap((value) => addressesOf(`${before}${value}${after}`))
}

describe('what is not public', () => {
  it('stands in no byte that is given to who is not signed in: page, JSON, Markdown, PDF', {
    timeout: LONG,
  }, async () => {
    expect(patterns.size).toBeGreaterThan(20)
    const seen = new Map<string, string>()
    for (const path of [...patterns].flatMap(addressesOf)) {
      const answer = await fetch(`${site.app.url}${path}`, { redirect: 'manual', headers: { 'accept-language': 'en' } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const type = answer.headers.get('content-type') ?? ''
      const text = type === 'application/pdf' ? pdfText(bytes) : bytes.toString('utf8')
      const headers = JSON.stringify([...answer.headers])
      expect([path, INSIDE.exec(`${headers} ${text}`)?.[0]]).toEqual([path, undefined])
      expect([path, INSIDE_TIMES.exec(text)?.[0]]).toEqual([path, undefined])
      if (answer.status === 200) seen.set(path, type)
    }
    // They were there, and not refused.
    for (const path of [
      '/charter',
      '/charter.json',
      '/charter/v/1.json',
      '/charter/changes',
      '/requests/new',
      '/ar/charter',
    ])
      expect([...seen.keys()]).toContain(path)
    for (const path of ['/charter/handbook', '/w/first/ar/charter/handbook', '/charter/v/1/handbook.md'])
      expect([...seen.keys()]).toContain(path)
    if (CHROMIUM !== undefined) expect(seen.get('/charter/handbook.pdf')).toBe('application/pdf')
  })

  it('is found where it stands: the staff edition has it', async () => {
    const key = await site.app.keyFor(['lead'], site.workspace)
    const answer = await site.app.ask('GET', '/api/v1/handbook/edition?format=md', { key })
    const text = await answer.text()
    for (const id of ['P', 'E', 'R', 'V', 'O', 'X', 'C', 'D', 'G', 'T', 'L', 'A'])
      expect(text).toContain(`KEPT-INSIDE-${id}`)
  })
})
