import { type Html, theirs } from './html.ts'
import type { MessageKey } from './messages/en.ts'
import type { Tongue } from './tongue.ts'

const NAMES = new Map<string, MessageKey>([
  ['refund', 'remedy.refund'],
  ['replacement', 'remedy.replacement'],
  ['repair', 'remedy.repair'],
  ['credit', 'remedy.credit'],
  ['apology', 'remedy.apology'],
])

/**
 * A kind of remedy in a language. One that the charter names itself is called as it is there, but only where a public
 * clause names it (`isPublic`): what is for staff stays inside.
 */
export function remedyName(remedy: string, isPublic: boolean, tongue: Tongue): Html {
  const known = NAMES.get(remedy)
  if (known !== undefined) return tongue.say(known)
  return isPublic ? theirs(remedy) : tongue.say('remedy.other')
}
