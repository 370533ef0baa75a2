import { QUESTIONS } from '../../features/opinions/index.ts'
import { type Html, html, joined, NOTHING } from '../html.ts'
import type { Visit } from '../visit.ts'
import type { PublicPromise } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'

/** Where opinions are sent, below a page's language. */
export const OPINIONS = '/charter/opinions'

/** Two questions under a promise that is in force, each answered by one press. */
export function opinionBlock(
  { tongue, to }: Visit,
  { isInForce, published }: CharterView,
  { promise }: PublicPromise,
): Html {
  if (!isInForce) return NOTHING
  const forms = QUESTIONS.map(
    (question) => html`<form class="opinion" method="post" action="${to(OPINIONS)}">
<input type="hidden" name="version" value="${published.version}"><input type="hidden" name="promise" value="${promise.id}"><input type="hidden" name="question" value="${question}">
<span id="${question}-${promise.id}">${tongue.say(`opinion.${question}`)}</span>
<button class="button second" type="submit" name="answer" value="yes" aria-describedby="${question}-${promise.id}">${tongue.say('opinion.yes')}</button>
<button class="button second" type="submit" name="answer" value="no" aria-describedby="${question}-${promise.id}">${tongue.say('opinion.no')}</button></form>`,
  )
  return html`<details class="opinions"><summary>${tongue.say('opinion.title')}</summary>${joined(forms, '\n')}
<p class="quiet">${tongue.say('opinion.method')}</p></details>`
}
