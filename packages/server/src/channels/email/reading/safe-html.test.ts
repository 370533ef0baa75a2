import { describe, expect, it } from 'vitest'
import { safeHtml } from './safe-html.ts'

const html = (given: string): string => safeHtml(given).html

describe('what stays', () => {
  it.each([
    '<p dir="rtl" lang="ar">مرحبا</p>',
    '<table width="600" bgcolor="#ffffff"><tbody><tr><td colspan="2" align="center">x</td></tr></tbody></table>',
    '<span style="color:red;font-size:12px">x</span>',
    '<div style="margin:0 auto;border:1px solid #ccc">x</div>',
    '<blockquote>quoted</blockquote>',
    '<ul><li>a</li></ul>',
  ])('%s', (given) => {
    expect(html(given)).toBe(given)
  })

  it.each([
    ['https://example.com/a?b=1&amp;c=2', 'https://example.com/a?b=1&amp;c=2'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    ['tel:+39061', 'tel:+39061'],
  ])('a link to %s', (given, href) => {
    expect(html(`<a href="${given}" id="x" name="y" class="z">x</a>`)).toBe(
      `<a href="${href}" target="_blank" rel="noopener noreferrer">x</a>`,
    )
  })

  it('the text of elements that go', () => {
    expect(html('<form><button>Send</button> <custom-tag>me</custom-tag></form>')).toBe('Send me')
  })
})

describe('what goes', () => {
  it.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<style>@import "//evil.example"</style>x', 'x'],
    ['<title>t</title>x', 'x'],
    ['<xmp><img src=x onerror=alert(1)></xmp>x', 'x'],
    ['<img src=x onerror=alert(1)>', '<img />'],
    ['<p id="body" name="forms" class="app-header" onclick="x()">x</p>', '<p>x</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="&#106;ava&#10;script&colon;alert(1)">x</a>', '<a>x</a>'],
    ['<a href="\u0001javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="/tickets/delete">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['<bdo dir="rtl">exe.txt</bdo>', 'exe.txt'],
    ['<p style="position:fixed;top:0;color:red">x</p>', '<p style="color:red">x</p>'],
    ['<p style="background:url(//evil.example)">x</p>', '<p>x</p>'],
    ['<p style="background-image:url(//evil.example)">x</p>', '<p>x</p>'],
    ['<p style="color:expression(alert(1))">x</p>', '<p>x</p>'],
    ['<p style="color:r\\65 d">x</p>', '<p>x</p>'],
    ['<p style="margin-top:-500px">x</p>', '<p>x</p>'],
    ['<p style="color:red}body{display:none">x</p>', '<p style="color:red">x</p>'],
    ['<p dir="x" lang="a&quot;b" align="evil">x</p>', '<p>x</p>'],
    ['<p style="unicode-bidi:bidi-override;direction:rtl">x</p>', '<p style="direction:rtl">x</p>'],
    ['<!--[if mso]><p>x</p><![endif]-->y', 'y'],
  ])('%s', (given, expected) => {
    expect(html(given)).toBe(expected)
  })
})

describe('pictures', () => {
  it('of the mail itself are asked of the caller', () => {
    const asked = new Map([['logo@x', '/api/v1/attachments/1']])
    const options = { addressOfContent: (id: string) => asked.get(id) }
    expect(
      safeHtml('<img src="cid:logo@x" alt="logo"><img src="CID:logo%40x"><img src="cid:other" alt="">', options),
    ).toEqual({
      html: '<img alt="logo" src="/api/v1/attachments/1" /><img src="/api/v1/attachments/1" /><img alt="" />',
      hasRemoteImages: false,
      tooLarge: false,
    })
  })

  it('on a server wait to be asked for', () => {
    const { html, hasRemoteImages } = safeHtml(
      '<img src="//example.com/a.png" srcset="https://example.com/b.png 2x" width=1>',
    )
    expect([html, hasRemoteImages]).toEqual(['<img width="1" data-src="https://example.com/a.png" />', true])
  })

  it('never bring their own data-src', () => {
    expect(html('<img data-src="https://evil.example/">')).toBe('<img />')
    expect(html('<p data-src="https://evil.example/" src="x">y</p>')).toBe('<p>y</p>')
  })

  it('written into the mail stay where they are made of dots', () => {
    expect(html('<img src="data:image/png;base64,AAAA">')).toBe('<img src="data:image/png;base64,AAAA" />')
    expect(html('<img src="data:image/svg+xml;base64,AAAA">')).toBe('<img />')
    expect(html('<img src="data:image/png;base64,AAAA,<svg>">')).toBe('<img />')
  })
})

describe('size', () => {
  it('of 20,000 nested elements is flattened', () => {
    const { html } = safeHtml(`${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}`)
    expect(html).toBe(`${'<div>'.repeat(256)}words${'</div>'.repeat(256)}`)
  })

  it.each([
    ['elements', '<b>'.repeat(600_000)],
    ['tables', '<table><tr><td>'.repeat(130_000)],
    ['closing tags without an opening one', `${'<b>'.repeat(20_000)}${'</i>'.repeat(400_000)}`],
  ])('of very many nested %s is too large', (_, given) => {
    expect(safeHtml(given)).toEqual({ html: '', hasRemoteImages: false, tooLarge: true })
  })

  it('of one line may be a megabyte', () => {
    const line = 'word &amp; '.repeat(95_000)
    expect(html(line)).toBe(line)
  })

  it('has an end', () => {
    expect(safeHtml('x'.repeat(2_000_001))).toEqual({ html: '', hasRemoteImages: false, tooLarge: true })
  })

  it('of a style has one too', () => {
    expect(html(`<p style="${'color:red;'.repeat(1000)}">x</p>`)).toBe('<p>x</p>')
  })
})
