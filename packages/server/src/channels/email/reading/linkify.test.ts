import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeHtml, linkify } from './linkify.ts'

const link = (href: string, text = href): string =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`

it.each([
  ['see https://example.com/a', `see ${link('https://example.com/a')}`],
  ['(https://example.com/a).', `(${link('https://example.com/a')}).`],
  ['https://example.com/a_(b)', link('https://example.com/a_(b)')],
  ['https://example.com/?a=1&b=2', link('https://example.com/?a=1&amp;b=2')],
  ['HTTP://EXAMPLE.com/A', link('http://example.com/A', 'HTTP://EXAMPLE.com/A')],
  ['انظر https://example.com/a؟', `انظر ${link('https://example.com/a')}؟`],
  ['write to ada@example.com.', `write to ${link('mailto:ada@example.com', 'ada@example.com')}.`],
  ['mailto:ada@example.com', link('mailto:ada@example.com')],
])('%j', (text, html) => {
  expect(linkify(text)).toBe(html)
})

it('ends an address at a quotation mark', () => {
  expect(linkify('http://x?"onmouseover="alert(1)')).toBe(
    `${link('http://x/', 'http://x')}?&quot;onmouseover=&quot;alert(1)`,
  )
})

it('shows markup as text', () => {
  expect(linkify('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;')
})

it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'ftp://example.com', 'x@y'])(
  'makes no link of %s',
  (text) => {
    expect(linkify(text)).toBe(escapeHtml(text))
  },
)

it('shows nothing but the text, in any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('http://', 'https://x.example/', '"', "'", '<', '>', '&', '&quot;', '@', 'mailto:', ')', ' ', '\n'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const html = linkify(text)
      const bare = html.replace(/<a href="[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>/g, '')
      expect(bare).toBe(escapeHtml(text))
    }),
  )
})

it.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['at signs', 'a@'.repeat(500_000)],
  ['addresses', 'http://'.repeat(150_000)],
  ['brackets', `https://x/${')'.repeat(1_000_000)}`],
])('takes a line of a million characters: %s', (_, text) => {
  expect(linkify(text).length).toBeGreaterThanOrEqual(text.length)
})
