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

  it('says how a promise with several targets is counted, and its times in its own unit', () => {
    expect(words(report)).toContain('A person answers you within 30 min to 2 h, by row .')
    expect(words(report)).toContain('Half within (opening time)')
    expect(words(report)).toMatch(/Half within 60 h open \( 7\.5 working days \)/)
    expect(words(report)).not.toMatch(/By row of the promise.*By row of the promise/)
  })

  it('M2: says what became of those that were not done and still count', () => {
    expect(words(report)).toContain('1 of the broken ones is still not done; it counts with the time waited so far.')
  })

  it('M5: says once where the history does not tell who had the ticket', () => {
    const says = 'This history does not tell who had the ticket'
    expect(words(report).split(says)).toHaveLength(2)
    const assigned = { ticket: 'B1', type: 'ticket.assigned', at: '2026-12-21T08:30:00Z', to: 'anna' }
    expect(words(page([...answered('B1', 130), assigned]))).not.toContain(says)
    expect(words(page([...answered('B1', 130), assigned]))).toContain('Unassigned 30 min')
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

describe('a long ledger', () => {
  const many = Array.from({ length: 700 }, (_, index) => answered(`Q${index}`, 200 + index)).flat()
  const report = page(many)

  it('shows some at first, and folds the others away', () => {
    const [shown = '', folded = ''] = report.split('<details id="rest">')
    expect(shown.match(/<li class="entry"/g)).toHaveLength(25)
    expect(folded.match(/<li class="entry"/g)).toHaveLength(475)
  })

  it('tells under each entry why, or the command that does', () => {
    const entries = report.split('<li class="entry"').slice(1)
    const commands = entries.filter((entry) => /npx avow explain CHARTER --ticket FILE --id Q\d+</.test(entry))
    const whys = entries.filter((entry) => entry.includes('class="why"'))
    expect(commands.length + whys.length).toBe(500)
    if (commands.length > 0)
      expect(words(report)).toContain(`The page has room for the why of ${whys.length} of these 500`)
  })
})

describe('a settling that a reopening took back', () => {
  const at = (text: string) => ({ ticket: 'R1', at: `2026-12-${text}:00Z` })
  const reopened = [
    { ...at('01T08:00'), type: 'ticket.created', facts: { channel: 'email' } },
    { ...at('08T09:00'), type: 'message.sent' },
    { ...at('08T09:00'), type: 'status.changed', to: 'solved' },
    { ...at('10T09:00'), type: 'message.received' },
  ]
  const again = [
    { ...at('14T10:00'), type: 'message.sent' },
    { ...at('14T10:00'), type: 'status.changed', to: 'solved' },
  ]

  it('is told, and up to which settling it was late', () => {
    const text = words(page([...reopened, ...again]))
    expect(text).toContain('First settled on Tue, 8 Dec 2026, 10:00.')
    expect(text).toContain('On Thu, 10 Dec 2026, 10:00 the ticket was reopened.')
    expect(text).toContain('up to the last settling')
    expect(text).toContain('after the reopening settled on Mon, 14 Dec 2026, 11:00')
  })

  it('is not done where nothing followed', () => {
    const text = words(page(reopened))
    expect(text).toContain('Reopened and not done yet')
    expect(text).toContain('since the reopening still not settled')
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
