/** Commitments as dots along their line, from at once to twice the time promised: kept before the due time ◆, broken after. */
import { SPREAD_BUCKETS, SPREAD_STEP, type Spread } from '@avow/core'
import { type Html, html, joined } from '../html.ts'
import type { Tongue } from '../tongue.ts'

const DOT_ROWS = 8
const DOT = 7
const HALF = SPREAD_BUCKETS / 2
const LINE = 14

/** Dots, in words, and as a table. */
export function dotStrip(spread: Spread, tongue: Tongue): Html {
  const each = requestsPerDot(spread)
  const height = DOT_ROWS * DOT
  const dots: Html[] = []
  spread.counts.forEach((count, bucket) => {
    const x = ((bucket + 0.5) * 100) / SPREAD_BUCKETS
    for (let row = 0; row < Math.ceil(count / each); row++) {
      const y = height - row * DOT - DOT / 2
      // The broken ones are open rings: told apart without colour.
      dots.push(
        bucket < HALF
          ? html`<circle class="dot-kept" cx="${x}%" cy="${y}" r="2.75"/>`
          : html`<circle class="dot-broken" cx="${x}%" cy="${y}" r="2.25"/>`,
      )
    }
  })
  const { beyond } = spread
  const words = { kept: sum(spread, 0, HALF), broken: sum(spread, HALF, SPREAD_BUCKETS), beyond }
  return html`<figure class="dots"><svg class="turns" height="${height + LINE}" aria-hidden="true">${joined(dots)}
<line class="l-counted" x1="0%" x2="50%" y1="${height + 7}" y2="${height + 7}"/><line class="l-late" x1="50%" x2="100%" y1="${height + 7}" y2="${height + 7}"/>
<circle class="l-start" cx="0" cy="${height + 7}" r="4"/><svg class="mark" x="50%" y="${height}"><path class="l-due" d="M0 1 6 7 0 13-6 7Z"/></svg></svg>
<div class="axis" aria-hidden="true"><span>${tongue.say('spread.start')}</span><span>${tongue.say('spread.due')}</span><span>${tongue.say('spread.end')}${beyond > 0 && html` · ${tongue.say('spread.beyond', { n: beyond })}`}</span></div>
<figcaption class="unseen">${tongue.say('spread.words', words)}</figcaption>
${asTable(spread, tongue)}</figure>`
}

/** How many requests one dot stands for, at most. */
export function requestsPerDot({ counts }: Spread): number {
  return Math.max(1, Math.ceil(Math.max(...counts) / DOT_ROWS))
}

/** Percent of the time promised in one line of the table. */
const PART = 25

function asTable(spread: Spread, tongue: Tongue): Html {
  const lines: Html[] = []
  const line = (what: Html, n: number, state: 'kept' | 'broken') =>
    html`<tr><th scope="row">${what}</th><td>${tongue.say(`state.${state}`)}</td><td class="number">${tongue.number(n)}</td></tr>`
  for (let part = 0; part < 2 * 100; part += PART) {
    const [from, to] = [tongue.percent(part / 100), tongue.percent((part + PART) / 100)]
    const n = sum(spread, part / SPREAD_STEP, (part + PART) / SPREAD_STEP)
    lines.push(line(tongue.say('spread.range', { from, to }), n, part < 100 ? 'kept' : 'broken'))
  }
  lines.push(line(tongue.say('spread.rest', { from: tongue.percent(2) }), spread.beyond, 'broken'))
  return html`<details><summary>${tongue.say('spread.table')}</summary><table><thead><tr><th scope="col">${tongue.say('spread.part')}</th><th scope="col">${tongue.say('spread.verdict')}</th><th scope="col">${tongue.say('spread.count')}</th></tr></thead><tbody>${joined(lines)}</tbody></table></details>`
}

function sum({ counts }: Spread, from: number, to: number): number {
  return counts.subarray(from, to).reduce((all, count) => all + count, 0)
}
