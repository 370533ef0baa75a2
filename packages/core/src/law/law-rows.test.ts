import { describe, expect, it } from 'vitest'
import { parseDate } from '../calendar/index.ts'
import { DAY_KINDS, JURISDICTIONS, LAW_KINDS, MATTERS, SECTORS } from './law-row.ts'
import { LAW_ROWS, lawGaps, lawRow, lawRowsFor } from './law-rows.ts'

/** What was read in no text, and may not ship: a claim that sources do not bear out is worse than none. */
const UNVERIFIED = ['EU-3']

describe('the rows of the law packs', () => {
  it.each(LAW_ROWS.map((row) => [row.id, row] as const))(
    '%s says where it comes from, when it was read and how surely',
    (_, row) => {
      expect(row.says.length).toBeGreaterThan(20)
      expect(row.source.name.trim()).not.toBe('')
      expect(row.source.url ?? 'https://').toMatch(/^https:\/\//)
      expect(parseDate(row.read), 'the date on which it was read').toBeDefined()
      expect(['V', 'S']).toContain(row.status)
      expect(row.id.startsWith(`${row.jurisdiction}-`)).toBe(true)
      if (row.limit === undefined) return
      expect(MATTERS).toContain(row.limit.matter)
      expect(row.limit.within.count).toBeGreaterThan(0)
      expect(Number.isInteger(row.limit.within.count)).toBe(true)
    },
  )

  it.each(LAW_ROWS.map((row) => [row.id, row] as const))(
    '%s names instrument and article, or says that they were not looked up',
    (_, { place }) => {
      const { instrument, article, notLookedUp } = place
      expect([instrument, article].map((part) => part === undefined || part.trim() !== '')).toEqual([true, true])
      if (instrument !== undefined && article !== undefined) expect(notLookedUp).toBeUndefined()
      else expect(notLookedUp).toBe(`${instrument === undefined ? 'instrument and ' : ''}article not looked up`)
    },
  )

  it.each(LAW_ROWS.map((row) => [row.id, row] as const))(
    '%s says what kind of demand it is, and which days it counts',
    (_, { kind, limit }) => {
      expect(LAW_KINDS).toContain(kind)
      if (limit === undefined) return
      const { days, within } = limit
      if (within.unit === 'working-day') expect(days).toBe('working')
      else if (within.unit === 'day') expect(DAY_KINDS.filter((one) => one !== 'working')).toContain(days)
      else expect(days).toBeUndefined()
    },
  )

  it('rest on no newspaper and no second hand where a looser promise blocks', () => {
    const secondHand = ['AU-T1', 'BR-1', 'EU-5b', 'GR-1', 'GR-2', 'GR-3', 'IN-1', 'IN-1b', 'IT-4', 'UK-T1']
    for (const id of secondHand) expect(lawRow(id)?.status, id).toBe('S')
    for (const { id, status, source } of LAW_ROWS) if (status === 'V') expect(source.url, id).toBeDefined()
  })

  it('say so where their address is a front page, which shows nobody what was read', () => {
    for (const { id, status, source, note } of LAW_ROWS) {
      if (source.url === undefined || new URL(source.url).pathname !== '/') continue
      expect([id, status, note]).toEqual([id, 'S', expect.stringContaining('front page')])
    }
  })

  it('have one id each, and every jurisdiction and sector that can be chosen has rows', () => {
    expect(new Set(LAW_ROWS.map(({ id }) => id)).size).toBe(LAW_ROWS.length)
    expect([...new Set(LAW_ROWS.map(({ jurisdiction }) => jurisdiction))].toSorted()).toEqual([...JURISDICTIONS])
    const bound = new Set(LAW_ROWS.flatMap(({ sectors }) => (sectors === 'any' ? [] : [...sectors])))
    expect([...bound].toSorted()).toEqual([...SECTORS].toSorted())
  })

  it('leave out what was not verified', () => {
    for (const id of UNVERIFIED) expect(lawRow(id), id).toBeUndefined()
    for (const id of ['AU-T1', 'IT-4', 'GR-1', 'GR-2', 'SA-2'])
      expect(lawRow(id)?.limit, `${id} has no number`).toBeUndefined()
  })

  it('warn only, where the text that was read is no longer in force or the sources disagree', () => {
    for (const id of ['PL-1', 'PL-2', 'IT-1', 'IT-2']) expect(lawRow(id)?.status, id).toBe('S')
  })

  it('have compensation that rises with the delay and has no end', () => {
    for (const { id, consequence } of LAW_ROWS) {
      if (consequence?.kind !== 'compensation') continue
      const times = consequence.steps.map(({ times: most }) => most ?? Number.POSITIVE_INFINITY)
      expect(times, id).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1), id).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it('are missing for some jurisdictions and sectors, which are named', () => {
    expect(lawGaps(['PL', 'EU'], ['energy', 'consumer'])).toEqual([
      { jurisdiction: 'PL', sector: 'energy' },
      { jurisdiction: 'EU', sector: 'energy' },
    ])
    expect(lawGaps(['GR'], ['finance']), 'a row for any sector').toEqual([])
    expect(lawGaps([], ['finance'])).toEqual([])
  })

  it('bind by jurisdiction and sector', () => {
    expect(lawRowsFor(['PL'], ['finance']).map(({ id }) => id)).toEqual(['PL-3', 'PL-3b'])
    expect(
      lawRowsFor(['GR'], ['finance']).map(({ id }) => id),
      'a row for any sector',
    ).toEqual(['GR-1'])
    expect(lawRowsFor([], ['finance'])).toEqual([])
  })
})
