import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHtml } from '../reading/index.ts'
import { contactLinks, fencedNumbers, numberLink } from './contact-links.ts'

const hrefs = (text: string) => [...contactLinks(text).matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)
const bare = (html: string) => html.replace(/<a [^<>]*>|<\/a>/gu, '')

describe('lines that tell how somebody is reached', () => {
  it.each([
    ['https://mill.example/help', ['https://mill.example/help']],
    ['Mill · www.mill.example.', ['https://www.mill.example/']],
    ['www.mill.example/about-us, care@mill.example', ['https://www.mill.example/about-us', 'mailto:care@mill.example']],
    ['www.mill.example/?a=1&b=2', ['https://www.mill.example/?a=1&amp;b=2']],
    ['Tel. +44 20 7946 0018', ['tel:+442079460018']],
    ['Tel. +44 (0)20 7946-0018 (9–17)', ['tel:+442079460018']],
    ['+49/89/123.456.78', ['tel:+498912345678']],
    ['هاتف: +٩٦٦ ١١ ٢٣٤ ٥٦٧٨', ['tel:+966112345678']],
    ['+39 02\u00a01234\u202f567', ['tel:+39021234567']],
  ])('are linked: %j', (text, found) => {
    expect(hrefs(text)).toEqual(found)
    expect(bare(contactLinks(text)).replaceAll('&amp;', '&')).toBe(text)
  })

  it.each([
    'Company No. 01234567, VAT GB 123 4567 89',
    '020 7946 0018',
    '+12 345',
    '+1 2345 6789 0123 4567',
    'x+441234567890',
    'xwww.mill.example',
    'www.',
    'javascript:alert(1)',
  ])('are no links: %j', (text) => {
    expect(contactLinks(text)).toBe(text)
  })

  it('have one link where a number or a page stands in an address', () => {
    expect(hrefs('https://www.mill.example/?a=+441234567890')).toEqual(['https://www.mill.example/?a=+441234567890'])
    expect(hrefs('care+441234567890@www.mill.example')).toEqual(['mailto:care+441234567890@www.mill.example'])
  })

  it('are written from left to right in their links, and come through the cleaning of what leaves', () => {
    const html = contactLinks('www.mill.example +44 20 7946 0018')
    expect(html).toBe(
      '<a dir="ltr" href="https://www.mill.example/" target="_blank" rel="noopener noreferrer">www.mill.example</a> ' +
        '<a dir="ltr" href="tel:+442079460018">+44 20 7946 0018</a>',
    )
    const safe = safeHtml(html).html
    expect(safe).toContain('href="tel:+442079460018"')
    expect(safe.match(/dir="ltr"/gu)).toHaveLength(2)
  })

  it('are escaped whatever they say', () => {
    const anything = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '+',
        '1',
        '23',
        ' ',
        'www.',
        'a',
        '.',
        '@',
        '/',
        'https://',
        '٤',
        '(',
        ')',
      ),
    })
    fc.assert(
      fc.property(anything, (text) => {
        expect(bare(contactLinks(text))).not.toMatch(/[<>]/u)
        const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }
        const said = bare(contactLinks(text)).replace(/&(?:lt|gt|quot|#39|amp);/gu, (each) => entities[each as '&lt;'])
        expect(said).toBe(text)
      }),
    )
  })
})

it('a number alone is a link, and nothing beside it', () => {
  expect(numberLink('+44 20 7946 0018')).toBe('<a dir="ltr" href="tel:+442079460018">+44 20 7946 0018</a>')
  for (const text of ['Ana', '+44 20 7946 0018 Ana', '']) expect(numberLink(text)).toBeUndefined()
})

it('numbers are fenced in for lines that run the other way', () => {
  expect(fencedNumbers('هاتف: +966 11 234 5678، أو 920 00 11 22')).toBe(
    'هاتف: \u2068+966 11 234 5678\u2069، أو 920 00 11 22',
  )
})
