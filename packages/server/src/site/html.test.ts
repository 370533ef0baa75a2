import { describe, expect, it } from 'vitest'
import { html, joined, paragraphs, plain, textOf, theirs } from './html.ts'

describe('markup', () => {
  it('escapes whatever is put into it, in elements and in attributes', () => {
    expect(html`<a title="${'"><script>'}">${"<b>&'"}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</a>',
    )
  })

  it('takes markup as it is, lists piece by piece, and nothing for nothing', () => {
    expect(html`${[html`<i>${'<'}</i>`, '<', 1, null, undefined, false]}`.markup).toBe('<i>&lt;</i>&lt;1')
    expect(joined(['<', html`<br>`], html`<hr>`).markup).toBe('&lt;<hr><br>')
  })

  it('takes out what turns the direction of its surroundings, and controls', () => {
    expect(theirs('txt.\u202eexe\u2066\u0000\u2028').markup).toBe('<bdi>txt.exe</bdi>')
    expect(html`${'half \ud800 of one'}`.markup).toBe('half \ufffd of one')
  })

  it('makes paragraphs of lines, each in its own direction', () => {
    expect(paragraphs('one\ntwo\n\n\n<three>').markup).toBe(
      '<p dir="auto">one<br>two</p>\n<p dir="auto">&lt;three&gt;</p>',
    )
  })

  it('becomes text without its tags', () => {
    const piece = html`<b>${'a < b & "c"'}</b>`
    expect(plain(piece).markup).toBe('a &lt; b &amp; &quot;c&quot;')
    expect(textOf(piece)).toBe('a < b & "c"')
  })
})
