/** Steps of an escalation, in the reader's language. */
import { bothWords } from './gives-words.ts'
import { targetWords } from './target-words.ts'
import type { TableWords } from './tongue.ts'

/** When a step is taken: `75%`, `after 2 h of office`, `at once`. */
export function stepTimeWords(time: string, context: TableWords): string {
  const { words } = context
  if (time === 'at once') return words.say('step.at-once')
  const [, length] = /^after (.+)$/.exec(time) ?? []
  return length === undefined ? time : words.say('step.later', { length: targetWords(length, context) })
}

/** A step as core gives it: when, then in turn what it does (`tell`, `give-to`, `raise-priority`) and to whom. */
export function stepWords([time = '', ...acts]: readonly string[], context: TableWords): string {
  const { words, of } = context
  const told = acts.filter((_, index) => index % 2 === 1 && acts[index - 1] === 'tell')
  const given = acts[acts.indexOf('give-to') + 1] ?? ''
  const said = [
    ...(told.length > 0 ? [words.say('act.tell', { who: words.list(told.map((who) => of.position(who))) })] : []),
    ...(acts.includes('give-to') ? [words.say('act.give-to', { who: of.position(given) })] : []),
    ...(acts.includes('raise-priority') ? [words.say('act.raise-priority')] : []),
  ]
  const when = time.endsWith('%') ? words.say('step.at', { percent: time }) : stepTimeWords(time, context)
  return said.length === 0 ? when : words.say('step.does', { time: when, acts: bothWords(said, words) })
}
