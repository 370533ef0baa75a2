import { SCORES } from '../../features/ratings/index.ts'
import { type Html, html, joined, theirId } from '../html.ts'
import { page } from '../page.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'

export interface RateView {
  readonly number: number
  /** Where the rating is sent. */
  readonly address: string
  /** The score that a link named, or the one given before. */
  readonly score: number | null
  /** It has just been recorded. */
  readonly isDone: boolean
}

/** One press rates: the score of the link is chosen already. Opening the page records nothing. */
export function ratePage(visit: Visit, { number, address, score, isDone }: RateView): string {
  const { tongue } = visit
  const title = tongue.say('rate.title')
  const content = html`<header class="head"><h1>${title}</h1>
${isDone && score !== null ? html`<p class="news" role="status"><span aria-hidden="true">✓</span> ${tongue.say('rate.done', { score })}</p>` : html`<p class="lead">${tongue.say('rate.lead', { number: theirId(String(number)) })}</p>`}</header>
<form method="post" action="${address}">${scoreChoice(tongue, score)}
<p><button class="button${isDone && ' second'}" type="submit">${tongue.say(isDone ? 'rate.change' : 'rate.send')}</button></p></form>`
  return page(visit, { title, content, isPrivate: true })
}

/** Five scores, of which one may be chosen; the ends are named. */
export function scoreChoice(tongue: Tongue, chosen: number | null): Html {
  const choices = SCORES.map(
    (score) =>
      html`<label class="score"><input type="radio" name="score" value="${score}" required${score === chosen && html` checked`}><span>${tongue.number(score)}</span></label>`,
  )
  return html`<fieldset class="scores"><legend class="unseen">${tongue.say('rate.title')}</legend><div class="score-row">${joined(choices)}</div><p class="score-ends quiet"><span>${tongue.say('rate.worst')}</span> <span>${tongue.say('rate.best')}</span></p></fieldset>`
}
