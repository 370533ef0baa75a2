/** The public charter: promises, the figures achieved, what is done when they fail, hours, how to reach us, versions. */
import { type Html, html, joined, NOTHING, theirId } from '../html.ts'
import { mailLinks } from '../mail-links.ts'
import { page } from '../page.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'
import { charterClock } from '../wall-clock.ts'
import { crisisNotices } from './crisis-notice.ts'
import { inForceWords } from './in-force-words.ts'
import { openingHours } from './opening-hours.ts'
import { opinionBlock } from './opinion-block.ts'
import { promiseSection } from './promise-section.ts'
import type { CharterView } from './read-charter.ts'
import { remedySection } from './remedy-section.ts'
import { channelList, exclusionsSection, sentenceSections } from './stated-sections.ts'

/** `view` is undefined where no charter is in force; `mailboxes`: addresses that take mail. */
export function charterPage(visit: Visit, view: CharterView | undefined, mailboxes: readonly string[]): string {
  const { tongue } = visit
  if (view === undefined) {
    const title = tongue.say('page.charter')
    const content = html`<h1>${title}</h1><p>${tongue.say('charter.none')}</p>`
    return page(visit, { title, content, part: 'charter' })
  }
  const title = charterTitle(view, tongue)
  const { mission } = view.charter.document
  const content = html`<header class="head"><h1>${title}</h1>
${mission !== undefined && html`<p class="mission">${tongue.text(mission) ?? NOTHING}</p>`}
<p class="lead">${tongue.say('charter.lead')}</p>
${about(visit, view)}</header>
${view.isInForce && crisisNotices(view.charter, tongue, view.now)}
${view.promises.length === 0 && html`<p>${tongue.say('charter.none-public')}</p>`}
${joined(
  view.promises.map((promise) => promiseSection(view, promise, tongue, opinionBlock(visit, view, promise))),
  '\n',
)}
${remedySection(visit, view)}
${exclusionsSection(view, tongue)}
${sentenceSections(view, tongue)}
${openingHours(view, tongue)}
${reach(visit, view, mailboxes)}
${view.isInForce && view.promises.length > 0 && html`<p class="method quiet">${tongue.say('charter.method')}</p>`}
${wholeLink(visit, view)}
${versionList(visit, view)}
${fingerprint(visit, view)}`
  return page(visit, { title, content, part: 'charter' })
}

export function charterTitle({ charter }: CharterView, tongue: Tongue): Html {
  return tongue.text(charter.document.title) ?? theirId(charter.id)
}

function about(visit: Visit, { published, charter, isInForce, now }: CharterView): Html {
  const { tongue } = visit
  const { version } = published
  const clock = charterClock(charter.zone)
  return html`<p class="about"><b>${tongue.say('charter.version', { version })}</b> · ${inForceWords(published, tongue, clock, now)}</p>
${!isInForce && html`<p><a href="${visit.to('/charter')}">${tongue.say('charter.now')}</a></p>`}
<p class="quiet">${tongue.say('charter.zone', { zone: theirId(charter.zone.name) })}</p>`
}

function reach(visit: Visit, view: CharterView, mailboxes: readonly string[]): Html {
  const { tongue } = visit
  const { contact, complaints, law } = view.charter.document
  const body = law?.disputeBody
  return html`<section class="hours" aria-labelledby="reach"><h2 id="reach">${tongue.say('charter.reach')}</h2>
<p><a href="${visit.to('/requests/new')}">${tongue.say('page.write')}</a></p>
${mailboxes.length > 0 && html`<p>${tongue.say('help.mail', { addresses: mailLinks(mailboxes, tongue) })}</p>`}
${channelList(view, tongue)}
${contact !== undefined && html`<p>${tongue.text(contact) ?? NOTHING}</p>`}
${complaints !== undefined && html`<p>${tongue.say('charter.complaints', { text: tongue.text(complaints) ?? NOTHING })}</p>`}
${body !== undefined && html`<p>${tongue.say('charter.dispute-body', { text: tongue.text(body) ?? NOTHING })}</p>`}</section>`
}

function wholeLink({ tongue, to }: Visit, { isInForce, published }: CharterView): Html {
  const path = isInForce ? '/charter/handbook' : `/charter/v/${published.version}/handbook`
  return html`<p><a href="${to(path)}">${tongue.say('charter.handbook')}</a></p>`
}

/** What a program, or somebody who checks the version, needs; a customer does not. */
function fingerprint({ tongue, root }: Visit, { published: { version, hash } }: CharterView): Html {
  return html`<p class="method quiet">${tongue.say('charter.hash')} <code class="hash">${theirId(hash)}</code></p>
<p class="quiet"><a href="${root}/charter/v/${version}.json">${tongue.say('charter.json')}</a></p>`
}

function versionList(visit: Visit, { versions, published, charter, now }: CharterView): Html {
  const { tongue } = visit
  const clock = charterClock(charter.zone)
  const items = versions.map((each) => {
    const name = tongue.say('charter.version', { version: each.version })
    const isHere = each.version === published.version
    const link = html`<a href="${visit.to(`/charter/v/${each.version}`)}"${isHere && html` aria-current="page"`}>${name}</a>`
    return html`<li>${link} <span class="quiet">${inForceWords(each, tongue, clock, now)}${each.byOne && html` · ${tongue.say('charter.by-one')}`}</span></li>`
  })
  return html`<section class="versions"><h2>${tongue.say('charter.versions')}</h2><ul>${joined(items)}</ul>
<p><a href="${visit.to('/charter/changes')}">${tongue.say('changes.link')}</a></p></section>`
}
