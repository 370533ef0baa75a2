import type { CompiledPromise } from '@avow/core'
import { type Html, html, joined, NOTHING, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { closedPeriodsBlock } from './closed-periods.ts'
import { conditionsInWords, rowInWords } from './conditions.ts'
import { figureBlock } from './figure-block.ts'
import { promiseText } from './promise-text.ts'
import type { PublicPromise } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'
import { provisions } from './stated-sections.ts'

/** A promise: its text once for each public row, when each applies, why, how far it was kept; then what is said of it. */
export function promiseSection(
  view: CharterView,
  { promise, rows }: PublicPromise,
  tongue: Tongue,
  opinions: Html = NOTHING,
): Html {
  const { charter, figures } = view
  const { clause, id } = promise
  const isOnly = clause.rows.length === 1
  const scope = conditionsInWords(charter, clause.when, tongue)
  const texts = rows.map(({ row }) => {
    const when = isOnly ? NOTHING : html` <span class="when">${rowInWords(charter, row.cells, isOnly, tongue)}</span>`
    return html`<li><span class="says">${promiseText(charter, promise, row.target, tongue)}</span>${when}</li>`
  })
  const { because } = clause
  const figure = figures.get(id)
  return html`<section class="promise" id="promise-${id}" aria-labelledby="heading-${id}">
<h2 id="heading-${id}">${clockName(view, promise, tongue)}</h2>
${scope.length > 0 && html`<p class="scope">${tongue.say('when.scope', { conditions: joined(scope, ' · ') })}</p>`}
<ul class="rows${rows.length > 1 && ' several'}">${joined(texts, '\n')}</ul>
${rows.length > 1 && clause.hit === 'first' && html`<p class="quiet">${tongue.say('promise.first-row')}</p>`}
${because !== undefined && html`<p class="because">${tongue.say('promise.because', { text: tongue.text(because) ?? NOTHING })}</p>`}
${provisions(clause, tongue)}
${figure !== undefined && figureBlock(view, promise, figure, tongue)}
${closedPeriodsBlock(view, id, tongue)}
${opinions}</section>`
}

/** What the clock of a promise measures, as a heading. */
export function clockName({ charter }: Pick<CharterView, 'charter'>, { clock }: CompiledPromise, tongue: Tongue): Html {
  if (clock.kind !== 'declared') return tongue.say(`clock.${clock.kind}`)
  const event = (name: string) =>
    name === 'ticket.created'
      ? tongue.say('clock.created')
      : (tongue.text(charter.document.events.get(name)?.says) ?? theirs(name))
  return tongue.say('clock.declared', { from: event(clock.from), until: event(clock.until) })
}
