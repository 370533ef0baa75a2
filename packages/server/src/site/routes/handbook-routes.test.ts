import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText } from '../../../test/pdf-text.ts'
import { CHROMIUM, testPrints } from '../../../test/prints.ts'
import { INSIDE, INSIDE_TIMES, MIXED } from '../../../test/site/mixed-charter.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { publishCharter } from '../../features/charters/index.ts'
import { LANGUAGES } from '../languages.ts'

const LONG = 240_000

let site: TestSite
beforeAll(async () => {
  site = await openSite({ charter: MIXED, name: 'Tom & <Jerry>' })
})
afterAll(() => site?.close())

const wordsOf = (text: string) => text.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, '').replaceAll(/\s+/g, ' ')

describe('the public handbook', () => {
  it('has the whole public charter on one page, with contents that lead to each clause', async () => {
    const { text, status } = await site.get('/en/charter/handbook')
    expect(status).toBe(200)
    const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 'content')
    expect(anchors).toEqual(
      expect.arrayContaining(['clause-P1', 'clause-R1', 'clause-V1', 'clause-X1', 'clause-C1', 'calendar-office']),
    )
    for (const id of anchors) expect(text).toContain(`id="${id}"`)
    const words = wordsOf(text)
    for (const told of [
      'What we &lt;b&gt;promise&lt;/b&gt;',
      'Public edition',
      'Version 1',
      'In force since 1 Jan 2020',
      'A person &lt;i&gt;answers&lt;/i&gt; within the time promised.',
      '4 hours of office hours',
      'Because &amp; because',
      'ContactCall 800 1234.',
      'Refund and present',
      'We &lt;keep&gt; our word.',
      'Ask the maker.',
      'Monday to Friday',
      '09:00–17:00',
    ])
      expect(words).toContain(told)
    expect(text).not.toContain('<script')
  })

  it.each(LANGUAGES)('is there in %s, linked from the charter', async (language) => {
    const { text } = await site.get(`/${language}/charter/handbook`)
    expect(text).toContain(`<html lang="${language}"`)
    expect((await site.get(`/${language}/charter`)).text).toContain(`href="/${language}/charter/handbook"`)
    // Nothing is left over that has no words.
    expect(wordsOf(text)).not.toMatch(/(?:edition|handbook|term|given|clause)\.[a-z-]+/)
  })

  it('is Markdown that says the same, and reads nothing as markup', async () => {
    const { text, headers } = await site.get('/en/charter/handbook.md')
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(text).toContain('# What we \\<b\\>promise\\</b\\>')
    expect(text).toContain('- [P1 First answer](#clause-P1)')
    expect(text).toContain('<a id="clause-P1"></a>')
    expect(text).toMatch(
      /\| Size \| Time promised \|\n\| --- \| --- \|\n\| a \\<small\\> one \| 4 hours of office hours \|\n\| everything else \| 8 hours of office hours \|/,
    )
  })

  it('is there for every version; for one that is none it is not', async () => {
    await site.run((tx) =>
      publishCharter(tx, { source: MIXED.replace('4 h of office', '2 h of office'), zoneData: 'test' }),
    )
    expect(wordsOf((await site.get('/charter/v/1/handbook')).text)).toContain('4 hours of office hours')
    expect(wordsOf((await site.get('/charter/handbook')).text)).toContain('2 hours of office hours')
    expect((await site.get('/charter/v/1/handbook.md')).text).toContain('4 hours of office hours')
    for (const path of [
      '/charter/v/9/handbook',
      '/charter/v/x/handbook',
      '/charter/v/9/handbook.md',
      '/charter/v/9/handbook.pdf',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404])
  })

  it('tells in plain words where no PDF can be made', async () => {
    const { status, text } = await site.get('/en/charter/handbook.pdf')
    expect(status).toBe(501)
    expect(text).toContain('This server cannot make one. Open the page and print it')
  })
})

describe.skipIf(CHROMIUM === undefined)('the public handbook as PDF', () => {
  it('has the words of the page and not one that is not public; it is made once, and not too often', {
    timeout: LONG,
  }, async () => {
    const printing = await openSite({ charter: MIXED, desk: { prints: testPrints(CHROMIUM ?? '') } })
    const bytes = async (path: string) => {
      const answer = await fetch(`${printing.app.url}${path}`)
      return {
        status: answer.status,
        type: answer.headers.get('content-type'),
        body: Buffer.from(await answer.arrayBuffer()),
      }
    }
    const first = await bytes('/en/charter/handbook.pdf')
    expect([first.status, first.type]).toEqual([200, 'application/pdf'])
    const text = pdfText(first.body)
    expect(text).toContain('Public edition')
    expect(text).toContain('Ask the maker')
    expect(text).not.toMatch(INSIDE)
    expect(text).not.toMatch(INSIDE_TIMES)
    expect((await bytes('/en/charter/handbook.pdf')).body.equals(first.body)).toBe(true)
    await printing.close()
  })
})
