/** The public list of changes: what every version says differently from the one before, in words. */
import { type Html, html, joined, theirs } from '../html.ts'
import { page } from '../page.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'
import { charterClock } from '../wall-clock.ts'
import { inForceWords } from './in-force-words.ts'
import { clockName } from './promise-section.ts'
import {
  type PromiseChange,
  type PublicWords,
  publicHoursChanges,
  publicLines,
  publicPromiseChanges,
} from './public-change.ts'
import type { VersionChange } from './read-changes.ts'

/** `now`: UTC ms. */
export function changesPage(visit: Visit, changes: readonly VersionChange[], now: number): string {
  const { tongue } = visit
  const title = tongue.say('changes.title')
  const content = html`<header class="head"><h1>${title}</h1>
<p class="lead">${tongue.say('changes.lead')}</p>
<p><a href="${visit.to('/charter')}">${tongue.say('charter.now')}</a></p></header>
${changes.length === 0 && html`<p>${tongue.say('charter.none')}</p>`}
${joined(
  changes.map((change) => versionSection(visit, change, now)),
  '\n',
)}`
  return page(visit, { title, content, part: 'charter' })
}

function versionSection(visit: Visit, change: VersionChange, now: number): Html {
  const { tongue } = visit
  const { published, charter, before } = change
  const { version, byOne } = published
  const clock = charterClock(charter.zone)
  const promises = before === undefined ? [] : publicPromiseChanges(change, publicLines(tongue))
  const hours = publicHoursChanges(change)
  const isSame = promises.length === 0 && hours.length === 0
  return html`<section class="promise" id="version-${version}" aria-labelledby="heading-${version}">
<h2 id="heading-${version}"><a href="${visit.to(`/charter/v/${version}`)}">${tongue.say('charter.version', { version })}</a></h2>
<p class="quiet">${inForceWords(published, tongue, clock, now)}${byOne && html` · ${tongue.say('charter.by-one')}`}</p>
${before === undefined && html`<p>${tongue.say('changes.first')}</p>`}
${before !== undefined && isSame && html`<p>${tongue.say('changes.none')}</p>`}
${joined(
  promises.map((each) => promiseChange(each, tongue)),
  '\n',
)}
${joined(hours.map((name) => html`<p>${tongue.say('changes.hours', { calendar: calendarName(change, name, tongue) })}</p>`))}
</section>`
}

function promiseChange({ id, change, before, after }: PromiseChange, tongue: Tongue): Html {
  const named = after ?? before
  const name = named === undefined ? theirs(id) : clockName(named, named.promise, tongue)
  return html`<h3>${name} · ${tongue.say(`changes.${change}`)}</h3>
${before !== undefined && before.lines.length > 0 && lines(tongue.say('changes.before'), before)}
${after !== undefined && after.lines.length > 0 && lines(tongue.say('changes.now'), after)}`
}

function lines(name: Html, { lines: said }: PublicWords): Html {
  return html`<p class="quiet">${name}</p><ul class="rows">${joined(said.map((line) => html`<li>${line}</li>`))}</ul>`
}

function calendarName({ charter }: VersionChange, name: string, tongue: Tongue): Html {
  return tongue.text(charter.document.calendars.get(name)?.says) ?? theirs(name)
}
