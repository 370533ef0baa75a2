/** What somebody may ask for: the facts of their matter, and what the public charter says for just these. */
import { type CompiledCharter, decimalsOf } from '@avow/core'
import { conditionsInWords, factName, valueName } from '../charter/conditions.ts'
import { remedyRowWords } from '../charter/remedy-section.ts'
import { type Html, html, joined, NOTHING, plain, theirs } from '../html.ts'
import { page } from '../page.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'
import { type AskedFact, type AskedReading, type Misread, OTHER } from './asked-facts.ts'
import { formPath } from './carried-facts.ts'
import type { Entitlement } from './entitled-to.ts'
import { ENTITLEMENT_PATH } from './entitlement-path.ts'
import { nextSteps } from './next-steps.ts'

export interface EntitlementView {
  readonly charter: CompiledCharter
  readonly asked: readonly AskedFact[]
  readonly reading: AskedReading
  readonly entitlements: readonly Entitlement[]
  /** UTC ms. */
  readonly now: number
}

/** The form, and under it what it comes to. */
export function entitlementPage(visit: Visit, view: EntitlementView): string {
  const { tongue } = visit
  const title = tongue.say('entitled.title')
  const { asked, reading } = view
  const isAsked = Object.keys(reading.typed).length > 0 && reading.wrong.size === 0
  const content = html`<header class="head"><h1>${title}</h1>
<p class="lead">${tongue.say('entitled.lead')}</p></header>
<form method="get" action="${visit.to(ENTITLEMENT_PATH)}" novalidate>
${joined(asked.map((fact) => factField(view, fact, tongue)))}
<p><button class="button" type="submit">${tongue.say('entitled.ask')}</button></p>
</form>
${(isAsked || asked.length === 0) && answer(view, tongue)}
${(isAsked || asked.length === 0) && nextSteps(visit, { ...view, ...reading, isGiven: view.entitlements.length > 0 })}
<p class="quiet">${tongue.say('entitled.more')}</p>
<p><a href="${visit.to('/charter')}#remedies">${tongue.say('entitled.whole')}</a> · <a href="${visit.to(formPath(reading.wrong.size > 0 ? {} : reading.typed))}">${tongue.say('page.write')}</a></p>`
  return page(visit, { title, content, part: 'charter' })
}

function factField({ charter, reading }: EntitlementView, fact: AskedFact, tongue: Tongue): Html {
  const { name } = fact.definition
  const id = `field-${name}`
  const misread = reading.wrong.get(name)
  const isWrong = misread !== undefined
  const hint = hintOf(fact, tongue)
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(isWrong ? [`${id}-error`] : [])]
  const attributes = html`id="${id}" name="${name}"${isWrong && html` aria-invalid="true"`}${described.length > 0 && html` aria-describedby="${described.join(' ')}"`}`
  return html`<div class="field${isWrong && ' wrong'}"><label for="${id}">${factName(charter, name, tongue)}</label>
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${isWrong && html`<p class="error" id="${id}-error"><span aria-hidden="true">✕</span> ${misreadWords(misread, fact, tongue)}</p>`}
${control(fact, attributes, reading.typed[name] ?? '', tongue)}</div>`
}

function misreadWords(misread: Misread, { definition: { type } }: AskedFact, tongue: Tongue): Html {
  if (misread !== 'decimals' || type.kind !== 'money') return tongue.say('entitled.wrong')
  const { currency } = type
  return tongue.say('entitled.decimals', { count: decimalsOf(currency), currency: theirs(currency) })
}

function control({ definition, values, other }: AskedFact, attributes: Html, typed: string, tongue: Tongue): Html {
  const { type } = definition
  const option = (value: string, words: Html) =>
    html`<option value="${value}"${value === typed && html` selected`}>${plain(words)}</option>`
  if (type.kind === 'choice' || type.kind === 'yes-no') {
    const named =
      type.kind === 'choice'
        ? values.map((value) => option(value, valueName(definition, value, tongue)))
        : [option('yes', tongue.say('when.yes')), option('no', tongue.say('when.no'))]
    return html`<select ${attributes}><option value="">${tongue.say('form.choose')}</option>${joined(named)}${other !== undefined && option(OTHER, tongue.say('entitled.other'))}</select>`
  }
  if (type.kind === 'age') return html`<input type="date" dir="ltr" ${attributes} value="${typed}">`
  return html`<input type="text" inputmode="decimal" dir="ltr" ${attributes} value="${typed}">`
}

function hintOf({ definition: { type } }: AskedFact, tongue: Tongue): Html | undefined {
  if (type.kind === 'age') return tongue.say('entitled.date')
  if (type.kind === 'money') return tongue.say('entitled.money', { currency: theirs(type.currency) })
  if (type.kind === 'duration') return tongue.say('entitled.hours')
  return undefined
}

function answer({ charter, entitlements }: EntitlementView, tongue: Tongue): Html {
  const blocks = entitlements.map(({ clause, isForBroken, outcome }) => {
    const broken = isForBroken && html`<p class="scope">${tongue.say('entitled.if-broken')}</p>`
    const says = clause.says !== undefined && html`<h3>${tongue.text(clause.says) ?? NOTHING}</h3>`
    if (outcome.kind === 'tell') {
      const facts = tongue.list(outcome.facts.map((fact) => factName(charter, fact, tongue)))
      return html`<li>${says}${broken}<p>${tongue.say('entitled.tell', { facts })}</p></li>`
    }
    const row = clause.rows[outcome.row]
    if (row === undefined) return NOTHING
    const conditions = conditionsInWords(charter, row.cells, tongue)
    const why =
      conditions.length > 0
        ? tongue.say('entitled.because', { conditions: joined(conditions, ' · ') })
        : clause.rows.length > 1 && tongue.say('entitled.else')
    return html`<li>${says}${broken}<p class="says">${remedyRowWords(charter, row, tongue)}</p>${why !== false && html`<p class="when">${why}</p>`}</li>`
  })
  return html`<section class="promise remedies" aria-labelledby="answer"><h2 id="answer">${tongue.say('entitled.answer')}</h2>
${blocks.length === 0 ? html`<p>${tongue.say('entitled.nothing')}</p>` : html`<ul class="rows several">${joined(blocks, '\n')}</ul>`}</section>`
}
