import { describe, expect, it } from 'vitest'
import { html } from './html.ts'
import { type LineToDraw, promiseLine } from './promise-line.ts'

const HOUR = 3_600_000
const ZONE = {
  name: 'UTC',
  data: '',
  from: 0,
  until: 1e13,
  instants: new Float64Array([0]),
  offsets: new Float64Array([0]),
  walls: new Float64Array([0]),
}

/** In dates, for which no hour is closed. */
const LINE: LineToDraw = {
  start: 0,
  due: 10 * HOUR,
  fulfilled: null,
  now: 5 * HOUR,
  target: { kind: 'dates', span: { count: 1, unit: 'day' }, zone: ZONE },
  pauses: [],
}
const drawn = (line: Partial<LineToDraw>) => promiseLine({ ...LINE, ...line }, []).markup
const path = (markup: string, name: string) => new RegExp(`class="${name}" d="([^"]*)"`).exec(markup)?.[1]

describe('the promise line', () => {
  it('is thick up to now, and pale from there to the due time at its end', () => {
    const markup = drawn({})
    expect(path(markup, 'l-counted')).toBe('M0 8H500')
    expect(path(markup, 'l-ahead')).toBe('M0 8H1000')
    expect(markup).not.toContain('l-late')
  })

  it('goes on in the colour of broken after the due time, which keeps its place', () => {
    expect(path(drawn({ fulfilled: 20 * HOUR }), 'l-late')).toBe('M500 8H1000')
    expect(path(drawn({ now: 1000 * HOUR }), 'l-late')).toBe('M300 8H1000')
    expect(path(drawn({ now: 10 * HOUR + 1 }), 'l-late')).toBe('M880 8H1000')
  })

  it('shows pauses, and no due time while one lasts', () => {
    const markup = drawn({ due: null, pauses: [[2 * HOUR, null]] })
    expect(path(markup, 'l-paused')).toBe('M352 8H880')
    expect(markup).not.toContain('l-due')
  })

  it('holds where everything happens at once', () => {
    expect(drawn({ due: 0, fulfilled: 0, now: 0 })).not.toMatch(/NaN|Infinity/)
  })

  it('is told beneath in words, in the order given', () => {
    const markup = promiseLine(LINE, [{ mark: 'start', name: html`you wrote`, time: html`Mon` }]).markup
    expect(markup).toContain('<span class="line-name">you wrote</span> <span class="line-time">Mon</span>')
    expect(markup).toContain('aria-hidden="true"')
  })
})
