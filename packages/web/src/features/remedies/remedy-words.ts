import { type Grant, remedyName } from '@avow/contract'
import { listFormat } from '../../messages/formats.ts'
import { isolated } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { type Money, moneyWords } from '../charters/money.ts'

/** `Refund, €45.00`; what costs nothing has no amount. */
export function remedyWords({ remedy, amount }: RemedyGiven, words: Words): string {
  const name = remedyName(remedy, words)
  return amount === null ? name : words.say('remedy.what', { remedy: name, amount: moneyWords(amount, words.locale) })
}

type RemedyGiven = Pick<Grant, 'remedy'> & { readonly amount: Money | null }

/** `agent or team lead`: any of them can decide. */
export function anyPosition(positions: readonly string[], of: CharterWords, words: Words): string {
  return listFormat(words.locale, 'disjunction').format(positions.map((position) => isolated(of.position(position))))
}
