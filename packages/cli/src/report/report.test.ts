import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answered, type Line, smallInput } from '../../test/report/small-report.ts'
import { reportHtml } from './index.ts'

const NOW = '2026-12-30T12:00:00Z'
const page = (lines: readonly Line[], language: 'en' | 'ar' = 'en') => reportHtml(smallInput(lines, NOW), language)
const words = (markup: string) =>
  markup
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<span lang=ar>[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const kept = Array.from({ length: 40 }, (_, index) => answered(`K${index}`, 60 + index)).flat()
const broken = [...answered('B1', 130), ...answered('B2', null), ...answered('B3', 31, { channel: 'chat' })]

describe('the report', () => {
  const report = page([...kept, ...broken])

  it('is one file: nothing is fetched from anywhere', () => {
    const addresses = [...report.matchAll(/(?:src|href|action|data)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(address).toMatch(/^#/)
    for (const [, address] of report.matchAll(/url\(([^)]*)\)/g)) expect(address).toBe('#hatch')
    expect(report).not.toMatch(/@import|https?:/)
  })

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(report)?.[1]?.replaceAll('&#39;', "'") ?? ''
    const hash = (name: string) =>
      createHash('sha256')
        .update(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(report)?.[1] ?? '')
        .digest('base64')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(report).not.toMatch(/ style=| on[a-z]+=/)
  })

  it('names each promise with its share, and what the charter says', () => {
    expect(words(report)).toContain('A person answers you within the time promised')
    expect(words(report)).toContain('93.0% Share kept')
    expect(words(report)).toMatch(/None of these tickets falls under this promise/)
  })

  it('lists what was broken, the worst first, with sums that add up and a why', () => {
    const order = [...report.matchAll(/data-ticket="([^"]*)"/g)].map(([, ticket]) => ticket)
    // P2 broke for all, and for longer than P1.
    expect(order.filter((ticket) => ticket?.startsWith('B')).length).toBe(6)
    expect(order.at(-1)).toBe('B3')
    expect(words(report)).toContain('Broken by 1 minute')
    expect(words(report)).toContain(
      'Broken: due Mon, 21 Dec 2026, 11:00, and done on Mon, 21 Dec 2026, 11:10, 10 min late.',
    )
    expect(words(report)).toContain('Not done yet')
  })

  it('M3: the public page shows a share for thirty or more, none for fewer', () => {
    const publicPage = (text: string) => text.slice(text.indexOf('The public page, as it would look'))
    expect(publicPage(words(report))).toContain('93.0% kept')
    const few = publicPage(words(page(kept.slice(0, 40))))
    expect(few).toContain('Too few to say: 20 commitments fell due.')
    expect(few).not.toContain('% kept')
  })

  it('opens in the language asked for, and holds the other', () => {
    const arabic = page(kept, 'ar')
    expect(arabic).toContain('<html lang="ar" dir="rtl"')
    expect(arabic).toContain('<title>اختبار كيف نخدمكم على السجل السابق</title>')
    expect(arabic).toContain('<span lang=en>Share kept</span>')
  })

  it('says what was read, and what could not be judged', () => {
    const text = words(page([{ ticket: 'X', type: 'note.added', at: NOW }, ...answered('B1', 5, { tier: 'platinum' })]))
    expect(text).toContain('Every line was used.')
    expect(text).toContain('Tickets without a creation, which have no commitments 1')
    expect(text).toContain('does not fit its type')
  })
})

describe('hostile input', () => {
  const HOSTILE = '</script><script>alert(1)</script>\u202e<img src=x onerror=alert(2)>"\'&\u0000'

  it('becomes text: in ids, values, and what is written into attributes', () => {
    const report = page([...answered(HOSTILE, null, { channel: HOSTILE, tier: HOSTILE }), ...kept])
    expect(report.match(/<script>/g)).toHaveLength(1)
    expect(report.match(/<img/g)).toBeNull()
    expect(report).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
    expect(report).not.toContain('\u202e')
    expect(report).not.toContain('\u0000')
  })

  it('a ticket id of a megabyte does not make a page of many', () => {
    const long = 'x'.repeat(1_000_000)
    expect(page(answered(long, null)).length).toBeLessThan(1_000_000)
  })
})

describe('a history without anything', () => {
  it('is told as such', () => {
    const text = words(page([]))
    expect(text).toContain('No promise was broken in this history.')
    expect(text).toContain('Nothing fell due in these days')
  })
})
