import { type Html, html, joined } from '../html.ts'
import { page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { type SetUpWord, setUpWords } from './words.ts'

/** Charters to begin with, by the name of their file. */
export const TEMPLATES = ['retailer', 'software-help-desk', 'utility'] as const
export type Template = (typeof TEMPLATES)[number]

export const FIELDS = ['code', 'name', 'person', 'email', 'password', 'mailbox', 'charter'] as const
export type Field = (typeof FIELDS)[number]

export interface SetUpView {
  /** What was typed; secrets are never shown again. */
  readonly typed: Readonly<Partial<Record<Field, string>>>
  readonly errors: readonly { readonly field: Field; readonly word: SetUpWord }[]
}

/** The page that makes an empty installation a desk. */
export function setUpPage(visit: Visit, { typed, errors }: SetUpView): string {
  const say = setUpWords(visit.tongue.language)
  const field = (name: Field, control: (attributes: Html) => Html, hint?: string): Html => {
    const found = errors.find((error) => error.field === name)
    const described = [
      ...(hint === undefined ? [] : [`${name}-hint`]),
      ...(found === undefined ? [] : [`${name}-error`]),
    ]
    const attributes = html`id="field-${name}" name="${name}" required${found !== undefined && html` aria-invalid="true"`}${described.length > 0 && html` aria-describedby="${described.join(' ')}"`}`
    return html`<div class="field${found !== undefined && ' wrong'}"><label for="field-${name}">${say(name)}</label>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${found !== undefined && html`<p class="error" id="${name}-error"><span aria-hidden="true">✕</span> ${say(found.word)}</p>`}
${control(attributes)}</div>`
  }
  const text = (name: Field, type: string, autocomplete: string, ltr = false): Html =>
    field(
      name,
      (attributes) =>
        html`<input type="${type}" dir="${ltr ? 'ltr' : 'auto'}" ${attributes} value="${type === 'password' ? '' : (typed[name] ?? '')}" autocomplete="${autocomplete}" maxlength="200">`,
    )
  const options = TEMPLATES.map(
    (name) => html`<option value="${name}"${name === typed.charter && html` selected`}>${say(name)}</option>`,
  )
  const content = html`<header class="head"><h1>${say('title')}</h1><p class="lead">${say('lead')}</p></header>
${errors.length > 0 && html`<div class="errors" role="alert"><p>${say('wrong')}</p><ul>${joined(errors.map((error) => html`<li><a href="#field-${error.field}">${say(error.word)}</a></li>`))}</ul></div>`}
<form method="post" action="${visit.to('/setup')}" accept-charset="utf-8" novalidate>
${text('code', 'text', 'off', true)}
${text('name', 'text', 'organization')}
${text('person', 'text', 'name')}
${text('email', 'email', 'username', true)}
${text('password', 'password', 'new-password', true)}
${text('mailbox', 'email', 'off', true)}
${field('charter', (attributes) => html`<select ${attributes}>${joined(options)}</select>`, say('charterHint'))}
<p><button class="button" type="submit">${say('send')}</button></p>
</form>`
  return page(visit, { title: html`${say('title')}`, content, isPrivate: true })
}
