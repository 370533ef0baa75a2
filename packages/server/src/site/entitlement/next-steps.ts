/** What happens after somebody has read what they may ask for: how to ask, by when they are answered, where to complain. */
import type { CompiledCharter, FactValue } from '@avow/core'
import { previewPromises } from '../../channels/form/index.ts'
import { suitedWords } from '../charter/suited-channel.ts'
import { type Html, html, joined } from '../html.ts'
import { promiseBefore } from '../pages/promise-before.ts'
import type { Visit } from '../visit.ts'
import { formPath } from './carried-facts.ts'

export interface NextSteps {
  readonly charter: CompiledCharter
  /** What was told, as it was typed, */
  readonly typed: Readonly<Record<string, string>>
  /** and as it was read. */
  readonly facts: Readonly<Record<string, FactValue>>
  /** Whether the charter gives something for it. */
  readonly isGiven: boolean
  /** UTC ms. */
  readonly now: number
}

/** The steps in their order: writing, with the facts; by when an answer comes; what is done; the way to complain. */
export function nextSteps({ tongue, to }: Visit, { charter, typed, facts, isGiven, now }: NextSteps): Html {
  const promised = previewPromises(charter, now, facts)
  const answers = promised.flatMap((one) => promiseBefore(charter, one, tongue, now) ?? [])
  // Of the promises, the first that names a way of its own; else the charter's.
  const own = promised.flatMap(({ promise }) => promise.clause.complaints ?? [])[0]
  const complaints = tongue.text(own ?? charter.document.complaints)
  const steps = [
    html`${suitedWords(charter, facts, tongue, now)}<a href="${to(formPath(typed))}">${tongue.say('entitled.step-write')}</a>`,
    ...answers,
    ...(isGiven ? [tongue.say('entitled.step-checked')] : []),
    ...(complaints === undefined ? [] : [tongue.say('charter.complaints', { text: complaints })]),
  ]
  return html`<section aria-labelledby="next"><h2 id="next">${tongue.say('entitled.next')}</h2>
<ol class="next">${joined(
    steps.map((step) => html`<li>${step}</li>`),
    '\n',
  )}</ol></section>`
}
