import { describe, expect, it } from 'vitest'
import { smallInput } from '../../test/report/small-report.ts'
import { html } from './html.ts'
import { partsThatAddUp } from './lengths.ts'
import { inBoth, Tongue } from './tongue.ts'

const { charter } = smallInput([], '2026-12-22T12:00:00Z')
const en = new Tongue('en', charter)
const ar = new Tongue('ar', charter)
const plain = ({ markup }: { markup: string }) => markup.replace(/<[^>]*>/g, '')

describe('numbers', () => {
  it('a share that is not all is never shown as all, nor a little as nothing', () => {
    expect([1, 0.9999, 0.5, 0.00001, 0].map((share) => en.percent(share))).toEqual([
      '100.0%',
      '99.9%',
      '50.0%',
      '0.1%',
      '0.0%',
    ])
  })

  it('have the same digits in both languages', () => {
    expect(ar.number(12_345.5)).toBe('12,345.5')
  })
})

describe('times', () => {
  it('are those of the charter’s zone, with seconds where there are some', () => {
    expect(plain(en.instant(Date.parse('2026-12-23T15:30:00Z')))).toBe('Wed, 23 Dec 2026, 16:30')
    expect(plain(en.instant(Date.parse('2026-07-23T15:30:05Z')))).toBe('Thu, 23 Jul 2026, 17:30:05')
    expect(plain(ar.dateOf(Date.parse('2026-12-23T23:30:00Z')))).toBe('24 ديسمبر 2026')
  })

  it('a span says once what both ends have in common', () => {
    expect(plain(en.span(Date.parse('2026-12-23T08:00:00Z'), Date.parse('2026-12-23T16:00:00Z')))).toMatch(
      /^Wed, 23 Dec 2026, 09:00\s?–\s?17:00$/,
    )
  })
})

describe('lengths', () => {
  const MINUTE = 60_000
  it.each([
    [0, '0 min'],
    [1, '0.001 s'],
    [59_400, '59 s'],
    [9 * MINUTE + 59_600, '10 min'],
    [45 * MINUTE + 12_000, '45 min 12 s'],
    [70 * MINUTE, '1 h 10 min'],
    [60 * 60 * MINUTE, '60 h'],
  ])('%i ms of opening time is %s', (ms, wanted) => {
    expect(plain(en.length(ms))).toBe(wanted)
  })

  it.each([
    [47 * 60 * MINUTE, '47 h'],
    [(49 * 60 + 5) * MINUTE, '2 d 1 h 5 min'],
    [0, '0 min'],
  ])('%i ms by the clock on the wall is %s', (ms, wanted) => {
    expect(plain(en.wall(ms))).toBe(wanted)
  })

  it.each([
    [1, '0.001 seconds', '0.001 ثانية'],
    [90_000, '1 minute 30 seconds', 'دقيقة واحدة و30 ثانية'],
    [119 * MINUTE + 59_900, '1 hour 59 minutes', 'ساعة واحدة و59 دقيقة'],
    [3 * 24 * 60 * MINUTE + 11 * 60 * MINUTE, '3 days 11 hours', '3 أيام و11 ساعة'],
    [47 * 60 * MINUTE, '47 hours', '47 ساعة'],
  ])('%i ms in words is %s', (ms, english, arabic) => {
    expect([plain(en.wallInWords(ms)), plain(ar.wallInWords(ms))]).toEqual([english, arabic])
  })

  it('parts shown add up to the sum shown', () => {
    const { parts, sum } = partsThatAddUp([20 * MINUTE + 29_999, 20 * MINUTE + 29_999, 20 * MINUTE + 29_999])
    expect(parts.map((ms) => plain(en.wall(ms)))).toEqual(['21 min', '20 min', '20 min'])
    expect(plain(en.wall(sum))).toBe('1 h 1 min')
  })
})

describe('the charter’s own texts', () => {
  const [promise, second] = charter.document.promises

  it('are taken in the language, else in the master, marked as such', () => {
    expect(ar.text(charter.document.title)?.markup).toBe('<bdi>كيف نخدمكم</bdi>')
    expect(ar.text(second?.says)?.markup).toBe('<bdi lang="en">Your matter is settled within {target}.</bdi>')
    expect(ar.text(undefined)).toBeUndefined()
  })

  it('a target is said with its calendar', () => {
    const target = promise?.rows[1]?.target
    if (target === undefined) throw new Error('there is no row')
    expect([plain(en.target(target)), plain(en.targetInWords(target)), plain(ar.targetInWords(target))]).toEqual([
      '1 h of office hours',
      '1 hour of office hours',
      'ساعة واحدة من ساعات العمل',
    ])
    expect(plain(en.target({ kind: 'dates', span: { unit: 'week', count: 6 } }))).toBe('6 weeks')
    expect(plain(ar.target({ kind: 'working-days', count: 2, calendar: 'office' }))).toBe('يومَي عمل من ساعات العمل')
  })
})

describe('both languages', () => {
  const both = inBoth([en, ar])

  it('stand side by side where they differ, and once where they agree', () => {
    expect(both((tongue) => tongue.say('ledger.why')).markup).toBe('<span lang=en>Why</span><span lang=ar>لماذا</span>')
    expect(both(() => html`<b>7</b>`).markup).toBe('<b>7</b>')
  })
})
