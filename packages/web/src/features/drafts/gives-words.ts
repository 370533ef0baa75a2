/** What a row gives, as core writes it in a finding, in the reader's language. */
import type { Words } from '../../messages/make-words.ts'
import { moneyIn, type TableWords } from '../handbook/cell-words.ts'

/** `1 h of office`, `refund, credit up to 10 EUR`, `refund; 100 EUR a ticket`; what is not understood stands as written. */
export function givesWords(written: string, context: TableWords): string {
  const { words, of } = context
  const target = of.target(written)
  if (target !== written) return target
  const parts = written.split('; ').flatMap((part) => {
    const [, kinds, limit] = /^(.+) up to (.+)$/.exec(part) ?? []
    if (kinds === undefined || limit === undefined) return [limitWords(part, context)]
    return [kinds, words.say('studio.then.up-to', { amount: moneyIn(limit, words) ?? of.fact(limit) })]
  })
  return bothWords(parts, words)
}

/** A list with commas alone: its parts have an “and” and an “or” of their own. */
export function bothWords(parts: readonly string[], words: Words): string {
  return parts.reduceRight((other, one) => words.say('findings.both', { one, other }))
}

/** `100 EUR a ticket`, `100 EUR a day`, `50 EUR to bend a month`; anything else is the names of what may be given. */
function limitWords(part: string, { words }: TableWords): string {
  const [, written = '', bends, each = ''] = /^(\S+ [A-Z]{3})( to bend)? a (\w+)$/.exec(part) ?? []
  const amount = moneyIn(written, words)
  if (amount === undefined) return part
  if (bends === undefined) return words.sayCode(`studio.then.per-${each}`, { amount }) ?? part
  const budget = words.sayCode(`given.bend.${each}`, { amount })
  return budget === undefined ? part : words.say('studio.then.bend', { amount: budget })
}
