import { describe, expect, it } from 'vitest'
import { dueMark, hasTwoScales, type LineToDraw, markRules, promiseLine } from './promise-line.ts'

const line: LineToDraw = {
  start: 0,
  due: 600,
  end: 1000,
  fulfilled: true,
  segments: [
    { kind: 'unassigned', from: 0, to: 100 },
    { kind: 'waiting', from: 100, to: 200 },
    { kind: 'closed', from: 200, to: 400 },
    { kind: 'paused', from: 400, to: 500 },
    { kind: 'waiting', from: 500, to: 1000 },
  ],
}
const pathOf = (markup: string, name: string) => new RegExp(`class="${name}" d="([^"]*)"`).exec(markup)?.[1]

describe('the promise line', () => {
  it('is drawn to one scale: thick where time counted, hatched where paused, late after the due time', () => {
    const { markup } = promiseLine(line, 2000)
    expect(pathOf(markup, 'l-counted')).toBe('M0 7H200M500 7H600')
    expect(pathOf(markup, 'l-paused')).toBe('M400 7H500')
    expect(pathOf(markup, 'l-late')).toBe('M600 7H1000')
    expect(markup).toContain('x="60%"')
    expect(markup).not.toContain('s-break')
    expect(markup).toContain('s-done')
  })

  it('runs to now where nothing was done', () => {
    const { markup } = promiseLine({ ...line, end: null, fulfilled: false }, 1200)
    expect(pathOf(markup, 'l-late')).toBe('M500 7H1000')
    expect(markup).toContain('s-open')
  })

  it('changes its scale where one side would be too short to see, and shows where', () => {
    for (const end of [601, 100_000]) {
      const long = { ...line, end }
      expect(hasTwoScales(long, 0)).toBe(true)
      expect(dueMark(long, 0)).toBe(end === 601 ? 85 : 30)
      expect(promiseLine(long, 0).markup).toContain('s-break')
    }
  })

  it('ends at the due time of an interval that was missed', () => {
    const missed = { ...line, end: line.due, fulfilled: false }
    expect(dueMark(missed, 2000)).toBe(100)
    const { markup } = promiseLine(missed, 2000)
    expect(pathOf(markup, 'l-counted')).toBe('M0 7H333M833 7H1000')
    expect(markup).not.toMatch(/l-late|s-open|s-done|s-break/)
  })

  it('has a rule for every place a due time can stand at', () => {
    const rules = markRules()
    for (const end of [601, 700, 900, 1000, 5000]) expect(rules).toContain(`.at-${dueMark({ ...line, end }, 0)}.`)
  })

  it('needs no style of its own, which the page does not allow', () => {
    expect(promiseLine(line, 2000).markup).not.toContain('style=')
  })
})
