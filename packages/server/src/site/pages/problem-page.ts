import { html } from '../html.ts'
import { wallLength } from '../lengths.ts'
import { page } from '../page.ts'
import type { Visit } from '../visit.ts'

export const PROBLEM_STATUS = {
  'not-found': 404,
  expired: 410,
  'too-many': 429,
  'bad-request': 400,
  'no-pdf': 501,
  'pdf-failed': 503,
  away: 503,
  unexpected: 500,
} as const

export type PageProblem = keyof typeof PROBLEM_STATUS

/** What went wrong, and what to do. */
export function problemPage(visit: Visit, problem: PageProblem, waitMs = 60_000): string {
  const { tongue } = visit
  const title = tongue.say(`problem.${problem}`)
  const length = wallLength(tongue, Math.max(60_000, Math.ceil(waitMs / 60_000) * 60_000))
  const content = html`<header class="head"><h1>${title}</h1><p class="lead">${tongue.say(`problem.${problem}-do`, { length })}</p></header>
<p><a class="button" href="${visit.to('/requests/new')}">${tongue.say('page.write')}</a></p>`
  return page(visit, { title, content, isPrivate: true })
}
