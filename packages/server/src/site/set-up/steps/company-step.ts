import { nameCompany } from '../../../features/installation/index.ts'
import { Refusal } from '../../../refusal.ts'
import { button, formOf } from '../fields.ts'
import type { SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'
import { companyErrors, companyFields, companyKept, companyOf } from './company-fields.ts'

/** The first step, gone back to: who administers the desk is known by then. */
export const companyStep: Step = {
  show: async (at) => view(at, companyKept(at), []),
  async take(at, _admin, form) {
    const company = companyOf(form, at)
    const errors = companyErrors(company)
    if (errors.length > 0) return view(at, form, errors)
    try {
      await nameCompany(at.desk, at.options.workspace, company)
      return 'next'
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'name-taken')) throw error
      return view(at, form, [{ field: 'slug', word: 'error-slug-taken' }])
    }
  },
}

function view({ visit, say }: SetUpAt, form: SetUpForm, errors: readonly FieldError[]): StepView {
  const fields = companyFields({ say, errors }, form)
  return { content: formOf(visit.to('/setup/company'), fields, [button('go', say('goOn'))]), errors }
}
