/** What the customer was given when something went wrong. */
import { needsAmount } from '@avow/contract'
import { type Html, html, joined } from '../html.ts'
import { remedyName } from '../remedy-name.ts'
import type { Telling } from './promise-words.ts'
import type { GivenOnRequest } from './read-request.ts'

/** Each with its amount, when it was granted, and whether it was carried out. Nothing where nothing was given. */
export function givenBlock(given: readonly GivenOnRequest[], telling: Telling): Html {
  if (given.length === 0) return html``
  return html`<section aria-labelledby="given"><h2 id="given">${telling.tongue.say('request.given')}</h2>
<ul class="given">${joined(
    given.map((one) => givenLine(one, telling)),
    '\n',
  )}</ul></section>`
}

function givenLine({ remedy, isPublic, amount, at, doneAt }: GivenOnRequest, { tongue, clock, now }: Telling): Html {
  const name = remedyName(remedy, isPublic, tongue)
  // What a replacement costs us is nobody's matter; of money the amount is the remedy.
  const what =
    amount !== null && needsAmount(remedy)
      ? tongue.say('request.given-what', { remedy: name, amount: html`<bdi>${tongue.minorMoney(amount)}</bdi>` })
      : name
  const granted = tongue.bareTime(at, clock, now)
  const how =
    doneAt === null
      ? tongue.say('request.given-granted', { granted })
      : tongue.say('request.given-done', { granted, done: tongue.bareTime(doneAt, clock, now) })
  return html`<li><p><b>${what}</b></p><p class="quiet">${doneAt !== null && html`<span aria-hidden="true">✓</span> `}${how}</p></li>`
}
