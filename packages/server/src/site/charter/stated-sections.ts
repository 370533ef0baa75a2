/** What the public charter says beside promises and remedies: what the company holds dear, cannot do, and where it is reached. */
import type { Audience, ChannelClause, CharterDocument, PromiseClause } from '@avow/core'
import { type Html, html, joined, NOTHING, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { conditionsInWords, valueName } from './conditions.ts'
import type { CharterView } from './read-charter.ts'

/** The public values, each a sentence; nothing where there are none. */
export function valuesSection({ charter }: CharterView, tongue: Tongue): Html {
  const values = charter.document.values.filter(isPublic)
  if (values.length === 0) return NOTHING
  const lines = values.map(({ says }) => html`<li>${tongue.text(says) ?? NOTHING}</li>`)
  return html`<section class="promise values" aria-labelledby="values"><h2 id="values">${tongue.say('charter.values')}</h2>
<ul class="rows several">${joined(lines, '\n')}</ul></section>`
}

/** What the company cannot do, for which requests, and what to do in its place. */
export function exclusionsSection({ charter }: CharterView, tongue: Tongue): Html {
  const exclusions = charter.document.exclusions.filter(isPublic)
  if (exclusions.length === 0) return NOTHING
  const lines = exclusions.map(({ says, instead, when }) => {
    const scope = conditionsInWords(charter, when, tongue)
    return html`<li><span class="says">${tongue.text(says) ?? NOTHING}</span>${
      scope.length > 0 && html` <span class="when">${joined(scope, ' · ')}</span>`
    }${instead !== undefined && html`<br><span class="quiet">${tongue.text(instead) ?? NOTHING}</span>`}</li>`
  })
  return html`<section class="promise exclusions" aria-labelledby="exclusions"><h2 id="exclusions">${tongue.say('charter.exclusions')}</h2>
<ul class="rows several">${joined(lines, '\n')}</ul></section>`
}

/** The public channels: what each is called, its address, and until or from when; false where there are none. */
export function channelList({ charter: { document } }: CharterView, tongue: Tongue): Html | false {
  const channels = document.channels.filter(isPublic)
  if (channels.length === 0) return false
  const lines = channels.map((channel) => {
    const { address, says } = channel
    const note = stateNote(document, channel, tongue)
    return html`<li><b>${channelName(document, channel.channel, tongue)}</b>${address !== undefined && html`: ${theirs(address)}`}${
      note !== undefined && html` <span class="quiet">${note}</span>`
    }${says !== undefined && html`<br>${tongue.text(says) ?? NOTHING}`}</li>`
  })
  return html`<ul>${joined(lines, '\n')}</ul>`
}

/** What a promise depends on, does not cover, and whom to turn to. */
export function provisions({ conditions, limits, contact, complaints }: PromiseClause, tongue: Tongue): Html {
  const lines = [
    conditions !== undefined && tongue.say('promise.conditions', { text: tongue.text(conditions) ?? NOTHING }),
    limits !== undefined && tongue.say('promise.limits', { text: tongue.text(limits) ?? NOTHING }),
    contact !== undefined && tongue.say('promise.contact', { text: tongue.text(contact) ?? NOTHING }),
    complaints !== undefined && tongue.say('promise.complaints', { text: tongue.text(complaints) ?? NOTHING }),
  ].filter((line) => line !== false)
  return joined(
    lines.map((line) => html`<p class="provision">${line}</p>`),
    '\n',
  )
}

function stateNote(
  document: CharterDocument,
  { state, from, until, movesTo }: ChannelClause,
  tongue: Tongue,
): Html | undefined {
  if (state === 'pilot') return tongue.say('channel.pilot')
  if (state === 'planned')
    return from === undefined ? tongue.say('channel.planned') : tongue.say('channel.from', { date: tongue.day(from) })
  if (state === 'open' || until === undefined) return undefined
  const next = document.channels.find((channel) => channel.id === movesTo && isPublic(channel))
  return next === undefined
    ? tongue.say('channel.until', { date: tongue.day(until) })
    : tongue.say('channel.moves', { date: tongue.day(until), channel: channelName(document, next.channel, tongue) })
}

function channelName(document: CharterDocument, word: string, tongue: Tongue): Html {
  return valueName(document.facts.get('channel'), word, tongue)
}

function isPublic({ audience }: { readonly audience: Audience }): boolean {
  return audience === 'public'
}
