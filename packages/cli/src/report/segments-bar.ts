/** Where time went: a bar of its parts, and the parts in words that add up. */
import { SEGMENT_KINDS, type SegmentKind } from '@avow/core'
import { type Html, html, joined } from './html.ts'
import { partsThatAddUp } from './lengths.ts'
import type { View } from './view.ts'

/** `lengths` in ms, in the order of SEGMENT_KINDS. */
export function segmentsBar({ both }: View, lengths: readonly number[]): Html {
  const { parts, sum } = partsThatAddUp(lengths)
  const some = SEGMENT_KINDS.flatMap((kind, index) =>
    lengths[index] ? [{ kind, ms: lengths[index] ?? 0, shown: parts[index] ?? 0 }] : [],
  )
  const total = some.reduce((all, { ms }) => all + ms, 0)
  const edges = some.map((_, index) =>
    Math.round((some.slice(0, index + 1).reduce((all, { ms }) => all + ms, 0) / total) * 1000),
  )
  const pieces = some.map(({ kind }, index) => {
    const from = edges[index - 1] ?? 0
    return html`<rect class="g-${kind}" x="${from}" width="${(edges[index] ?? 0) - from}" height="10"/>`
  })
  const words = some.map(
    ({ kind, shown }) =>
      html`<li>${swatch(kind)}${both((t) => t.say(`segment.${kind}`))} <b>${both((t) => t.wall(shown))}</b></li>`,
  )
  const whole =
    some.length > 1 &&
    html`<li class="sum">${both((t) => t.say('segment.sum'))} <b>${both((t) => t.wall(sum))}</b></li>`
  return html`<svg class="bar turns" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${joined(pieces)}</svg><ul class="parts">${joined(words)}${whole}</ul>`
}

function swatch(kind: SegmentKind): Html {
  return html`<i class="swatch g-${kind}"></i>`
}
