import { type CompiledCharter, formatMoney } from '@avow/core'
import { openingHours } from '../charter/opening-hours.ts'
import { promiseSection } from '../charter/promise-section.ts'
import { publicPromises } from '../charter/public-charter.ts'
import type { CharterView } from '../charter/read-charter.ts'
import { type Html, html, joined, theirs } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { type Say, SET_UP_WORDS, type SetUpWord } from './words/index.ts'

/** A charter that is not published yet, in the sentences that the public page will have, and who may grant what. */
export function charterSentences(charter: CompiledCharter, hash: string, now: number, tongue: Tongue, say: Say): Html {
  const published = { version: 1, hash, from: now, until: Number.POSITIVE_INFINITY, byOne: false }
  const view: CharterView = {
    charter,
    published,
    isInForce: false,
    promises: publicPromises(charter),
    figures: new Map(),
    closed: new Map(),
    versions: [published],
    now,
  }
  return html`${joined(
    view.promises.map((promise) => promiseSection(view, promise, tongue)),
    '\n',
  )}
${openingHours(view, tongue)}
${grants(charter, tongue, say)}
${law(charter, tongue, say)}`
}

/** Whose law it is compared with; nothing where it names none. */
function law({ document }: CompiledCharter, tongue: Tongue, say: Say): Html {
  const { law } = document
  if (law === undefined) return html``
  const regions = new Intl.DisplayNames(tongue.locale, { type: 'region' })
  const places = tongue.list(law.jurisdictions.map((one) => html`${regions.of(one) ?? one}`))
  return html`<p>${say('charter.law', { places })}</p>`
}

function grants({ document }: CompiledCharter, tongue: Tongue, say: Say): Html {
  const lines = document.authority.flatMap((clause) => {
    const position = tongue.text(document.positions.find(({ name }) => name === clause.position)?.says)
    return clause.rows.map(({ may, perTicket }) => {
      const values = {
        position: position ?? theirs(clause.position),
        what: tongue.list(may.map((one) => remedy(one, say))),
      }
      return perTicket === undefined
        ? say('charter.grant-free', values)
        : say('charter.grant', { ...values, amount: html`${formatMoney(perTicket)}` })
    })
  })
  return html`<section><h2>${say('charter.grants')}</h2><ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul></section>`
}

function remedy(name: string, say: Say): Html {
  const word = `remedy.${name}`
  return isWord(word) ? say(word) : theirs(name)
}

function isWord(word: string): word is SetUpWord {
  return Object.hasOwn(SET_UP_WORDS.en, word)
}
