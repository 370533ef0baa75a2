import { dayWords } from '../charters/day-words.ts'
import { remedyName } from '../remedies/remedy-words.ts'
import { cellWords, moneyIn, type TableWords } from './cell-words.ts'

/** What a row gives, by the name of its field, in the reader's language. */
export function givenWords(name: string, written: string, context: TableWords): string {
  const { words, of } = context
  const each = (say: (one: string) => string) => words.list(written.split(',').map((one) => say(one.trim())))
  switch (name) {
    case 'target':
      return of.target(written)
    case 'allow':
    case 'may':
      return each((remedy) => remedyName(remedy, words))
    case 'tell':
    case 'give to':
      return each((position) => of.position(position))
    case 'approve':
    case 'hand over':
      return of.position(written)
    case 'at most':
      return of.target(written)
    case 'wait':
      return words.sayCode(`party.${written}`) ?? written
    case 'stance':
      return words.sayCode(`stance.${written}`) ?? written
    case 'date':
      return dayWords(written, words)
    case 'next':
      return written === 'end' ? words.say('step.end') : written
    case 'raise priority':
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

/** When a step is taken, or the condition on a fact. */
export function whenWords(name: string, written: string, context: TableWords): string {
  if (name === 'after') return context.words.say('step.after', { length: context.of.target(written) })
  if (name === 'at') return context.words.say('step.at', { percent: written })
  return cellWords(name, written, context)
}

export function audienceWords(audience: string, { words, of }: TableWords): string {
  return audience.startsWith('position:')
    ? of.position(audience.slice('position:'.length))
    : (words.sayCode(`audience.${audience}`) ?? audience)
}
