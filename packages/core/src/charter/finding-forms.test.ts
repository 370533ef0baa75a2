import { expect, it } from 'vitest'
import { CHECK_CODES } from './check-codes.ts'
import { codeOfForm, FINDING_FORMS, type FindingForm } from './finding-forms.ts'

const forms = Object.keys(FINDING_FORMS) as FindingForm[]

it('every code of check has a form, and every form a code', () => {
  expect([...new Set(forms.map(codeOfForm))].toSorted()).toEqual(Object.keys(CHECK_CODES).toSorted())
})

it('a form that stands for its code alone has no other beside it', () => {
  const alone = forms.filter((form) => !form.includes('.'))
  expect(alone.filter((code) => forms.some((form) => form.startsWith(`${code}.`)))).toEqual([])
})
