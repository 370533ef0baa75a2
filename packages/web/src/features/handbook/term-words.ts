import { languageName } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'
import { dayWords } from '../charters/day-words.ts'
import { cellWords, factName, type TableWords } from './cell-words.ts'

/** What is said once for a clause, by the name of its field, in the reader's language; what is not known stands as written. */
export function termWords(name: string, written: string, context: TableWords): string {
  const { words, of } = context
  const each = (say: (one: string) => string) => words.list(written.split(',').map((one) => say(one.trim())))
  switch (name) {
    case 'clock':
      return clockWords(written, context)
    case 'when':
      return whenWords(written, context)
    case 'pauses':
      return each((state) => words.sayCode(`state.${state}`) ?? state)
    case 'measured':
      return each((measure) => measureWords(measure, words))
    case 'position':
      return of.position(written)
    case 'on':
      return of.event(written)
    case 'owner':
      return of.position(written)
    case 'hours':
      return of.calendar(written)
    case 'person':
      return of.target(written)
    case 'measure':
      return objectiveWords(written, words)
    case 'state':
      return words.sayCode(`channel.${written}`) ?? written
    case 'after hours':
      return words.sayCode(`after-hours.${written}`) ?? written
    case 'language':
      return languageName(words.locale, written)
    case 'review':
    case 'by':
    case 'from':
    case 'until':
      return dayWords(written, words)
    case 'if broken':
      return each((one) => (one === 'apologise' ? words.say('term.apologise') : one))
    default:
      return written
  }
}

function clockWords(written: string, { words, of }: TableWords): string {
  const [clock = '', ...rest] = written.split(',')
  const [from, until] = clock.split(' … ')
  const said =
    from !== undefined && until !== undefined
      ? words.say('clock.declared', { from: of.event(from), until: of.event(until) })
      : clock === 'resolution until closed'
        ? words.say('term.until-closed')
        : (words.sayCode(`clock.${clock}`) ?? clock)
  return [said, ...rest].join(',')
}

/** `reason: damaged, contacts: >= 3`: facts are told from values by their colon. */
function whenWords(written: string, context: TableWords): string {
  const parts = written.split(/, (?=[A-Za-z][\w-]*: )/).map((part) => {
    const [, fact = '', condition = ''] = /^([\w-]+): (.*)$/.exec(part) ?? []
    return fact === '' ? part : `${factName(fact, context)}: ${cellWords(fact, condition, context)}`
  })
  return context.words.list(parts)
}

function measureWords(measure: string, words: Words): string {
  if (measure === 'each') return words.say('term.each')
  const [, percent = '', period = ''] = /^([\d.]+)% an? (\w+)$/.exec(measure) ?? []
  return words.sayCode(`term.share.${period}`, { percent: Number(percent) / 100 }) ?? measure
}

/** `kept(P1)`, `satisfaction`: what an objective goes by. */
function objectiveWords(measure: string, words: Words): string {
  const [, kind = measure, promise = ''] = /^(\w+)\((.+)\)$/.exec(measure) ?? []
  return words.sayCode(`measure.${kind}`, { promise }) ?? measure
}
