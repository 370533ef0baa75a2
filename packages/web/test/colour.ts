/** Colour as the eye has it, for the test of the tokens. Linear sRGB, each part 0 to 1. */
export type Rgb = readonly [number, number, number]

/** From OKLCH (lightness 0–1, chroma, hue in degrees) to linear sRGB, cut to what a screen shows. */
export function linearOf(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (part: number) => Math.min(1, Math.max(0, part))
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of relative luminance. */
export function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [low, high] = [luminance(one), luminance(other)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** Distance in Oklab: 0.02 is just seen side by side, 0.1 is seen at a glance. */
export function distance(one: Rgb, other: Rgb): number {
  const [p, q] = [oklab(one), oklab(other)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Machado, Oliveira, Fernandes 2009, severity 1: what is seen without one kind of cone. */
const BLINDNESS = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

export const KINDS_OF_SIGHT = ['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const

export function seenWith(sight: (typeof KINDS_OF_SIGHT)[number], [r, g, b]: Rgb): Rgb {
  if (sight === 'full') return [r, g, b]
  const m = BLINDNESS[sight]
  const cut = (part: number) => Math.min(1, Math.max(0, part))
  return [cut(m[0] * r + m[1] * g + m[2] * b), cut(m[3] * r + m[4] * g + m[5] * b), cut(m[6] * r + m[7] * g + m[8] * b)]
}
