import { permissionsOf, type Role } from '@avow/contract'
import { addColleague, noteSetUp } from '../../../features/installation/index.ts'
import { readStaff } from '../../../features/people/index.ts'
import { Refusal } from '../../../refusal.ts'
import { type Html, html, joined, NOTHING, theirId, theirs } from '../../html.ts'
import { button, choicesField, chosenOf, formOf, selectField, textField } from '../fields.ts'
import { NOTHING_TYPED, type SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'
import { isPassword } from './claim.ts'
import { isEmail, isName } from './company-fields.ts'

/** What somebody may do, as the roles that it takes. */
const ROLES_OF: Readonly<Record<'agent' | 'lead' | 'charter' | 'admin' | 'viewer', readonly Role[]>> = {
  agent: ['agent'],
  lead: ['lead'],
  charter: ['lead', 'author', 'approver'],
  admin: ['admin'],
  viewer: ['viewer'],
}
const ROLE_NAMES = ['agent', 'lead', 'charter', 'admin', 'viewer'] as const
/** Those of every charter to begin with. */
const POSITIONS = ['agent', 'team-lead', 'head-of-service'] as const
/** The ones that approve changes of it. */
const APPROVERS: readonly string[] = ['team-lead', 'head-of-service']

type Staff = Awaited<ReturnType<typeof readStaff>>

export const peopleStep: Step = {
  show: (at) => view(at, NOTHING_TYPED, []),
  async take(at, _admin, form) {
    const { desk, options } = at
    if (form.has('do', 'add')) return add(at, form)
    if (form.text('name') !== '' || form.text('email') !== '')
      return view(at, form, [{ field: 'name', word: 'error-unfinished' }])
    await noteSetUp(desk.store, options.workspace, { people: true })
    return 'next'
  },
}

async function add(at: SetUpAt, form: SetUpForm): Promise<StepView> {
  const [name, email, password] = [form.text('name'), form.text('email'), form.raw('password')]
  const role = ROLE_NAMES.find((each) => each === form.text('role'))
  const errors: FieldError[] = [
    ...(isName(name) ? [] : [{ field: 'name', word: 'error-name' } as const]),
    ...(isEmail(email) ? [] : [{ field: 'email', word: 'error-email' } as const]),
    ...(role !== undefined ? [] : [{ field: 'role', word: 'error-role' } as const]),
    ...(password === '' || isPassword(password) ? [] : [{ field: 'password', word: 'error-password' } as const]),
  ]
  if (errors.length > 0 || role === undefined) return view(at, form, errors)
  try {
    const made = await addColleague(at.desk, at.options.workspace, {
      name,
      email,
      roles: ROLES_OF[role],
      positions: chosenOf(form, 'positions', POSITIONS),
      ...(password === '' ? {} : { password }),
    })
    return view(at, NOTHING_TYPED, [], added(at, name, made))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'name-taken')) throw error
    return view(at, form, [{ field: 'email', word: 'error-taken' }])
  }
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
<ul class="people">${joined(staff.map((person) => html`<li>${theirs(person.name)} <span class="quiet">${theirId(person.email ?? '')}</span></li>`))}</ul>
${whoApproves(at, staff)}
${formOf(visit.to('/setup/people'), fields, buttons)}`
  return { content, errors }
}

/** Says whether a second person could approve a change of the charter. */
function whoApproves({ say, visit }: SetUpAt, staff: Staff): Html {
  const able = staff.filter(
    ({ roles, positions }) =>
      permissionsOf(roles).has('charter.approve') && positions.some((position) => APPROVERS.includes(position)),
  )
  if (able.length === 0) return NOTHING
  const names = visit.tongue.list(able.map(({ name }) => theirs(name)))
  const isOne = able.length < 2
  return html`<p class="${isOne ? 'promise-before' : 'quiet'}">${say(isOne ? 'people.one' : 'people.several', { names })} ${isOne && say('people.able')}</p>`
}
