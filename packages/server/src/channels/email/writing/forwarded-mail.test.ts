import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHtml } from '../reading/index.ts'
import { writeForwarded } from './forwarded-mail.ts'

const FORWARDED = {
  text: 'See below.',
  signature: undefined,
  title: 'Forwarded message',
  language: 'en',
  messages: [{ head: ['From: \u2068Carla\u2069', 'Date: today'], text: 'It leaks.\n\nBadly.' }],
}

describe('what is forwarded', () => {
  it('is our words, then each message with its head, marked line by line', () => {
    expect(writeForwarded(FORWARDED)).toEqual({
      text: [
        'See below.',
        '---------- Forwarded message ----------',
        'From: \u2068Carla\u2069\nDate: today',
        '> It leaks.\n>\n> Badly.',
      ].join('\n\n'),
      html: [
        '<p dir="auto">See below.</p>',
        '<p lang="en" dir="ltr">---------- Forwarded message ----------</p>',
        '<p lang="en" dir="ltr">From: <bdi>Carla</bdi><br>\nDate: today</p>',
        '<blockquote style="margin:0;padding:0 12px;border-inline-start:2px solid #999"><p dir="auto">It leaks.</p>\n<p dir="auto">Badly.</p></blockquote>',
      ].join('\n'),
    })
  })

  it('has the signature above it, without the mark behind which mail programs fold', () => {
    const signature = { text: 'Care, \u2068Ana\u2069', language: 'ar' }
    const { text, html } = writeForwarded({ ...FORWARDED, text: '', signature })
    expect(text).toMatch(/^Care, \u2068Ana\u2069\n\n-{10} Forwarded/u)
    expect(text).not.toContain('\n-- \n')
    expect(html).toMatch(/^<p lang="ar" dir="rtl">Care, <bdi>Ana<\/bdi><\/p>/u)
  })

  it('makes no link of what somebody wrote', () => {
    const message = { head: [], text: 'https://evil.example and eve@evil.example' }
    expect(writeForwarded({ ...FORWARDED, messages: [message] }).html).not.toContain('<a ')
  })

  it('whatever was written, no line of it stands without its mark, and nothing of it is markup or turns direction', () => {
    const said = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('<', '>', '&', '"', "'", '\n', '\r', '\u2028', '\u202e', '\u2068', '\u2069', 'a', ' '),
      }),
    )
    fc.assert(
      fc.property(said, (text) => {
        const written = writeForwarded({ ...FORWARDED, messages: [{ head: ['H'], text }] })
        const quoted = written.text.split('\n\nH\n\n')[1] ?? ''
        for (const line of quoted.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u)) expect(line.startsWith('>')).toBe(true)
        expect(quoted).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
        const block = /<blockquote [^>]*>([\s\S]*)<\/blockquote>$/u.exec(written.html)?.[1] ?? ''
        expect(block.replaceAll(/<\/?p(?: dir="auto")?>|<br>/gu, '')).not.toMatch(/[<>]/u)
      }),
    )
  })

  it('comes through the cleaning of what leaves as it is', () => {
    const { html } = writeForwarded(FORWARDED)
    const safe = safeHtml(html).html
    expect(safe).toContain('<blockquote style="margin:0;padding:0 12px;border-inline-start:2px solid #999">')
    expect(safe).toContain('<bdi>Carla</bdi>')
  })
})
