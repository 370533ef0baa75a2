/** What changed of a charter, in the reader's language. */
import { DIFFERENCE_FORMS, type DifferenceForm, type DifferenceValue, type DifferenceValueKind } from '@avow/core'
import { valueWords } from './difference-values.ts'
import type { TableWords } from './tongue.ts'

/** A difference as core gives it, or as it was stored. */
export interface SaidDifference {
  readonly form: string
  readonly data: Readonly<Record<string, DifferenceValue>>
  readonly before?: DifferenceValue | null | undefined
  readonly after?: DifferenceValue | null | undefined
}

export interface DifferenceWords {
  /** `For Channel: e-mail, Tier: gold`, `Clock`, `Values that were added: post`. */
  readonly heading: string
  /** What was, and what is now; `none` in words where there was nothing. Undefined where the heading says all. */
  readonly sides?: { readonly before: string; readonly after: string }
  /** The sides are texts of the charter itself, in a language of their own. */
  readonly isQuoted: boolean
}

/** Undefined for a form that this version does not know. */
export function differenceWords(said: SaidDifference, context: TableWords): DifferenceWords | undefined {
  if (!isForm(said.form)) return undefined
  const spec: { readonly data: Readonly<Record<string, DifferenceValueKind>>; readonly sides?: DifferenceValueKind } =
    DIFFERENCE_FORMS[said.form]
  const values = Object.entries(said.data).map(([name, value]) => {
    const kind = spec.data[name] ?? 'text'
    return [name, typeof value === 'number' ? value : valueWords(kind, value, context)] as const
  })
  const heading = context.words.say(`differs.${said.form}`, Object.fromEntries(values))
  const { sides } = spec
  if (sides === undefined) return { heading, isQuoted: false }
  const side = (value: DifferenceValue | null | undefined) =>
    value === null || value === undefined ? context.words.say('difference.none') : valueWords(sides, value, context)
  return {
    heading,
    sides: { before: side(said.before), after: side(said.after) },
    isQuoted: said.form.startsWith('words.'),
  }
}

function isForm(form: string): form is DifferenceForm {
  return Object.hasOwn(DIFFERENCE_FORMS, form)
}
