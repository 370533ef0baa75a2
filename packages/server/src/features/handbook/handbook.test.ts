import { readFileSync } from 'node:fs'
import { LANGUAGES } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'
import { transaction } from '../../db/index.ts'
import { prepareVersion, publishCharter } from '../charters/index.ts'
import { publicParts, staffParts } from './read-edition.ts'
import { markdownOf, pageOf } from './write-handbook.ts'

const UTILITY = readFileSync(new URL('../../../../../charters/utility.yaml', import.meta.url), 'utf8')
const compiled = (source: string) => prepareVersion(source, { now: Date.UTC(2026, 10, 22), zoneData: 'test' }).charter
const wordsOf = (text: string) => text.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, '').replaceAll(/\s+/g, ' ')

describe('the edition for staff', () => {
  const charter = compiled(UTILITY)
  const source = { charter, parts: staffParts(charter), company: 'Brda' }

  it('has every clause of the charter, its calendars with their dates, and its examples', () => {
    const page = pageOf(source, 'en')
    for (const { id } of source.parts.clauses) expect(page).toContain(`id="clause-${id}"`)
    const words = wordsOf(page)
    for (const told of [
      'Edition for staff',
      'Not published',
      'hours of the phone line',
      '6 Jan 2026',
      'Holidays are known until 31 Dec 2027.',
      'Monday',
      'Examples',
      'The charter says',
    ])
      expect(words).toContain(told)
    expect(words).not.toContain('{target}')
  })

  it.each(LANGUAGES)('has words for everything in %s, as page and as Markdown', (language) => {
    for (const text of [wordsOf(pageOf(source, language)), markdownOf(source, language)])
      expect(text).not.toMatch(
        /\b(?:edition|handbook|term|given|clause|cell|step|measure|state)\.[a-z-]+\b(?!\.example)/,
      )
  })

  it('says as Markdown what the page says', () => {
    const words = (text: string) => new Set(text.match(/[\p{L}\p{N}]+/gu))
    const onPage = words(pageOf(source, 'pl').replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>|&\w+;/g, ' '))
    const inMarkdown = words(markdownOf(source, 'pl').replaceAll('\\', ''))
    expect([...onPage].filter((word) => !inMarkdown.has(word) && word !== 'Brda')).toEqual([])
  })

  it('is written in less than a second for five hundred clauses', () => {
    const clause = (n: number) =>
      `  - { id: M${n}, audience: staff, clock: resolution, when: { channel: email }, says: { en: "Matter ${n} within {target}." }, table: [{ target: ${n} h of office }] }`
    const many = UTILITY.replace(
      /^promises:\n/m,
      `promises:\n${Array.from({ length: 500 }, (_, n) => clause(n + 1)).join('\n')}\n`,
    )
    const views = staffParts(compiled(many)).clauses
    expect(views.length).toBe(staffParts(charter).clauses.length + 500)
    const start = performance.now()
    const page = pageOf({ charter, parts: { ...source.parts, clauses: views }, company: '' }, 'en')
    expect(page).toContain('id="clause-M500"')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('the edition for everybody', () => {
  it('has of the same charter what is public alone', () => {
    const charter = compiled(UTILITY)
    const { clauses, examples } = publicParts(charter)
    expect(examples).toEqual([])
    expect(clauses.every(({ audience }) => audience === 'public')).toBe(true)
    expect(new Set(clauses.map(({ kind }) => kind))).not.toContain('authority')
    expect(clauses.flatMap(({ terms }) => terms.map(({ name }) => name))).not.toContain('owner')
  })
})

describe('the handbook of staff at the API', () => {
  const CHARTER = `${ALWAYS_OPEN}
remedies:
  - { id: R1, audience: duty-manager, table: [{ allow: [refund] }] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 100 EUR }
`
  let d: DraftDesk
  beforeAll(async () => {
    d = await openDraftDesk(CHARTER)
  })
  afterAll(() => d?.close())
  const edition = async (who: { readonly cookie: string }, query = '') => {
    const answer = await d.app.ask('GET', `/api/v1/handbook/edition${query}`, { cookie: who.cookie })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  it('has for each the clauses that are for them', async () => {
    const page = await edition(await d.hire(['agent'], ['agent']))
    expect([page.status, page.headers.get('content-disposition')]).toEqual([200, 'inline'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.text).toContain('id="clause-A1"')
    expect(page.text).not.toContain('clause-R1')
    expect((await edition(await d.hire(['lead']), '?format=md')).text).toMatch(/### R1[\s\S]*### A1/)
  })

  it('is there for every version, in the language asked for, and refused where there is none', async () => {
    await transaction(d.app.desk.store, { workspace: d.app.workspace }, (tx) =>
      publishCharter(tx, { source: CHARTER.replace('100 EUR', '120 EUR'), zoneData: 'test' }),
    )
    const lead = await d.hire(['lead'])
    expect((await edition(lead, '?language=it')).text).toContain('120,00')
    expect((await edition(lead, '?version=1&language=it&format=md')).text).toContain('100,00')
    expect((await edition(lead, '?version=7')).status).toBe(404)
    const { status, text } = await edition(lead, '?format=pdf')
    expect([status, JSON.parse(text)]).toMatchObject([501, { code: 'no-pdf' }])
    const stranger = await d.app.ask('GET', '/api/v1/handbook/edition')
    expect(stranger.status).toBe(401)
  })
})
