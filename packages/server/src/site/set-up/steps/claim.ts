import { timingSafeEqual } from 'node:crypto'
import { claimDesk } from '../../../features/installation/index.ts'
import { Refusal } from '../../../refusal.ts'
import { button, formOf, textField } from '../fields.ts'
import type { SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, StepView } from '../step.ts'
import { companyErrors, companyFields, companyKept, companyOf, isEmail, isName } from './company-fields.ts'

const MOST_TRIES = 20
const PASSWORD_LENGTH = { least: 12, most: 128 }

/** The first step: whoever has the code names the company, and makes the first sign-in. */
export interface Claim {
  show(at: SetUpAt): StepView
  /** Answers `claimed` where the desk has somebody who administers it now. */
  take(at: SetUpAt, form: SetUpForm): Promise<StepView | 'claimed'>
}

/** Wrong codes are counted as long as the server runs. */
export function openClaim(): Claim {
  let wrongCodes = 0
  return {
    show: (at) => view(at, companyKept(at), []),
    async take(at, form) {
      if (wrongCodes >= MOST_TRIES) return view(at, form, [{ field: 'code', word: 'error-tries' }])
      const company = companyOf(form, at)
      const errors = [
        ...(isCode(form.text('code'), at.options.code) ? [] : [{ field: 'code', word: 'error-code' } as const]),
        ...companyErrors(company),
        ...(isName(form.text('person')) ? [] : [{ field: 'person', word: 'error-name' } as const]),
        ...(isEmail(form.text('email')) ? [] : [{ field: 'email', word: 'error-email' } as const]),
        ...(isPassword(form.raw('password')) ? [] : [{ field: 'password', word: 'error-password' } as const]),
      ]
      if (errors[0]?.word === 'error-code') wrongCodes += 1
      if (errors.length > 0) return view(at, form, errors)
      try {
        const { language } = at.visit.tongue
        const person = {
          name: form.text('person'),
          email: form.text('email'),
          password: form.raw('password'),
          language,
        }
        await claimDesk(at.desk, at.options.workspace, company, person)
        return 'claimed'
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'name-taken')) throw error
        const isSlug = error.details.at?.[0]?.path === 'slug'
        return view(at, form, [
          isSlug ? { field: 'slug', word: 'error-slug-taken' } : { field: 'email', word: 'error-taken' },
        ])
      }
    },
  }
}

/** Does a password have a length that signing in takes? */
export function isPassword(text: string): boolean {
  return text.length >= PASSWORD_LENGTH.least && text.length <= PASSWORD_LENGTH.most
}

function view({ visit, say }: SetUpAt, form: SetUpForm, errors: readonly FieldError[]): StepView {
  const parts = { say, errors }
  const fields = [
    textField(parts, { name: 'code', label: say('code'), value: form.text('code'), ltr: true }),
    ...companyFields(parts, form),
    textField(parts, { name: 'person', label: say('person'), value: form.text('person'), autocomplete: 'name' }),
    textField(parts, {
      name: 'email',
      label: say('email'),
      value: form.text('email'),
      type: 'email',
      autocomplete: 'username',
    }),
    textField(parts, {
      name: 'password',
      label: say('password'),
      value: '',
      type: 'password',
      autocomplete: 'new-password',
    }),
  ]
  return { content: formOf(visit.to('/setup/company'), fields, [button('go', say('goOn'))]), errors }
}

function isCode(typed: string, code: string | undefined): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(code ?? '')]
  return code !== undefined && one.length === other.length && timingSafeEqual(one, other)
}
