/** By which promises and other clauses a value shows, and how far each of them was kept: what proves it. */
import type { ClauseView } from '@avow/core'
import { type Html, html, joined } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { valueName } from './conditions.ts'
import { promiseTitle } from './promise-text.ts'
import type { CharterView } from './read-charter.ts'

/** Of a public clause, links to the public ones that prove it, on the page of the charter; nothing where none is public. */
export function shownBy(view: CharterView, { terms }: ClauseView, tongue: Tongue): Html | undefined {
  const ids = terms.find(({ name }) => name === 'shown by')?.text.split(', ') ?? []
  const links = ids.flatMap((id) => evidence(view, id, tongue) ?? [])
  return links.length === 0 ? undefined : joined(links, ' · ')
}

function evidence(view: CharterView, id: string, tongue: Tongue): Html | undefined {
  const { charter, promises, figures } = view
  const { remedies, exclusions, channels, facts } = charter.document
  const found = promises.find(({ promise }) => promise.id === id)
  if (found !== undefined) {
    const share = figures.get(id)?.figure.share ?? null
    return html`<a href="#promise-${id}">${promiseTitle(charter, found.promise, tongue)}</a>${share !== null && html` <span class="kept-share">${tongue.percent(share)} ${tongue.say('figure.kept')}</span>`}`
  }
  const remedy = remedies.find((clause) => clause.id === id)
  if (remedy !== undefined)
    return html`<a href="#remedies">${tongue.text(remedy.says) ?? tongue.say('charter.remedies')}</a>`
  const exclusion = exclusions.find((clause) => clause.id === id)
  if (exclusion !== undefined) return html`<a href="#exclusions">${tongue.text(exclusion.says)}</a>`
  const channel = channels.find((clause) => clause.id === id)
  return channel && html`<a href="#reach">${valueName(facts.get('channel'), channel.channel, tongue)}</a>`
}
