import type { Amount, BenchmarkGap } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import type { Words } from '../../messages/make-words.ts'

/** A share or a length of time in the reader's language: `92.5%`, `1 h 30 min`. */
export function amountWords(amount: Amount, words: Words): string {
  return amount.kind === 'percent'
    ? words.say('objective.percent', { percent: amount.percent })
    : lengthsOf(words).exact(amount.ms)
}

/** Who is better, and by how much. */
export function gapWords({ kind, by, better }: BenchmarkGap, words: Words): string {
  const size = Math.abs(by)
  const length = kind === 'percent' ? words.say('objective.points', { points: size }) : lengthsOf(words).exact(size)
  return words.say(`objective.gap.${better}`, { by: length })
}
