import { describe, expect, it } from 'vitest'
import { html, joined, theirId, theirs } from './html.ts'

describe('html', () => {
  it('escapes what is put in, in elements and attributes', () => {
    const text = `</script><img src=x onerror="alert('1')">&`
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
    )
  })

  it('leaves markup made by itself alone, at any depth', () => {
    const item = html`<li>${'a & b'}</li>`
    expect(html`<ul>${[item, [item]]}${joined([item, item], ', ')}</ul>`.markup).toBe(
      '<ul><li>a &amp; b</li><li>a &amp; b</li><li>a &amp; b</li>, <li>a &amp; b</li></ul>',
    )
  })

  it('leaves nothing for what is not there', () => {
    expect(html`${null}${undefined}${false}${0}${''}`.markup).toBe('0')
  })

  it('takes out controls, halves of characters, and marks that turn the direction', () => {
    expect(html`${'a\u0000b\u202ec\u2066d\u2069e\u0007\ufefff\u2028g\n\ud800'}`.markup).toBe('abcdefg\n\ufffd')
  })
})

describe('texts of others', () => {
  it('stand apart, with their own direction; ids from left to right', () => {
    expect(theirs('مرحبا').markup).toBe('<bdi>مرحبا</bdi>')
    expect(theirId('INC-1').markup).toBe('<bdi dir="ltr">INC-1</bdi>')
  })

  it('are cut where they would flood the page, never through a character', () => {
    const long = theirs('😀'.repeat(10_000)).markup
    expect(long.length).toBeLessThan(300)
    expect(long.isWellFormed()).toBe(true)
    expect(long).toContain('…')
  })
})
