import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Rgb = readonly [number, number, number]

/** A token's colour in light and dark. */
function colours(token: string): readonly [Rgb, Rgb] {
  const written = new RegExp(`--${token}: light-dark\\(oklch\\((.+?)\\), oklch\\((.+?)\\)\\)`).exec(CSS)
  if (written?.[1] === undefined || written[2] === undefined) throw new Error(`--${token} has no colour of its own`)
  return [linear(written[1]), linear(written[2])]
}

/** OKLCH as linear sRGB (Ottosson, “A perceptual color space for image processing”). */
function linear(oklch: string): Rgb {
  const [l = 0, c = 0, h = 0] = oklch.replace('%', '').split(' ').map(Number)
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const light = l / 100
  const [L, M, S] = [
    light + 0.3963377774 * a + 0.2158037573 * b,
    light - 0.1055613458 * a - 0.0638541728 * b,
    light - 0.0894841775 * a - 1.291485548 * b,
  ].map((x) => x ** 3) as [number, number, number]
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ]
}

/** Contrast by WCAG 2: relative luminance of linear sRGB. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const THEMES = [
  ['light', 0],
  ['dark', 1],
] as const

describe.each(THEMES)('colours in %s', (_, theme) => {
  it.each(['ink', 'faint', 'accent', 'kept', 'risk', 'broken', 'paused'])(
    '%s can be read on paper and sheet',
    (token) => {
      for (const ground of ['paper', 'sheet'])
        expect(contrast(colours(token)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['edge', 'segment-reopened', 'segment-unassigned', 'segment-team', 'segment-waiting'])(
    '%s can be seen on paper',
    (token) => {
      expect(contrast(colours(token)[theme], colours('paper')[theme])).toBeGreaterThanOrEqual(3)
    },
  )

  it('lie inside what a screen can show', () => {
    for (const [, token = ''] of CSS.matchAll(/--([\w-]+): light-dark/g)) {
      for (const channel of colours(token)[theme])
        expect([token, channel > -0.002 && channel < 1.002]).toEqual([token, true])
    }
  })

  it('kept and broken are told apart without red and green: one is clearly bluer', () => {
    const blueness = ([r, g, b]: Rgb) => b / (r + g + b)
    expect(blueness(colours('kept')[theme]) / blueness(colours('broken')[theme])).toBeGreaterThan(2)
  })
})
