/** Figures of groups of commitments as a table, a row each. */
import type { Duration, Group } from '@avow/core'
import { type Html, html, joined } from './html.ts'
import type { MessageKey } from './messages/en.ts'
import { shareBar } from './share-bar.ts'
import { areAllHours, takenWords } from './time-taken-words.ts'
import type { Tongue } from './tongue.ts'
import type { View } from './view.ts'

export interface GroupRow {
  /** The cells before the figures; the first is the row's head. */
  readonly head: Html
  /** What was promised to the group: its times are said in the same unit. */
  readonly targets: readonly Duration[]
  readonly group: Group
}

interface Column {
  readonly key: MessageKey
  readonly kind: 'n' | 'n share'
  /** Left out where no row needs it. */
  needs(group: Group): boolean
  cell(group: Group, targets: readonly Duration[]): Html
}

/**
 * The table, which scrolls in its own place where the page is narrow. `labelledBy` is the id of its heading, `heads` the
 * heads of what stands before the figures.
 */
export function groupsTable(view: View, labelledBy: string, heads: Html, rows: readonly GroupRow[]): Html {
  const { both } = view
  const columns = columnsOf(view, rows).filter(({ needs }) => rows.some(({ group }) => needs(group)))
  const figures = columns.map(({ key, kind }) => html`<th scope="col" class="${kind}">${both((t) => t.say(key))}</th>`)
  const body = rows.map(
    ({ head, group, targets }) => html`<tr>${head}${joined(columns.map(({ cell }) => cell(group, targets)))}</tr>`,
  )
  return html`<div class="wide" tabindex="0" role="group" aria-labelledby="${labelledBy}"><table><thead><tr>${heads}${joined(figures)}</tr></thead><tbody>${joined(body)}</tbody></table></div>`
}

function columnsOf({ both, input }: View, rows: readonly GroupRow[]): readonly Column[] {
  const number = (key: MessageKey, count: (group: Group) => number, always = false): Column => ({
    key,
    kind: 'n',
    needs: (group) => always || count(group) > 0,
    cell: (group) => html`<td class="n${count(group) === 0 && ' nought'}">${both((t) => t.number(count(group)))}</td>`,
  })
  const share: Column = {
    key: 'figure.share',
    kind: 'n share',
    needs: () => true,
    cell: (group) => {
      const { share: kept } = group
      return html`<td class="n share">${kept === null ? '–' : html`${shareBar(group)} <b>${both((t) => t.percent(kept))}</b>`}</td>`
    },
  }
  const inOpeningTime = rows.some(({ targets }) => !areAllHours(targets))
  const median: Column = {
    key: inOpeningTime ? 'figure.median-open' : 'figure.median',
    kind: 'n',
    needs: () => true,
    cell: ({ times }, targets) => {
      const half = times.percentile(50)
      if (half === null) return html`<td class="n">–</td>`
      const length = (t: Tongue) => takenWords(input.charter, targets, half, t, 'cell')
      const isOdd = inOpeningTime && areAllHours(targets)
      return html`<td class="n">${both((t) => (isOdd ? t.say('taken.all-hours', { length: length(t) }) : length(t)))}</td>`
    },
  }
  return [
    number('state.kept', ({ kept }) => kept, true),
    number('state.broken', ({ broken }) => broken, true),
    share,
    median,
    number('state.running', ({ running }) => running),
    number('state.paused', ({ paused }) => paused),
    number('state.cancelled', ({ cancelled }) => cancelled),
    number('figure.put-off', ({ putOff }) => putOff),
  ]
}
