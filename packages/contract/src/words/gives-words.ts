/** What a row gives, as core writes it in one line, in the reader's language. */
import { moneyIn } from './cell-words.ts'
import { targetWords } from './target-words.ts'
import type { CharterTongue, TableWords } from './tongue.ts'

/**
 * `1 h of office`, `refund, credit up to 10 EUR`, `refund; 100 EUR a ticket`; what is not understood stands as written.
 * `kindsWords` says the kinds of remedy; left out, they stand as the charter writes them.
 */
export function givesWords(
  written: string,
  context: TableWords,
  kindsWords: (kinds: string) => string = (kinds) => kinds,
): string {
  const { words, of } = context
  const target = targetWords(written, context)
  if (target !== written) return target
  const parts = written.split('; ').flatMap((part) => {
    const [, kinds, limit] = /^(.+) up to (.+)$/.exec(part) ?? []
    if (kinds === undefined || limit === undefined) return [limitWords(part, context) ?? kindsWords(part)]
    return [kindsWords(kinds), words.say('gives.up-to', { amount: moneyIn(limit, words) ?? of.fact(limit) })]
  })
  return bothWords(parts, words)
}

/** A list with commas alone: its parts have an “and” and an “or” of their own. */
export function bothWords(parts: readonly string[], words: CharterTongue): string {
  return parts.reduceRight((other, one) => words.say('list.both', { one, other }))
}

/** `100 EUR a ticket`, `100 EUR a day`, `50 EUR to bend a month`; undefined for anything else. */
function limitWords(part: string, { words }: TableWords): string | undefined {
  const [, written = '', bends, each = ''] = /^(\S+ [A-Z]{3})( to bend)? a (\w+)$/.exec(part) ?? []
  const amount = moneyIn(written, words)
  if (amount === undefined) return undefined
  if (bends === undefined) return words.sayCode(`gives.per-${each}`, { amount }) ?? part
  const budget = words.sayCode(`given.bend.${each}`, { amount })
  return budget === undefined ? part : words.say('gives.bend', { amount: budget })
}
