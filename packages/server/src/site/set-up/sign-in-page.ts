import { html } from '../html.ts'
import type { Visit } from '../visit.ts'
import { button, formOf, textField } from './fields.ts'
import type { SetUpForm } from './form.ts'
import type { FieldError, StepView } from './step.ts'
import type { Say } from './words/index.ts'

/** Where somebody comes back to a desk that is being set up. `isOther`: they are signed in, as somebody who may not. */
export function signInView(
  { visit, say }: { readonly visit: Visit; readonly say: Say },
  form: SetUpForm,
  errors: readonly FieldError[],
  isOther = false,
): StepView {
  const parts = { say, errors }
  const fields = [
    textField(parts, {
      name: 'email',
      label: say('sign-in.email'),
      value: form.text('email'),
      type: 'email',
      autocomplete: 'username',
    }),
    textField(parts, {
      name: 'password',
      label: say('sign-in.password'),
      value: '',
      type: 'password',
      autocomplete: 'current-password',
    }),
  ]
  const content = html`<p>${say(isOther ? 'sign-in.not-admin' : 'sign-in.lead')}</p>
${formOf(visit.to('/setup/sign-in'), fields, [button('go', say('sign-in.send'))])}`
  return { content, errors }
}
