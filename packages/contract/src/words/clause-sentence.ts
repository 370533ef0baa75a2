import type { ClauseView } from '../versions.ts'
import { targetWords } from './target-words.ts'
import type { ClauseWording, Said } from './tongue.ts'

export interface ClauseSentence extends Said {
  /** It says all that the clause's table says, so that the table need not stand beside it. */
  readonly isWhole: boolean
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * What a clause says, with its time put in where it has one only, else with “the time promised”. The time is fenced in
 * (U+2068 … U+2069), since its direction may be another. Undefined where the clause has no words.
 */
export function clauseSentence({ says, rows }: ClauseView, context: ClauseWording): ClauseSentence | undefined {
  const said = context.of.text(says)
  if (said === undefined) return undefined
  const only = rows.length === 1 ? rows[0] : undefined
  const written = only?.gives['target']
  const isWhole =
    written !== undefined &&
    said.text.includes('{target}') &&
    Object.keys({ ...only?.when, ...only?.gives }).length === 1
  const target = written === undefined ? context.words.say('policy.target') : targetWords(written, context)
  return { ...said, text: said.text.replaceAll('{target}', `\u2068${target.replace(TURNING, '')}\u2069`), isWhole }
}
