import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../test/check/charter-texts.ts'
import { drawFrom } from '../../test/check/random-table.ts'
import type { Duration } from '../charter/index.ts'
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
})
