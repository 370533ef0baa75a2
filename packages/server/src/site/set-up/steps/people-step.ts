import { addColleague, noteSetUp } from '../../../features/installation/index.ts'
import { readStaff } from '../../../features/people/index.ts'
import { Refusal } from '../../../refusal.ts'
import { type Html, html, NOTHING, theirId } from '../../html.ts'
import { button, choicesField, chosenOf, formOf, selectField, textField } from '../fields.ts'
import { NOTHING_TYPED, type SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'
import { isPassword } from './claim.ts'
import { isEmail, isName } from './company-fields.ts'
import { POSITIONS, positionsFor, ROLE_NAMES, ROLES_OF } from './people-roles.ts'
import { peopleList, whoApproves } from './people-shown.ts'

export const peopleStep: Step = {
  show: (at) => view(at, NOTHING_TYPED, []),
  async take(at, _admin, form) {
    const { desk, options } = at
    if (form.has('do', 'add')) return shown(at, await add(at, form))
    if (form.text('name') !== '' || form.text('email') !== '') {
      const attempt = await add(at, form)
      // A password that was made is shown here and never again: nobody goes on over it.
      if (attempt.errors !== undefined || attempt.made !== undefined) return shown(at, attempt)
    }
    await noteSetUp(desk.store, options.workspace, { people: true })
    return 'next'
  },
}

/** What became of adding somebody: what was wrong with what was typed, or who is added now. */
type Attempt =
  | { readonly form: SetUpForm; readonly errors: readonly FieldError[] }
  | { readonly name: string; readonly made: string | undefined; readonly errors?: undefined }

async function add(at: SetUpAt, form: SetUpForm): Promise<Attempt> {
  const [name, email, password] = [form.text('name'), form.text('email'), form.raw('password')]
  const role = ROLE_NAMES.find((each) => each === form.text('role'))
  const errors: FieldError[] = [
    ...(isName(name) ? [] : [{ field: 'name', word: 'error-name' } as const]),
    ...(isEmail(email) ? [] : [{ field: 'email', word: 'error-email' } as const]),
    ...(role !== undefined ? [] : [{ field: 'role', word: 'error-role' } as const]),
    ...(password === '' || isPassword(password) ? [] : [{ field: 'password', word: 'error-password' } as const]),
  ]
  if (errors.length > 0 || role === undefined) return { form, errors: andPassword(form, errors) }
  try {
    const made = await addColleague(at.desk, at.options.workspace, {
      name,
      email,
      roles: ROLES_OF[role],
      positions: positionsFor(role, chosenOf(form, 'positions', POSITIONS)),
      ...(password === '' ? {} : { password }),
    })
    return { name, made }
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'name-taken')) throw error
    return { form, errors: andPassword(form, [{ field: 'email', word: 'error-taken' }]) }
  }
}

/** A page never carries a password back, and one must not be made silently in the place of one that was typed. */
function andPassword(form: SetUpForm, errors: readonly FieldError[]): readonly FieldError[] {
  if (form.raw('password') === '' || errors.some(({ field }) => field === 'password')) return errors
  return [...errors, { field: 'password', word: 'error-password-again' }]
}

function shown(at: SetUpAt, attempt: Attempt): Promise<StepView> {
  if (attempt.errors !== undefined) return view(at, attempt.form, attempt.errors)
  return view(at, NOTHING_TYPED, [], added(at, attempt.name, attempt.made))
}

function added({ say }: SetUpAt, name: string, made: string | undefined): Html {
  return html`<div class="news" role="status"><p><span aria-hidden="true">✓</span> ${say('people.added', { name })}</p>
${made !== undefined && html`<p>${say('people.once')} <code>${theirId(made)}</code></p>`}</div>`
}

async function view(
  at: SetUpAt,
  form: SetUpForm,
  errors: readonly FieldError[],
  news: Html = NOTHING,
): Promise<StepView> {
  const { visit, say, desk, options } = at
  const staff = await readStaff(desk.store, options.workspace)
  const parts = { say, errors }
  const positions = chosenOf(form, 'positions', POSITIONS)
  const fields = [
    textField(parts, { name: 'name', label: say('people.name'), value: form.text('name') }),
    textField(parts, { name: 'email', label: say('people.email'), value: form.text('email'), type: 'email' }),
    selectField(parts, {
      name: 'role',
      label: say('people.role'),
      hint: say('people.role-hint'),
      value: form.text('role') || 'agent',
      choices: ROLE_NAMES.map((value) => ({ value, label: say(`role.${value}`) })),
    }),
    choicesField(parts, {
      name: 'positions',
      label: say('people.positions'),
      type: 'checkbox',
      chosen: form === NOTHING_TYPED ? ['agent'] : positions,
      choices: POSITIONS.map((value) => ({ value, label: say(`position.${value}`) })),
    }),
    textField(parts, {
      name: 'password',
      label: say('people.password'),
      hint: say('people.password-hint'),
      value: '',
      type: 'password',
      autocomplete: 'new-password',
      isOptional: true,
    }),
  ]
  const buttons = [button('add', say('people.add'), true), button('go', say('goOn'))]
  const content = html`<p>${say('people.lead')}</p>${news}
${peopleList(at, staff)}
${whoApproves(at, staff)}
${formOf(visit.to('/setup/people'), fields, buttons)}`
  return { content, errors }
}
