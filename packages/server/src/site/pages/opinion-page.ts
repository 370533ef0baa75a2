import { html } from '../html.ts'
import { page } from '../page.ts'
import type { Visit } from '../visit.ts'

/** After an opinion was counted. Opening the page counts nothing. */
export function opinionPage(visit: Visit, promise: string): string {
  const { tongue } = visit
  const title = tongue.say('opinion.thanks')
  const content = html`<header class="head"><h1>${title}</h1><p class="lead">${tongue.say('opinion.thanks-lead')}</p></header>
<p><a class="button" href="${visit.to('/charter')}#promise-${promise}">${tongue.say('opinion.back')}</a></p>`
  return page(visit, { title, content, part: 'charter' })
}
