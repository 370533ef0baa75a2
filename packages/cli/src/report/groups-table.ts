/** Figures of groups of commitments, a row each. */
import type { Group } from '@avow/core'
import { type Html, html, joined } from './html.ts'
import type { MessageKey } from './messages/en.ts'
import { shareBar } from './share-bar.ts'
import type { View } from './view.ts'

const HEADS = ['state.kept', 'state.broken', 'figure.share', 'state.cancelled', 'figure.median', 'figure.put-off'] as const satisfies readonly MessageKey[]

/** The heads of the columns that `groupCells` fills. */
export function groupHeads({ both }: View): Html {
  return joined(HEADS.map((key) => html`<th scope="col" class="n${key === 'figure.share' && ' share'}">${both((t) => t.say(key))}</th>`))
}

export function groupCells({ both }: View, group: Group): Html {
  const number = (value: number) => html`<td class="n${value === 0 && ' nought'}">${both((t) => t.number(value))}</td>`
  const median = group.times.percentile(50)
  const { share } = group
  return html`${number(group.kept)}${number(group.broken)}<td class="n share">${share === null ? '–' : html`${shareBar(group)} <b>${both((t) => t.percent(share))}</b>`}</td>${number(group.cancelled)}<td class="n">${median === null ? '–' : both((t) => t.length(median))}</td>${number(group.putOff)}`
}
