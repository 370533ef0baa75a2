/** Kinds of ticket, in the reader's language. */
import type { FindingCase } from '@avow/core'
import { cellWords, factName } from './cell-words.ts'
import { listFormat } from './formats.ts'
import { bothWords } from './gives-words.ts'
import type { TableWords } from './tongue.ts'

/** `Channel: chat, Tier: not gold; or Channel: phone or web form`. */
export function casesWords(cases: readonly FindingCase[], context: TableWords): string {
  return cases
    .map((one) => caseWords(one, context))
    .reduceRight((other, one) => context.words.say('case.either', { one, other }))
}

function caseWords(limits: FindingCase, context: TableWords): string {
  const { words } = context
  const said = limits.map(({ fact, accepts }) =>
    words.say('case.fact', {
      fact: factName(fact, context),
      value: listFormat(words.locale, 'disjunction').format(
        accepts.map((condition) => conditionWords(fact, condition, context)),
      ),
    }),
  )
  return bothWords(said, words)
}

function conditionWords(fact: string, condition: string, context: TableWords): string {
  const { words } = context
  if (condition === 'known') return words.say('case.known')
  const together = condition.split(' & ').map((one) => cellWords(fact, one, context))
  return listFormat(words.locale, 'conjunction').format(together)
}
