import { listFormat } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { type CellForm, cellForm } from './cell-form.ts'

/** A condition in words: `e-mail or web form`, `at least silver`, `under 30 days`. */
export function cellWords(fact: string, value: unknown, of: CharterWords, words: Words): string {
  return formWords(fact, cellForm(value), of, words)
}

export function formWords(fact: string, form: CellForm, of: CharterWords, words: Words): string {
  const named = (value: string) => (value === 'unknown' ? words.say('unknown') : valueWords(fact, value, of, words))
  switch (form.kind) {
    case 'any':
      return words.say('studio.cell.any')
    case 'values':
      return orList(form.values.map(named), words)
    case 'not':
      return words.say('studio.cell.not', { value: orList(form.values.map(named), words) })
    case 'between':
      return words.say('studio.cell.between', { from: named(form.from), to: named(form.to) })
    case 'at least':
      return words.say('studio.cell.at-least', { value: named(form.value) })
    case 'over':
      return words.say('studio.cell.over', { value: named(form.value) })
    case 'under':
      return words.say('studio.cell.under', { value: named(form.value) })
    case 'at most':
      return words.say('studio.cell.at-most', { value: named(form.value) })
  }
}

function valueWords(fact: string, value: string, of: CharterWords, words: Words): string {
  if (value === 'yes' || value === 'no') return words.say(value)
  const length = /^(\d+) (day|week|month|year)s?$/.exec(value)
  // `30 days` is said as targets are.
  return length === null ? of.factValue(fact, value) : of.target(value)
}

function orList(values: readonly string[], words: Words): string {
  return listFormat(words.locale, 'disjunction').format(values)
}
