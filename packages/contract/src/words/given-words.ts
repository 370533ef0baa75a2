import { cellWords, moneyIn } from './cell-words.ts'
import { dayWords } from './formats.ts'
import { targetWords } from './target-words.ts'
import type { CharterTongue, TableWords } from './tongue.ts'

/** What a row gives, by the name of its field, in the reader's language. */
export function givenWords(name: string, written: string, context: TableWords): string {
  const { words, of } = context
  const each = (say: (one: string) => string) => words.list(written.split(',').map((one) => say(one.trim())))
  switch (name) {
    case 'target':
      return targetWords(written, context)
    case 'allow':
    case 'may':
      return each((remedy) => remedyName(remedy, words))
    case 'tell':
    case 'give to':
      return each((position) => of.position(position))
    case 'ask':
      return of.fact(written)
    case 'needs':
      return each((fact) => of.fact(fact))
    case 'approve':
    case 'hand over':
      return of.position(written)
    case 'at most':
      return targetWords(written, context)
    case 'wait':
      return words.sayCode(`party.${written}`) ?? written
    case 'stance':
      return words.sayCode(`stance.${written}`) ?? written
    case 'date':
      return dayWords(words.locale, written)
    case 'next':
      return written === 'end' ? words.say('step.end') : written
    case 'raise priority':
    case 'suspended':
      return words.say('yes')
    case 'audience':
      return audienceWords(written, context)
    case 'bend': {
      const [, amount = '', period = ''] = /^(.+) an? (\w+)$/.exec(written) ?? []
      return words.sayCode(`given.bend.${period}`, { amount: moneyIn(amount, words) ?? amount }) ?? written
    }
    case 'up to':
      return moneyIn(written, words) ?? of.fact(written)
    default:
      return moneyIn(written, words) ?? written
  }
}

/** A kind of remedy; one that the charter names itself is called as it is there. */
export function remedyName(remedy: string, words: Pick<CharterTongue, 'sayCode'>): string {
  return words.sayCode(`remedy.${remedy}`) ?? remedy
}

/** When a step is taken, or the condition on a fact. */
export function whenWords(name: string, written: string, context: TableWords): string {
  if (name === 'after') return context.words.say('step.after', { length: targetWords(written, context) })
  if (name === 'at') return context.words.say('step.at', { percent: written })
  return cellWords(name, written, context)
}

const CUSTOMERS = 'customers:'

/** `public`, `staff`, `position:NAME`, `customers:FACT=VALUES;…`: for whom a clause or a row is. */
export function audienceWords(audience: string, context: TableWords): string {
  const { words, of } = context
  if (audience.startsWith(CUSTOMERS)) {
    const facts = audience.slice(CUSTOMERS.length).split(';')
    const who = facts.map((each) => {
      const at = each.indexOf('=')
      return whenWords(each.slice(0, at), each.slice(at + 1), context)
    })
    return words.say('audience.customers', { who: words.list(who) })
  }
  return audience.startsWith('position:')
    ? of.position(audience.slice('position:'.length))
    : (words.sayCode(`audience.${audience}`) ?? audience)
}
