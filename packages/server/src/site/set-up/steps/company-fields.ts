import { mailAddress, properName } from '@avow/contract'
import type { Company } from '../../../features/installation/index.ts'
import type { Html } from '../../html.ts'
import { html } from '../../html.ts'
import { isLanguage, LANGUAGES, NAMES } from '../../languages.ts'
import { choicesField, type FieldParts, selectField, textField } from '../fields.ts'
import { SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt } from '../step.ts'

const SLUG = /^[a-z0-9](-?[a-z0-9]){0,62}$/

/** Every zone that the runtime knows. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

export function isEmail(text: string): boolean {
  return mailAddress.safeParse(text).success
}

export function isName(text: string): boolean {
  return properName.safeParse(text).success
}

/** The company as the form says it. */
export function companyOf(form: SetUpForm, { state }: SetUpAt): Company {
  const name = form.text('name')
  const master = form.text('language')
  const others = LANGUAGES.filter((language) => language !== master && form.has('languages', language))
  return {
    name,
    slug: form.text('slug') || slugOf(name) || state.workspace.slug,
    zone: form.text('zone'),
    languages: [master, ...others],
  }
}

export function companyErrors({ name, slug, zone, languages }: Company): FieldError[] {
  return [
    ...(isName(name) ? [] : [{ field: 'name', word: 'error-name' } as const]),
    ...(SLUG.test(slug) ? [] : [{ field: 'slug', word: 'error-slug' } as const]),
    ...(ZONES.includes(zone) ? [] : [{ field: 'zone', word: 'error-zone' } as const]),
    ...(isLanguage(languages[0] ?? '') ? [] : [{ field: 'language', word: 'error-language' } as const]),
  ]
}

export function companyFields(parts: FieldParts, form: SetUpForm): readonly Html[] {
  const { say } = parts
  const languages = LANGUAGES.map((value) => ({ value, label: html`<span lang="${value}">${NAMES[value]}</span>` }))
  const named = LANGUAGES.map((value) => ({ value, label: NAMES[value] }))
  return [
    textField(parts, { name: 'name', label: say('name'), value: form.text('name'), autocomplete: 'organization' }),
    textField(parts, {
      name: 'slug',
      label: say('slug'),
      hint: say('slug.hint'),
      value: form.text('slug'),
      isOptional: true,
      ltr: true,
    }),
    selectField(parts, {
      name: 'zone',
      label: say('zone'),
      hint: say('zone.hint'),
      value: form.text('zone'),
      choices: ZONES.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    }),
    selectField(parts, { name: 'language', label: say('language'), value: form.text('language'), choices: named }),
    choicesField(parts, {
      name: 'languages',
      label: say('languages'),
      type: 'checkbox',
      chosen: [...form.all('languages'), form.text('language')],
      choices: languages,
    }),
  ]
}

/** What the fields hold before anything is typed. */
export function companyKept({ state, visit }: SetUpAt): SetUpForm {
  const { name, slug, zone, languages } = state.workspace
  if (state.isClaimed) return new SetUpForm({ name, slug, zone, language: languages[0], languages: [...languages] })
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { language } = visit.tongue
  return new SetUpForm({ zone: ZONES.includes(here) ? here : 'UTC', language, languages: [language] })
}

/** A short name of Latin letters; empty where the name has none. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll('ł', 'l').replaceAll(/\p{M}/gu, '')
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '')
}
