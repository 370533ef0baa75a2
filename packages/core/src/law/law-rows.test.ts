import { describe, expect, it } from 'vitest'
import { parseDate } from '../calendar/index.ts'
import { JURISDICTIONS, MATTERS, SECTORS } from './law-row.ts'
import { LAW_ROWS, lawRow, lawRowsFor } from './law-rows.ts'

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

  it('bind by jurisdiction and sector', () => {
    expect(lawRowsFor(['PL'], ['finance']).map(({ id }) => id)).toEqual(['PL-3', 'PL-3b'])
    expect(
      lawRowsFor(['GR'], ['finance']).map(({ id }) => id),
      'a row for any sector',
    ).toEqual(['GR-1'])
    expect(lawRowsFor([], ['finance'])).toEqual([])
  })
})
