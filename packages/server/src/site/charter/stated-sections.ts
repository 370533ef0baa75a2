/** What the public charter says beside promises and remedies: what the company holds dear, cannot do, and where it is reached. */
import { type ClauseWording, termWords } from '@avow/contract'
import {
  type Audience,
  type ChannelClause,
  type CharterDocument,
  type ClauseView,
  type CompiledCharter,
  clausesOf,
  type PromiseClause,
  SECTION_OF_KIND,
  type StatedKind,
} from '@avow/core'
import { charterTongue } from '../../features/charters/index.ts'
import { type Html, html, joined, NOTHING, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { channelHours } from './channel-hours.ts'
import { conditionsInWords, rowInWords, valueName } from './conditions.ts'
import { PUBLIC_STATED_KINDS, publicClauses } from './public-charter.ts'
import type { CharterView } from './read-charter.ts'
import { shownBy } from './shown-by.ts'

/** Kinds that are shown in a form of their own. */
const OWN_FORM: ReadonlySet<string> = new Set<StatedKind>(['exclusion', 'channel'])

/**
 * The other public clauses, kind by kind: each its sentence, under the name of its kind, and what else of it is for everybody,
 * as the handbook says it.
 */
export function sentenceSections(view: CharterView, tongue: Tongue): Html {
  const { charter } = view
  const kinds = PUBLIC_STATED_KINDS.filter((kind) => !OWN_FORM.has(kind))
  const wording = charterTongue(charter.document, tongue.language)
  const said = publicClauses(charter)
  const texts = new Map(clausesOf(charter.document).map(({ id, says }) => [id, says]))
  const sections = kinds.flatMap((kind) => {
    const lines = said
      .filter((clause) => clause.kind === kind)
      .map(
        (clause) =>
          html`<li>${tongue.text(texts.get(clause.id)) ?? NOTHING}${termsOf(view, clause, wording, tongue)}</li>`,
      )
    return lines.length === 0 ? [] : [section(kind, lines, tongue)]
  })
  return joined(sections, '\n')
}

/** What is said once for a clause beside its sentence: `By: 30 June 2027`. */
function termsOf(view: CharterView, clause: ClauseView, wording: ClauseWording, tongue: Tongue): Html {
  const said = clause.terms.map(({ name, text }) => {
    const label = wording.words.sayCode(`term.${name.replaceAll(' ', '-')}`) ?? name
    const value = name === 'shown by' ? shownBy(view, clause, tongue) : undefined
    return html`<span class="when">${label}: ${value ?? theirs(termWords(name, text, wording))}</span>`
  })
  return said.length === 0 ? NOTHING : html` ${joined(said, ' · ')}`
}

function section(kind: StatedKind, lines: readonly Html[], tongue: Tongue): Html {
  const name = SECTION_OF_KIND[kind]
  return html`<section class="promise ${name}" aria-labelledby="${name}"><h2 id="${name}">${tongue.clausesOf(kind)}</h2>
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
  return section('exclusion', lines, tongue)
}

/**
 * The public channels: what each is called, its address, until or from when, its hours, and in a version that is in force
 * whether it is open now; false where there are none.
 */
export function channelList({ charter, isInForce, now }: CharterView, tongue: Tongue): Html | false {
  const { document } = charter
  const channels = document.channels.filter(isPublic)
  if (channels.length === 0) return false
  const lines = channels.map((channel) => {
    const { address, says } = channel
    const note = stateNote(document, channel, tongue)
    const hours = channelHours(charter, channel, tongue, isInForce ? now : undefined)
    return html`<li><b>${channelName(document, channel.channel, tongue)}</b>${address !== undefined && html`: ${theirs(address)}`}${
      note !== undefined && html` <span class="quiet">${note}</span>`
    }${says !== undefined && html`<br>${tongue.text(says) ?? NOTHING}`}${
      channel.bestFor.length > 0 && html`<br>${bestFor(charter, channel, tongue)}`
    }${hours !== undefined && html`<br><span class="quiet">${hours}</span>`}</li>`
  })
  return html`<ul class="channels">${joined(lines, '\n')}</ul>`
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

/** The cases that a channel suits best. */
function bestFor(charter: CompiledCharter, { bestFor: cases }: ChannelClause, tongue: Tongue): Html {
  const said = cases.map((one) => rowInWords(charter, one, true, tongue))
  return tongue.say('channel.best-for', { cases: tongue.either(said) })
}

/** What a channel is called, by its word. */
export function channelName(document: CharterDocument, word: string, tongue: Tongue): Html {
  return valueName(document.facts.get('channel'), word, tongue)
}

function isPublic({ audience }: { readonly audience: Audience }): boolean {
  return audience === 'public'
}
