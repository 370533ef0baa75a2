import { z } from 'zod'
import { cleanLine, cleanText, isMailAddress } from '../email/reading/index.ts'
import type { FormFact } from './form-facts.ts'

/** What was typed, to be shown again where something is missing. */
export interface FormFields {
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly message: string
  /** By name of the fact; those left open are absent. */
  readonly facts: Readonly<Record<string, string>>
  /** Made with the page: the same form sent twice is one request. Undefined where it is none of ours. */
  readonly once: string | undefined
}

export type FormError = 'name' | 'email' | 'subject' | 'message' | 'too-long' | 'fact' | 'trap' | 'stale'

export interface FormReading {
  readonly fields: FormFields
  /** What is wrong, with the field that it is about, in the order of the form. */
  readonly errors: readonly { readonly field: string; readonly error: FormError }[]
}

export const LONGEST = { name: 200, email: 254, subject: 300, message: 20_000 } as const

export const EMPTY_FORM: FormFields = { name: '', email: '', subject: '', message: '', facts: {}, once: undefined }

/** 128 random bits as hexadecimal digits. */
const ONCE = /^[0-9a-f]{32}$/

/** A form as browsers send it: texts by name; of a name sent twice, the first. */
const body = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).transform((texts) => texts[0] ?? '')]).catch(''),
)

/** Reads what was sent, whatever it is. Nothing is lost: what is too long is shown again as it was. */
export function readForm(sent: unknown, facts: readonly FormFact[]): FormReading {
  const read = body.safeParse(sent ?? {})
  const texts = new Map(read.success ? Object.entries(read.data) : [])
  const typed = (name: string) => texts.get(name) ?? ''
  const line = (name: string) => cleanLine(typed(name), 2 * LONGEST.message)
  const fields: FormFields = {
    name: line('name'),
    email: line('email'),
    subject: line('subject'),
    message: cleanText(typed('message')).trim(),
    facts: Object.fromEntries(
      facts.flatMap(({ definition: { name } }) => {
        const value = typed(`fact.${name}`)
        return value === '' ? [] : [[name, value]]
      }),
    ),
    once: ONCE.test(typed('once')) ? typed('once') : undefined,
  }
  const errors: { field: string; error: FormError }[] = []
  const check = (field: keyof typeof LONGEST, error: FormError, isGood: boolean) => {
    if (!isGood) errors.push({ field, error })
    else if (fields[field].length > LONGEST[field]) errors.push({ field, error: 'too-long' })
  }
  check('name', 'name', fields.name !== '')
  check('email', 'email', isMailAddress(fields.email))
  for (const { definition, values } of facts) {
    const value = fields.facts[definition.name]
    if (value !== undefined && !values.includes(value)) errors.push({ field: `fact.${definition.name}`, error: 'fact' })
  }
  check('subject', 'subject', fields.subject !== '')
  check('message', 'message', fields.message !== '')
  // A machine fills in what people do not see. People are told: a browser may have filled it in for them.
  if (typed('website') !== '') errors.push({ field: 'website', error: 'trap' })
  else if (errors.length === 0 && fields.once === undefined) errors.push({ field: 'message', error: 'stale' })
  return { fields, errors }
}
