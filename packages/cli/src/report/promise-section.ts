/** One promise: its share, how its commitments lie along their line, and the same by week, value and row. */
import { type CommitmentState, type CompiledPromise, type PromiseFigures, SEGMENT_KINDS } from '@avow/core'
import { cancelledWords } from './cancelled-words.ts'
import { factName, factValue, rowConditions } from './conditions.ts'
import { goalsTable } from './goals-table.ts'
import { groupsTable } from './groups-table.ts'
import { type Html, html, joined, NOTHING, theirId } from './html.ts'
import { segmentsBar } from './segments-bar.ts'
import { spreadChart } from './spread-chart.ts'
import { stateSign } from './state-sign.ts'
import { takenWords, targetsOf } from './time-taken-words.ts'
import { clockWords, promiseTitle, type View } from './view.ts'
import { waitsWords } from './waits.ts'
import { weeksChart } from './weeks-chart.ts'

const STATES: readonly CommitmentState[] = ['kept', 'broken', 'running', 'paused', 'cancelled']

export function promiseSection(view: View, figures: PromiseFigures): Html {
  const { both, gathered } = view
  const { promise, all } = figures
  const body =
    all.total === 0
      ? html`<p class="quiet">${both((t) => t.say('figure.nothing'))}</p>`
      : html`${summary(view, figures)}${all.judged > 0 && html`<h4>${both((t) => t.say('spread.title'))}</h4>${spreadChart(view, figures.spread)}${weeksChart(view, figures)}`}${valuesTable(view, figures)}${rowsTable(view, figures)}${goalsTable(view, gathered.figures, figures)}${lost(view, figures)}`
  return html`<section class="promise" id="promise-${view.input.charter.promises.indexOf(promise)}" data-place>
<p class="clause">${theirId(promise.id)}</p>
<div class="clause-body"><h3>${both((t) => promiseTitle(view, promise, t))}</h3>
<p class="quiet">${both((t) => clockWords(view, promise, t))}${onlyRow(view, promise)}${promise.clause.audience !== 'public' && html` · ${both((t) => t.say('promise.staff'))}`}</p>
${body}</div>
</section>`
}

function summary(view: View, figures: PromiseFigures): Html {
  const { both, input, gathered } = view
  const { all, promise } = figures
  const targets = targetsOf(figures)
  const waits = gathered.waits[input.charter.promises.indexOf(promise)]
  const { share, times } = all
  const [median, ninety, mean] = [times.percentile(50), times.percentile(90), times.mean]
  const counts = STATES.filter((state) => all[state] > 0 || state === 'kept' || state === 'broken').map(
    (state) =>
      html`<li>${stateSign(state)} <b>${both((t) => t.number(all[state]))}</b> ${both((t) => t.say(`state.${state}`))}${state === 'cancelled' && html` <small>(${both((t) => cancelledWords(all, t))})</small>`}</li>`,
  )
  const putOff =
    all.putOff > 0 && html`<li><b>${both((t) => t.number(all.putOff))}</b> ${both((t) => t.say('figure.put-off'))}</li>`
  const time = (key: 'figure.median' | 'figure.ninety' | 'figure.mean', ms: number | null) =>
    ms !== null &&
    html`<div><dt>${both((t) => t.say(key))}</dt><dd>${both((t) => takenWords(input.charter, targets, ms, t))}</dd></div>`
  return html`<div class="summary"><p class="share-kept">${share === null ? html`<small>${both((t) => t.say('figure.none'))}</small>` : html`<b>${both((t) => t.percent(share))}</b> <small>${both((t) => t.say('figure.share'))}</small>`}</p>
<ul class="counts">${joined(counts)}${putOff}</ul>
<dl class="times">${time('figure.median', median)}${time('figure.ninety', ninety)}${time('figure.mean', mean)}</dl></div>${waits !== undefined && waitsWords(view, waits)}`
}

function valuesTable(view: View, figures: PromiseFigures): Html {
  const { fact, values, promise } = figures
  const { both, input } = view
  if (fact === undefined || values.size === 0) return NOTHING
  const rows = [...values]
    .sort(([, a], [, b]) => b.judged - a.judged || b.total - a.total)
    .map(([value, group]) => ({
      head: html`<th scope="row">${both((t) => factValue(input.charter, fact, value, t))}</th>`,
      group,
      targets: targetsOf(figures),
    }))
  const id = `values-${input.charter.promises.indexOf(promise)}`
  return html`<h4 id="${id}">${both((t) => t.say('values.title', { fact: factName(input.charter, fact, t) }))}</h4>${groupsTable(view, id, html`<th scope="col">${both((t) => factName(input.charter, fact, t))}</th>`, rows)}`
}

/** The one target of a promise without rows to tell apart, and whom it is for. */
function onlyRow({ both, input }: View, promise: CompiledPromise): Html {
  const [only, another] = promise.clause.rows
  if (only === undefined || another !== undefined) return NOTHING
  const when = [...only.cells.values()].some(({ accepts }) => accepts !== 'any')
  return html` · ${both((t) => t.target(only.target))}${when && html` · ${both((t) => rowConditions(input.charter, promise, 0, t))}`}`
}

function rowsTable(view: View, { rows, promise }: PromiseFigures): Html {
  const { both, input } = view
  if (rows.length < 2) return NOTHING
  const written = rows.map((group, row) => {
    const target = promise.clause.rows[row]?.target
    const head = html`<th scope="row" class="n">${row + 1}</th><td class="words">${both((t) => rowConditions(input.charter, promise, row, t))}</td><td class="words">${target !== undefined && both((t) => t.target(target))}</td>`
    return { head, group, targets: target === undefined ? [] : [target] }
  })
  const id = `rows-${input.charter.promises.indexOf(promise)}`
  const heads = html`<th scope="col" class="n">${both((t) => t.say('rows.row'))}</th><th scope="col">${both((t) => t.say('rows.when'))}</th><th scope="col">${both((t) => t.say('rows.target'))}</th>`
  return html`<h4 id="${id}">${both((t) => t.say('rows.title'))}</h4>${groupsTable(view, id, heads, written)}`
}

function lost(view: View, { lost: lengths }: PromiseFigures): Html {
  const total = lengths.reduce((sum, ms) => sum + ms, 0)
  if (total === 0) return NOTHING
  return html`<h4>${view.both((t) => t.say('lost.title'))}</h4>${segmentsBar(
    view,
    SEGMENT_KINDS.map((_, index) => lengths[index] ?? 0),
  )}`
}
