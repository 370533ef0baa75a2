/** What reading a charter's text found, said in the reader's language. */
import type { TableWords } from '@avow/contract'
import { READ_DETAILS, type ReadDetails } from '@avow/core'
import { listFormat } from '../../messages/formats.ts'

/** What was said of a mistake: its code, and what is known beside it. */
export interface Read {
  readonly code: string
  readonly details?: ReadDetails | undefined
}

/**
 * The sentences of a mistake: what stands there, what is wrong with it and what to do, and what else is known. Undefined where
 * the catalogue has none for the code.
 */
export function readingWords({ code, details = {} }: Read, { words }: TableWords): string | undefined {
  const { typed, cause, ...more } = details
  const wrong =
    (cause === undefined ? undefined : words.sayCode(`read.${code}.${cause}`)) ?? words.sayCode(`read.${code}`)
  if (wrong === undefined) return undefined
  const names = (Object.keys(READ_DETAILS) as readonly (keyof ReadDetails)[]).filter(
    (name) => name !== 'typed' && name !== 'cause',
  )
  const known = names.flatMap((name) => {
    const value = more[name as keyof typeof more]
    return value === undefined
      ? []
      : (words.sayCode(`read.with.${name}`, { [name]: valueWords(name, value, words.locale) }) ?? [])
  })
  const stands = typed === undefined ? [] : (words.sayCode('read.with.typed', { typed }) ?? [])
  return [stands, wrong, known].flat().join(' ')
}

function valueWords(
  name: keyof ReadDetails,
  value: string | number | readonly string[],
  locale: string,
): string | number {
  if (typeof value !== 'object') return value
  return listFormat(locale, name === 'together' ? 'conjunction' : 'disjunction').format(value)
}
