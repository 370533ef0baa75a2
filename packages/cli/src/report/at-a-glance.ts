/** All promises of the charter in one table, where there are several. */
import { groupCells, groupHeads } from './groups-table.ts'
import { type Html, html, joined, NOTHING, theirId } from './html.ts'
import { promiseTitle, type View } from './view.ts'

export function atAGlance(view: View): Html {
  const { both, gathered } = view
  const { promises } = gathered.figures
  if (promises.length < 2) return NOTHING
  const rows = promises.map(
    ({ promise, all }, index) =>
      html`<tr><th scope="row" class="words"><a href="#promise-${index}">${theirId(promise.id)}</a> ${both((t) => promiseTitle(view, promise, t))}</th>${groupCells(view, all)}</tr>`,
  )
  return html`<h3 class="unseen" id="glance">${both((t) => t.say('glance.title'))}</h3><div class="wide glance" tabindex="0" role="region" aria-labelledby="glance"><table><thead><tr><th scope="col">${both((t) => t.say('glance.promise'))}</th>${groupHeads(view)}</tr></thead><tbody>${joined(rows)}</tbody></table></div>`
}
