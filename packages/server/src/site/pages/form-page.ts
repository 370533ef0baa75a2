import type { CompiledCharter } from '@avow/core'
import { type FormFact, type FormFields, type FormReading, LONGEST } from '../../channels/form/index.ts'
import { factName, valueName } from '../charter/conditions.ts'
import { hasSuited } from '../charter/suited-channel.ts'
import { type Html, html, joined, plain, theirs } from '../html.ts'
import { wallLength } from '../lengths.ts'
import type { MessageKey } from '../messages/en.ts'
import { page } from '../page.ts'
import type { Tongue } from '../tongue.ts'
import type { Visit } from '../visit.ts'

export interface FormView {
  readonly charter: CompiledCharter | undefined
  readonly facts: readonly FormFact[]
  /** What is promised to somebody who sends it now. */
  readonly promised: Html | undefined
  /** When the form is answered, and how long it stays; nothing where the charter does not say. */
  readonly channel: Html
  /** Which channel suits best what was told; nothing where no rule of the charter fits. */
  readonly suited: Html
  /** What is told of a crisis; nothing where there is none. */
  readonly crises: Html
  readonly fields: FormFields
  readonly errors: FormReading['errors']
  /** A fresh mark of the form. */
  readonly once: string
  /** Sent too often: for how long to wait, ms. */
  readonly waitMs?: number
}

/** The form to write to the company, with what was typed and what is wrong with it. */
export function formPage(visit: Visit, view: FormView): string {
  const { tongue } = visit
  const title = tongue.say('form.title')
  const { errors, fields, once, waitMs = 0, facts, charter } = view
  const field = fieldWriter(tongue, errors)
  const content = html`<header class="head"><h1>${title}</h1>
<p class="lead promise-before">${view.promised ?? tongue.say('form.no-promise')}</p></header>
${view.channel}
${view.suited}
${charter !== undefined && facts.length > 0 && hasSuited(charter) && wayForm(visit, charter, view)}
${view.crises}
${waitMs > 0 ? tooMany(tongue, waitMs) : errorSummary(tongue, errors)}
<form method="post" action="${visit.to('/requests/new')}" accept-charset="utf-8" novalidate>
${field('name', tongue.say('form.name'), (attributes) => html`<input type="text" ${attributes} value="${fields.name}" autocomplete="name" maxlength="${LONGEST.name}" required>`)}
${field('email', tongue.say('form.email'), (attributes) => html`<input type="email" dir="ltr" ${attributes} value="${fields.email}" autocomplete="email" maxlength="${LONGEST.email}" required>`, tongue.say('form.email-hint'))}
${joined(facts.map((fact) => factField(field, charter, fact, fields, tongue)))}
${field('subject', tongue.say('form.subject'), (attributes) => html`<input type="text" dir="auto" ${attributes} value="${fields.subject}" maxlength="${LONGEST.subject}" required>`)}
${field(
  'message',
  tongue.say('form.message'),
  (attributes) => html`<textarea dir="auto" rows="8" ${attributes} required>
${fields.message}</textarea>`,
)}
<div class="trap" aria-hidden="true"><label for="field-website">${tongue.say('form.trap')}</label><input id="field-website" name="website" type="text" tabindex="-1" autocomplete="off" value=""></div>
<input type="hidden" name="once" value="${once}">
<p><button class="button" type="submit">${tongue.say('form.send')}</button></p>
</form>`
  return page(visit, { title, content, part: 'write' })
}

/** Asks for the facts alone, so that the best way can be named before anything is written. */
function wayForm({ tongue, to }: Visit, charter: CompiledCharter, { facts, fields }: FormView): Html {
  const choices = facts.map(({ definition, values }) => {
    const { name } = definition
    const options = values.map(
      (value) =>
        html`<option value="${value}"${value === fields.facts[name] && html` selected`}>${plain(valueName(definition, value, tongue))}</option>`,
    )
    return html`<div class="field"><label for="way-${name}">${factName(charter, name, tongue)}</label>
<select id="way-${name}" name="fact.${name}"><option value="">${tongue.say('form.choose')}</option>${joined(options)}</select></div>`
  })
  return html`<form method="get" action="${to('/requests/new')}"><p>${tongue.say('form.way')}</p>
${joined(choices)}
<p><button class="button second" type="submit">${tongue.say('form.way-show')}</button></p></form>`
}

type FieldWriter = (
  name: string,
  label: Html,
  control: (attributes: Html) => Html,
  hint?: Html,
  isOptional?: true,
) => Html

function fieldWriter(tongue: Tongue, errors: FormReading['errors']): FieldWriter {
  return (name, label, control, hint, isOptional) => {
    const found = errors.find(({ field }) => field === name)
    const id = `field-${name}`
    const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(found === undefined ? [] : [`${id}-error`])]
    const attributes = html`id="${id}" name="${name}"${found !== undefined && html` aria-invalid="true"`}${described.length > 0 && html` aria-describedby="${described.join(' ')}"`}`
    return html`<div class="field${found !== undefined && ' wrong'}"><label for="${id}">${label}${isOptional === true && html` <span class="quiet">(${tongue.say('form.optional')})</span>`}</label>
${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${found !== undefined && html`<p class="error" id="${id}-error"><span aria-hidden="true">✕</span> ${errorWords(tongue, found)}</p>`}
${control(attributes)}</div>`
  }
}

function factField(
  field: FieldWriter,
  charter: CompiledCharter | undefined,
  { definition, values }: FormFact,
  fields: FormFields,
  tongue: Tongue,
): Html {
  if (charter === undefined) return html``
  const { name } = definition
  const chosen = fields.facts[name]
  const options = values.map(
    (value) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${plain(valueName(definition, value, tongue))}</option>`,
  )
  return field(
    `fact.${name}`,
    factName(charter, name, tongue),
    (attributes) =>
      html`<select ${attributes}><option value="">${tongue.say('form.choose')}</option>${joined(options)}</select>`,
    undefined,
    true,
  )
}

function errorSummary(tongue: Tongue, errors: FormReading['errors']): Html | false {
  if (errors.length === 0) return false
  const items = errors.map((found) => html`<li><a href="#field-${found.field}">${errorWords(tongue, found)}</a></li>`)
  return html`<div class="errors" role="alert"><p>${tongue.say('form.errors', { n: errors.length })}</p><ul>${joined(items)}</ul></div>`
}

function tooMany(tongue: Tongue, waitMs: number): Html {
  const length = wallLength(tongue, Math.max(60_000, Math.ceil(waitMs / 60_000) * 60_000))
  return html`<div class="errors" role="alert"><p>${tongue.say('error.too-many', { length })}</p></div>`
}

function errorWords(tongue: Tongue, { field, error }: FormReading['errors'][number]): Html {
  const key: MessageKey = `error.${error}`
  const longest = new Map<string, number>(Object.entries(LONGEST)).get(field)
  return tongue.say(key, { most: longest ?? 0, field: theirs(field) })
}
