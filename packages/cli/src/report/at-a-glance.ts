/** All promises of the charter in one table, where there are several. */
import { groupsTable } from './groups-table.ts'
import { type Html, html, NOTHING, theirId } from './html.ts'
import { targetRange } from './target-range.ts'
import { promiseTitle, type View } from './view.ts'

export function atAGlance(view: View): Html {
  const { both, gathered } = view
  const { promises } = gathered.figures
  if (promises.length < 2) return NOTHING
  const rows = promises.map(({ promise, all }, index) => ({
    targets: promise.clause.rows.map(({ target }) => target),
    head: html`<th scope="row" class="words"><a href="#promise-${index}">${theirId(promise.id)}</a> ${both((t) => promiseTitle(view, promise, t, (own) => targetRange(promise, own)))}</th>`,
    group: all,
  }))
  const heads = html`<th scope="col">${both((t) => t.say('glance.promise'))}</th>`
  return html`<h3 class="unseen" id="glance">${both((t) => t.say('glance.title'))}</h3>${groupsTable(view, 'glance', heads, rows)}`
}
