import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { drawFrom } from '../../../test/check/random-table.ts'
import type { Duration } from '../../charter/index.ts'
import { localText } from '../words/local-text.ts'
import { endOf, worstStart } from './worst-start.ts'

const MINUTE = 60_000
const CASES = process.env['AVOW_LONG'] === '1' ? 300 : 12

/** Two calendars of whole hours over the fortnight after AS_OF, some dates closed. */
function drawCharter(seed: number) {
  const draw = drawFrom(seed)
  const hours = () => {
    const from = draw(20)
    return `${String(from).padStart(2, '0')}:00-${String(from + 1 + draw(23 - from)).padStart(2, '0')}:30`
  }
  const calendar = (name: string) =>
    `  ${name}: { open: { mon-wed: "${hours()}", thu: "${hours()}"${draw(2) === 0 ? `, sat: "${hours()}"` : ''} }, closed: [2026-11-2${3 + draw(5)}], holidays until: 2026-12-06 }\n`
  const duration = () => {
    const of = draw(2) === 0 ? 'one' : 'other'
    if (draw(6) === 0) return `${1 + draw(2)} days`
    return draw(4) === 0 ? `${1 + draw(2)} working days of ${of}` : `${30 * (1 + draw(20))} min of ${of}`
  }
  const rows = Array.from({ length: 2 + draw(2) }, () => `{ target: ${duration()} }`)
  const { document, zone, calendars } = charterOf(
    `calendars:\n${calendar('one')}${calendar('other')}promises: [ { id: P1, clock: resolution, table: [ ${rows.join(', ')} ] } ]\n`,
  )
  const durations = (document.promises[0]?.rows ?? []).map(({ target }) => target)
  return { charter: { document, zone, calendars }, late: durations.slice(1), early: durations.slice(0, 1) }
}

/** Minute by minute, as the rule says it. */
function worstPlainly(
  late: readonly Duration[],
  early: readonly Duration[],
  charter: ReturnType<typeof drawCharter>['charter'],
) {
  const until = Date.parse('2026-12-06T23:00:00Z')
  const uses = [...late, ...early].some(({ kind }) => kind !== 'dates')
  let worst: { start: number; late: number; early: number } | undefined
  for (let start = AS_OF; start < (uses ? until : AS_OF + 366 * 86_400_000); start += MINUTE) {
    const [lateEnd, earlyEnd] = [endOf(late, start, charter), endOf(early, start, charter)]
    if (lateEnd === undefined || earlyEnd === undefined || (uses && lateEnd > until) || lateEnd <= earlyEnd) continue
    if (worst === undefined || lateEnd - earlyEnd > worst.late - worst.early)
      worst = { start, late: lateEnd, early: earlyEnd }
  }
  return worst
}

describe('the worst start', () => {
  it('CH1: is the one that a walk over every minute finds', () => {
    let shown = 0
    for (let seed = 0; seed < CASES; seed++) {
      const { charter, late, early } = drawCharter(seed)
      const worst = worstStart(late, early, charter, AS_OF)
      expect({ seed, worst }).toEqual({ seed, worst: worstPlainly(late, early, charter) })
      if (worst !== undefined) shown++
    }
    expect(shown).toBeGreaterThan(CASES / 3)
  })

  it('is none where opening time of one calendar is not longer', () => {
    const { charter } = drawCharter(1)
    const of = (ms: number) => ({ kind: 'opening', calendar: 'one', ms }) as const
    expect(worstStart([of(30 * MINUTE), of(30 * MINUTE)], [of(60 * MINUTE)], charter, AS_OF)).toBeUndefined()
    expect(worstStart([of(30 * MINUTE), of(31 * MINUTE)], [of(60 * MINUTE)], charter, AS_OF)).toBeDefined()
  })

  it('is not looked for where the holidays are not known any more', () => {
    const { charter } = drawCharter(1)
    const [late, early] = [
      { kind: 'opening', calendar: 'one', ms: 900 * 60 * MINUTE },
      { kind: 'dates', span: { unit: 'day', count: 1 } },
    ] as const
    expect(worstStart([late], [early], charter, AS_OF)).toBeUndefined()
  })

  it('CH1: is the last minute of a date, where what falls due jumps with the date', () => {
    // The date of 27 March 2027 is followed by one of 23 hours, so the end of the next is nearest from its last minute.
    expect(told(NETWORK, ['26 h of network'], ['1 day'])).toEqual({
      start: '2027-03-27T23:59',
      late: '2027-03-29T02:59',
      early: '2027-03-29T00:00',
    })
  })

  it('CH1: is the last minute of the last date for which holidays are known, where only the one after it is short', () => {
    const calendars = `
  office: { open: { mon-wed: 09:00-17:00, thu: 09:00-15:00, fri: 09:00-17:00 } }
  network: { open: always, holidays until: 2026-11-26 }
`
    expect(told(calendars, ['20 h of network'], ['1 working day of office'])).toEqual({
      start: '2026-11-25T23:59',
      late: '2026-11-26T19:59',
      early: '2026-11-26T15:00',
    })
  })

  it('CH1: is never before the time of asking, also where that is between two minutes', () => {
    const once = `
  shop: { open: {}, on: { 2026-11-22: 15:00-20:00 } }
  network: { open: always }
`
    expect(told(once, ['1 h of shop'], ['1 h of network'], AS_OF + 30_000)).toEqual({
      start: '2026-11-22T11:01',
      late: '2026-11-22T16:00',
      early: '2026-11-22T12:01',
    })
  })

  it('CH1: is looked for 366 days ahead, and no further', () => {
    const calendars = `
  shop: { open: { mon-fri: 09:00-17:00 }, closed: [2028-01-10 .. 2028-01-16] }
  network: { open: always }
`
    // The longest weekend till then is the one of the clock put back, not the week of January.
    expect(told(calendars, ['1 h of shop'], ['1 h of network'])).toMatchObject({ start: '2027-10-29T16:01' })
  })

  it('CH1: is looked for until the end of the last date whose holidays are known, and so are the ends', () => {
    const until = (date: string) =>
      told(`\n  network: { open: always, holidays until: ${date} }\n`, ['2 days'], ['1 h of network'])
    expect(until('2026-11-24')).toEqual({
      start: '2026-11-22T11:00',
      late: '2026-11-25T00:00',
      early: '2026-11-22T12:00',
    })
    expect(until('2026-11-23')).toBeUndefined()
  })

  it('CH1: counts holidays that had run out before the time of asking as not told of', () => {
    const asked = (date: string, asOf: number) =>
      told(`\n  network: { open: always, holidays until: ${date} }\n`, ['2 days'], ['1 h of network'], asOf)?.start
    const midnight = Date.parse('2026-11-22T23:00:00Z')
    expect(asked('2026-11-21', midnight)).toBe('2027-10-29T00:00')
    expect(asked('2026-11-22', midnight)).toBe('2027-10-29T00:00')
    expect(asked('2026-11-22', midnight - 1)).toBeUndefined()
  })

  it('CH1: is looked for where holidays are known for longer than dates are', () => {
    expect(
      told('\n  network: { open: always, holidays until: 9000-01-01 }\n', ['2 days'], ['1 h of network'])?.start,
    ).toBe('2027-10-29T00:00')
  })

  it('CH1: is none where one of the two does not end within what is known', () => {
    const calendars = `
  rare: { open: {}, on: { 2026-11-30: 09:00-17:00 } }
  network: { open: always }
`
    expect(told(calendars, ['9 h of rare'], ['1 h of network'])).toBeUndefined()
    expect(told(calendars, ['1 h of network'], ['9 h of rare'])).toBeUndefined()
    expect(told(calendars, ['1 h of rare'], ['1 h of network'])).toMatchObject({ start: '2026-11-22T11:00' })
  })
})

const NETWORK = '\n  network: { open: always }\n'

/** The worst start in the charter's wall time, between two rows of targets. */
function told(calendars: string, late: readonly string[], early: readonly string[], asOf = AS_OF) {
  const rows = [...late, ...early].map((target) => `{ target: ${target} }`).join()
  const charter = charterOf(`calendars:${calendars}promises: [ { id: P1, clock: resolution, table: [ ${rows} ] } ]\n`)
  const targets = (charter.document.promises[0]?.rows ?? []).map(({ target }) => target)
  const worst = worstStart(targets.slice(0, late.length), targets.slice(late.length), charter, asOf)
  if (worst === undefined) return undefined
  const text = (instant: number) => `${localText(charter.zone, instant)}${instant % MINUTE === 0 ? '' : ' and a part'}`
  return { start: text(worst.start), late: text(worst.late), early: text(worst.early) }
}
