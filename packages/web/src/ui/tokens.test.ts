import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, distance, KINDS_OF_SIGHT, linearOf, type Rgb, seenWith } from '../../test/colour.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const base = css.slice(0, css.indexOf('@media'))
const THEMES = ['light', 'dark'] as const
const STATES = ['kept', 'risk', 'broken', 'paused'] as const
const NUMBER = '([\\d.]+)'
const COLOUR = `oklch\\(${NUMBER} ${NUMBER} ${NUMBER}\\)`

function colour(name: string, theme: (typeof THEMES)[number]): Rgb {
  const found = new RegExp(`--${name}: light-dark\\(${COLOUR}, ${COLOUR}\\)`).exec(base)
  if (found === null) throw new Error(`tokens.css has no colour --${name}`)
  const [l, c, h] = found.slice(theme === 'light' ? 1 : 4).map(Number)
  return linearOf(l ?? 0, c ?? 0, h ?? 0)
}

describe.each(THEMES)('%s', (theme) => {
  const on = (ink: string, paper: string) => contrast(colour(ink, theme), colour(paper, theme))

  test.each(['ink', 'ink-quiet', 'accent', ...STATES])('%s is read on every paper: 4.5:1', (ink) => {
    for (const paper of ['paper', 'paper-raised', 'paper-sunken', 'accent-paper']) {
      expect(on(ink, paper), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(STATES)('%s is read on its own paper, and so is ink: 4.5:1', (state) => {
    expect(on(state, `${state}-paper`)).toBeGreaterThanOrEqual(4.5)
    expect(on('ink', `${state}-paper`)).toBeGreaterThanOrEqual(7)
    expect(on('ink-quiet', `${state}-paper`)).toBeGreaterThanOrEqual(4.5)
  })

  test('what stands on the accent is read, and edges of fields are seen', () => {
    expect(on('accent-ink', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(on('accent-ink', 'accent-deep')).toBeGreaterThanOrEqual(4.5)
    for (const paper of ['paper', 'paper-raised', 'paper-sunken']) {
      expect(on('line-strong', paper)).toBeGreaterThanOrEqual(3)
    }
  })

  test.each(KINDS_OF_SIGHT)('states are told apart with sight: %s', (sight) => {
    const apart = STATES.flatMap((one, at) =>
      STATES.slice(at + 1).map((other) => ({
        pair: `${one}/${other}`,
        distance: distance(seenWith(sight, colour(one, theme)), seenWith(sight, colour(other, theme))),
      })),
    )
    expect(apart.filter((pair) => pair.distance < 0.08)).toEqual([])
  })
})

test('sizes are those of the scale, space is in fours', () => {
  const sizes = [...base.matchAll(/--text-\w+: (\d+)px/g)].map((match) => Number(match[1]))
  expect(sizes).toEqual([12, 14, 17, 21, 28])
  const spaces = [...base.matchAll(/--space-(\d+): (\d+)px/g)].map((match) => [Number(match[1]) * 4, Number(match[2])])
  for (const [named, is] of spaces) expect(is).toBe(named)
})
