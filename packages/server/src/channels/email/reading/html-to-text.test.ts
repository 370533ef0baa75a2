import { expect, it } from 'vitest'
import { htmlToText } from './html-to-text.ts'

it.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<div>One</div><div>Two<br>Three</div>', 'One\nTwo\nThree'],
  ['a <b>bold</b>\n   word', 'a bold word'],
  ['<ul><li>milk<li>tea</ul>', '- milk\n- tea'],
  ['<table><tr><td>Total</td><td>5 €</td></tr></table>', 'Total 5 €'],
  ['<a href="https://example.com/a">the form</a>', 'the form <https://example.com/a>'],
  ['<a href="https://example.com/">example.com</a>', 'example.com'],
  ['<a href="javascript:alert(1)">click</a>', 'click'],
  ['<img src="x.png" alt="a map">', 'a map'],
  ['<pre>  a\n    b</pre>', 'a\n    b'],
  ['1 &lt; 2 &amp;amp; &#x645;&nbsp;x', '1 < 2 &amp; م x'],
  ['<head><title>T</title><style>p{}</style></head><body>x<script>y</script></body>', 'x'],
  [
    '<p>Hi</p><blockquote><p>You wrote</p><blockquote>We wrote</blockquote></blockquote>',
    'Hi\n\n> You wrote\n>\n> > We wrote',
  ],
  ['', ''],
  ['<', '<'],
])('%j reads %j', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})

it('does not grow with depth', () => {
  const text = htmlToText(`${'<blockquote>'.repeat(10_000)}x`)
  expect(text.length).toBeLessThan(100)
})

it.each([
  ['very deep', `<p>Hello &amp; </p>${'<b>'.repeat(600_000)}<i>you</i>`],
  ['very long', `<p>Hello &amp; </p>${'<b></b>'.repeat(300_000)}<i>you</i>`],
])('still gives the words of what is %s', (_, html) => {
  expect(htmlToText(html)).toBe('Hello &\nyou')
})

it('takes very many links in one line', () => {
  expect(htmlToText('<a href="https://example.com/a">x</a>'.repeat(50_000))).toMatch(
    /^(?:x <https:\/\/example.com\/a>)+$/,
  )
})
