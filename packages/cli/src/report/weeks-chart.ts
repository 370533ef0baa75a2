/** Week by week: kept stand on the line, broken hang from it; the same as a table for who cannot see it. */
import { type Group, isoWeek, localDay, type PromiseFigures, weekStart } from '@avow/core'
import { groupsTable } from './groups-table.ts'
import { type Html, html, joined, NOTHING } from './html.ts'
import { targetsOf } from './time-taken-words.ts'
import type { View } from './view.ts'

const HEIGHT = 96
const LEAST_HALF = 3
/** So few bars are not drawn over the whole width. */
const FEW_WEEKS = 40

export function weeksChart(view: View, figures: PromiseFigures): Html {
  const { weeks, promise } = figures
  const targets = targetsOf(figures)
  const { both } = view
  const known = [...weeks].filter(([, { judged }]) => judged > 0).sort(([a], [b]) => a - b)
  const first = known[0]?.[0]
  if (first === undefined) return NOTHING
  // Behind the end of the history stand only those that were done long before they fell due: no picture of those weeks.
  const lastWeek = weekStart(localDay(view.input.charter.zone, view.input.now))
  const last = Math.max(first, known.findLast(([monday]) => monday <= lastWeek)?.[0] ?? first)
  const all = Array.from({ length: (last - first) / 7 + 1 }, (_, index) => ({
    monday: first + 7 * index,
    group: weeks.get(first + 7 * index),
  }))
  const most = Math.max(...known.map(([, { judged }]) => judged))
  const id = `weeks-${view.input.charter.promises.indexOf(promise)}`
  const rows = known.map(([monday, group]) => ({
    head: html`<th scope="row"><bdi dir="ltr">${weekName(monday)}</bdi></th><td>${both((t) => t.date(monday))}</td>`,
    group,
    targets,
  }))
  const heads = html`<th scope="col">${both((t) => t.say('weeks.week'))}</th><th scope="col">${both((t) => t.say('weeks.starts'))}</th>`
  return html`<h4 id="${id}">${both((t) => t.say('weeks.title'))}</h4>
<figure class="weeks${all.length < FEW_WEEKS && ' few'}">${bars(all.map(({ group }) => group))}
<div class="axis" aria-hidden="true">${joined(labels(first, last).map((monday) => html`<span>${both((t) => t.date(monday))}</span>`))}</div>
<figcaption><span class="key"><i class="swatch f-kept"></i>${both((t) => t.say('weeks.above'))}</span> <span class="key"><i class="swatch f-broken"></i>${both((t) => t.say('weeks.below'))}</span> <span>${both((t) => t.say('weeks.most', { count: most }))}</span></figcaption></figure>
<details><summary>${both((t) => t.say('weeks.table'))}</summary>${groupsTable(view, id, heads, rows)}</details>`
}

function bars(groups: readonly (Group | undefined)[]): Html {
  const kept = Math.max(...groups.map((group) => group?.kept ?? 0))
  const broken = Math.max(...groups.map((group) => group?.broken ?? 0))
  // One scale for both sides; a side that has anything is never too flat to be seen.
  const scale = (HEIGHT - 2 * LEAST_HALF) / Math.max(1, kept + broken)
  const base = kept * scale + LEAST_HALF
  const step = 1000 / groups.length
  const gap = Math.min(4, step * 0.2)
  const path = (count: (group: Group) => number, sign: number) =>
    groups
      .map((group, index) => {
        const size = group === undefined ? 0 : count(group)
        if (size === 0) return ''
        const height = round(Math.max(1.5, size * scale) * sign)
        return `M${round(index * step + gap / 2)} ${round(base)}v${height}h${round(step - gap)}v${-height}z`
      })
      .join('')
  return html`<svg class="turns" viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" height="${HEIGHT}" aria-hidden="true"><path class="f-kept" d="${path((group) => group.kept, -1)}"/><path class="f-broken" d="${path((group) => group.broken, 1)}"/><path class="base" d="M0 ${round(base)}H1000"/></svg>`
}

/** The first, the middle and the last Monday. */
function labels(first: number, last: number): readonly number[] {
  return last - first >= 21
    ? [first, first + 7 * Math.round((last - first) / 14), last]
    : [first, ...(last > first ? [last] : [])]
}

/** `2026-W09`, as ISO 8601 writes it. */
function weekName(monday: number): string {
  const { year, week } = isoWeek(monday)
  return `${year}-W${String(week).padStart(2, '0')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
