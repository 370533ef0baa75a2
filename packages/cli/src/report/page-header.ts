/** The head of the page: which charter, which history, and by whose rules it is judged. */
import { type Html, html, joined, type Piece, theirId } from './html.ts'
import type { Tongue } from './tongue.ts'
import type { View } from './view.ts'

/** The charter's title, or its id where it has none. */
export function charterTitle({ input }: View, tongue: Tongue): Html {
  return tongue.text(input.charter.document.title) ?? theirId(input.charter.id)
}

/** The version as people name it: a number with the start of its hash, or a draft. */
export function versionName({ input }: View, tongue: Tongue): Html {
  const { version, hash } = input.charter
  const short = html`<code>${theirId(hash.slice(0, 12))}</code>`
  return version === null
    ? tongue.say('header.draft', { hash: short })
    : tongue.say('header.published', { number: version, hash: short })
}

export function pageHeader(view: View): Html {
  const { both, input, gathered } = view
  const { from, to, commitments } = gathered
  const fact = (name: Parameters<Tongue['say']>[0], value: (tongue: Tongue) => Piece) =>
    html`<div><dt>${both((t) => t.say(name))}</dt><dd>${both(value)}</dd></div>`
  const facts = [
    fact('header.version', (t) => versionName(view, t)),
    from !== null &&
      to !== null &&
      fact('header.history', (t) => t.say('header.from-to', { from: t.dateOf(from), to: t.dateOf(to) })),
    fact('header.tickets', (t) => t.number(input.columns.tickets.length)),
    fact('header.events', (t) => t.number(input.columns.at.length)),
    fact('header.commitments', (t) => t.number(commitments)),
    fact('header.judged-at', (t) => t.minute(input.now)),
    fact('header.made', (t) => t.minute(input.madeAt)),
    fact('header.zone', () => theirId(input.charter.zone.name)),
  ]
  return html`<header class="head">
<p class="kind">${both((t) => t.say('page.kind'))}</p>
<h1>${both((t) => charterTitle(view, t))}</h1>
<p class="lead">${both((t) => t.say('page.lead'))}</p>
<dl class="facts">${joined(facts)}</dl>
<p class="note">${both((t) => t.say('page.other-rules'))}</p>
</header>`
}
