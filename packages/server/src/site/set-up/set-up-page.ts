import { SET_UP_STEPS, type SetUpState, type SetUpStep } from '../../features/installation/index.ts'
import { type Html, html, joined, plain } from '../html.ts'
import { page } from '../page.ts'
import type { Visit } from '../visit.ts'
import type { StepView } from './step.ts'
import type { Say } from './words/index.ts'

/** The page of one step, or of signing in. */
export function setUpPage(
  { visit, say, state }: { readonly visit: Visit; readonly say: Say; readonly state: SetUpState },
  here: SetUpStep | 'sign-in',
  { content, errors = [] }: StepView,
): string {
  const isAgain = here === 'company' && state.isClaimed
  const heading = say(isAgain ? 'company.title-again' : `${here}.title`)
  const body = html`<header class="head"><h1>${say('title')}</h1>${here === 'company' && !state.isClaimed && html`<p class="lead">${say('lead')}</p>`}</header>
${here !== 'sign-in' && progress(visit, say, state, here)}
<section aria-labelledby="step"><h2 id="step">${heading}</h2>
${errors.length > 0 && html`<div class="errors" role="alert"><p>${say('wrong')}</p><ul>${joined(errors.map(({ field, word, values }) => html`<li><a href="#field-${field}">${say(word, values)}</a></li>`))}</ul></div>`}
${content}</section>`
  return page(visit, { title: html`${heading} · ${say('title')}`, content: body, isPrivate: true })
}

/** Done steps can be gone back to; later ones wait. */
function progress(visit: Visit, say: Say, state: SetUpState, here: SetUpStep): Html {
  const reached = SET_UP_STEPS.indexOf(state.next ?? 'charter')
  const items = SET_UP_STEPS.map((step, index) => {
    const name = say(`step.${step}`)
    const number = html`<span class="number" aria-hidden="true">${index < reached ? '✓' : index + 1}</span>`
    if (step === here) return html`<li aria-current="step">${number} ${name}</li>`
    if (index > reached) return html`<li class="quiet">${number} ${name}</li>`
    const isDone = index < reached && html` <span class="unseen">(${say('done')})</span>`
    return html`<li><a href="${visit.to(`/setup/${step}`)}">${number} ${name}${isDone}</a></li>`
  })
  return html`<nav class="progress" aria-label="${plain(say('steps'))}"><p class="quiet">${say('step', { number: SET_UP_STEPS.indexOf(here) + 1 })}</p><ol>${joined(items)}</ol></nav>`
}
