/** Commitments along the line from nought to twice the time promised: kept before the due time ◆, broken after it. */
import { SPREAD_BUCKETS, type Spread } from '@avow/core'
import { type Html, html, joined } from './html.ts'
import type { View } from './view.ts'

const HEIGHT = 56
const HALF = SPREAD_BUCKETS / 2
const STEP = 1000 / SPREAD_BUCKETS

/** As bars; for the report. */
export function spreadChart(view: View, spread: Spread): Html {
  const most = Math.max(1, ...spread.counts)
  const bars = (from: number, to: number) => {
    let path = ''
    for (let bucket = from; bucket < to; bucket++) {
      const count = spread.counts[bucket] ?? 0
      // One commitment among thousands is still to be seen.
      const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT)
      if (height > 0) path += `M${bucket * STEP + 2} ${HEIGHT}v${-round(height)}h${STEP - 4}v${round(height)}z`
    }
    return path
  }
  const drawn = html`<svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" height="${HEIGHT}"><path class="f-kept" d="${bars(0, HALF)}"/><path class="f-broken" d="${bars(HALF, SPREAD_BUCKETS)}"/></svg>`
  return axis(view, spread, drawn, HEIGHT)
}

const DOT_ROWS = 8
const DOT = 7

/** As dots, each for so many commitments that the highest pile fits; for the public page. */
export function spreadDots(view: View, spread: Spread): Html {
  const each = commitmentsPerDot(spread)
  const height = DOT_ROWS * DOT
  const dots: Html[] = []
  spread.counts.forEach((count, bucket) => {
    const x = ((bucket + 0.5) * 100) / SPREAD_BUCKETS
    const name = bucket < HALF ? 'f-kept' : 'f-broken'
    for (let row = 0; row < Math.ceil(count / each); row++)
      dots.push(html`<circle class="${name}" cx="${x}%" cy="${height - row * DOT - DOT / 2}" r="2.75"/>`)
  })
  return axis(view, spread, joined(dots), height)
}

/** How many commitments one dot stands for, at most. */
export function commitmentsPerDot({ counts }: Spread): number {
  return Math.max(1, Math.ceil(Math.max(...counts) / DOT_ROWS))
}

function axis({ both }: View, spread: Spread, drawn: Html, height: number): Html {
  const sum = (from: number, to: number) => spread.counts.subarray(from, to).reduce((all, count) => all + count, 0)
  const [kept, broken, { beyond }] = [sum(0, HALF), sum(HALF, SPREAD_BUCKETS), spread]
  return html`<figure class="spread"><svg class="turns" height="${height + 14}" aria-hidden="true">${drawn}<svg y="${height}" height="14" viewBox="0 0 1000 14" preserveAspectRatio="none"><path class="l-counted" d="M0 7H500"/><path class="l-late" d="M500 7H1000"/></svg><use href="#s-start" y="${height}"/><use href="#s-due" x="50%" y="${height}"/></svg>
<div class="axis" aria-hidden="true"><span>${both((t) => t.say('spread.start'))}</span><span>${both((t) => t.say('spread.due'))}</span><span>${both((t) => t.say('spread.end'))}${beyond > 0 && html` · ${both((t) => t.say('spread.beyond', { count: beyond }))}`}</span></div>
<figcaption class="unseen">${both((t) => t.say('spread.words', { kept, broken, beyond }))}</figcaption></figure>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
