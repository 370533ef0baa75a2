/** Fields of forms: a label, a hint, what is wrong beside it, what was typed in it. */
import { type Html, html, joined, type Piece } from '../html.ts'
import type { SetUpForm } from './form.ts'
import type { FieldError } from './step.ts'
import type { Say } from './words/index.ts'

export interface FieldParts {
  readonly say: Say
  readonly errors: readonly FieldError[]
}

export interface Choice {
  readonly value: string
  readonly label: Piece
}

interface FieldWords {
  readonly name: string
  readonly label: Piece
  readonly hint?: Piece
  readonly isOptional?: boolean
}

interface TextField extends FieldWords {
  readonly value: string
  readonly type?: 'text' | 'email' | 'password' | 'time'
  readonly autocomplete?: string
  /** What is written from left to right in any language. */
  readonly ltr?: boolean
}

export function textField(parts: FieldParts, field: TextField): Html {
  const { value, type = 'text', autocomplete = 'off', ltr = type !== 'text' } = field
  return around(
    parts,
    field,
    (attributes) =>
      html`<input type="${type}" dir="${ltr ? 'ltr' : 'auto'}"${attributes} value="${type === 'password' ? '' : value}" autocomplete="${autocomplete}" maxlength="254">`,
  )
}

export function areaField(parts: FieldParts, field: FieldWords & { readonly value: string }): Html {
  return around(
    parts,
    field,
    // The first line break behind the tag is not part of the text.
    (attributes) => html`<textarea dir="ltr" rows="8" spellcheck="false"${attributes}>${'\n'}${field.value}</textarea>`,
  )
}

export function selectField(
  parts: FieldParts,
  field: FieldWords & { readonly value: string; readonly choices: readonly Choice[] },
): Html {
  const options = field.choices.map(
    ({ value, label }) => html`<option value="${value}"${value === field.value && html` selected`}>${label}</option>`,
  )
  return around(parts, field, (attributes) => html`<select${attributes}>${joined(options)}</select>`)
}

interface ChoicesField extends FieldWords {
  readonly type: 'checkbox' | 'radio'
  readonly chosen: readonly string[]
  readonly choices: readonly Choice[]
}

export function choicesField(parts: FieldParts, { name, label, hint, type, chosen, choices }: ChoicesField): Html {
  const { found, described } = aboutField(parts, name, hint !== undefined)
  const boxes = choices.map(
    (choice, index) =>
      html`<li><label class="choice"><input type="${type}" name="${name}" value="${choice.value}"${index === 0 && html` id="field-${name}"`}${chosen.includes(choice.value) && html` checked`}> <span>${choice.label}</span></label></li>`,
  )
  return html`<fieldset class="field choices${found !== undefined && ' wrong'}"${described}><legend class="label">${label}</legend>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}${errorBeside(parts, name)}<ul>${joined(boxes)}</ul></fieldset>`
}

/** What is wrong with a field, to stand beside it. */
export function errorBeside({ say, errors }: FieldParts, name: string): Html | false {
  const found = errors.find((error) => error.field === name)
  return (
    found !== undefined &&
    html`<p class="error" id="${name}-error"><span aria-hidden="true">✕</span> ${say(found.word, found.values)}</p>`
  )
}

export function chosenOf(form: SetUpForm, name: string, choices: readonly string[]): string[] {
  return choices.filter((choice) => form.has(name, choice))
}

/** The attributes that say what describes a field, and that it is wrong. */
export function aboutField(
  { errors }: FieldParts,
  name: string,
  hasHint = false,
): { readonly found: FieldError | undefined; readonly described: Html } {
  const found = errors.find((error) => error.field === name)
  const ids = [...(hasHint ? [`${name}-hint`] : []), ...(found === undefined ? [] : [`${name}-error`])]
  const described = html`${found !== undefined && html` aria-invalid="true"`}${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}`
  return { found, described }
}

function around(parts: FieldParts, field: FieldWords, control: (attributes: Html) => Html): Html {
  const { name, label, hint, isOptional = false } = field
  const { found, described } = aboutField(parts, name, hint !== undefined)
  const attributes = html` id="field-${name}" name="${name}"${!isOptional && html` required`}${described}`
  return html`<div class="field${found !== undefined && ' wrong'}"><label for="field-${name}">${label}${isOptional && html` <span class="quiet">(${parts.say('optional')})</span>`}</label>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}${errorBeside(parts, name)}
${control(attributes)}</div>`
}

/** A form of a step; `buttons` stand at its end. */
export function formOf(action: string, fields: readonly Piece[], buttons: readonly Html[]): Html {
  return html`<form method="post" action="${action}" accept-charset="utf-8" novalidate>
${joined(fields, '\n')}
<p class="buttons">${joined(buttons, ' ')}</p>
</form>`
}

/** A button that says by `do` what is wanted. */
export function button(does: string, label: Piece, isSecond = false): Html {
  return html`<button class="button${isSecond && ' second'}" type="submit" name="do" value="${does}">${label}</button>`
}
