/** What is told of a crisis while it lasts: why, from when until when, and what is promised meanwhile. */
import type { CompiledCharter, CompiledCrisis } from '@avow/core'
import { type Html, html, joined, NOTHING } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { charterClock } from '../wall-clock.ts'
import { rowInWords } from './conditions.ts'
import { promiseText, promiseTitle } from './promise-text.ts'
import { publicPromises } from './public-charter.ts'

/** The crises of a charter in force at `now` (UTC ms), each a notice; nothing where there is none. */
export function crisisNotices(charter: CompiledCharter, tongue: Tongue, now: number): Html {
  const current = charter.crises.filter(({ from, until }) => from <= now && now < until)
  return joined(
    current.map((crisis) => notice(charter, crisis, tongue, now)),
    '\n',
  )
}

function notice(charter: CompiledCharter, { clause, from, until }: CompiledCrisis, tongue: Tongue, now: number): Html {
  const clock = charterClock(charter.zone)
  const lines = publicPromises(charter).flatMap(({ promise, rows }) => {
    const amendment = promise.amendments.find(({ crisis }) => crisis.id === clause.id)
    if (amendment === undefined) return []
    if (amendment.rows.length === 0)
      return [tongue.say('crisis.suspended', { text: promiseTitle(charter, promise, tongue) })]
    const isOnly = promise.clause.rows.length === 1
    return rows.flatMap(({ number }) => {
      const row = amendment.rows[number - 1]
      if (row === undefined) return []
      const when = isOnly ? NOTHING : html` <span class="when">${rowInWords(charter, row.cells, isOnly, tongue)}</span>`
      return [html`<span class="says">${promiseText(charter, promise, row.target, tongue)}</span>${when}`]
    })
  })
  const times = { from: tongue.time(from, clock, now), until: tongue.time(until, clock, now) }
  return html`<section class="crisis" aria-labelledby="crisis-${clause.id}"><h2 id="crisis-${clause.id}">${tongue.say('crisis.title')}</h2>
<p>${tongue.text(clause.says) ?? NOTHING}</p>
${
  lines.length > 0 &&
  html`<ul>${joined(
    lines.map((line) => html`<li>${line}</li>`),
    '\n',
  )}</ul>`
}
<p class="quiet">${tongue.say('crisis.period', times)}</p></section>`
}
