import { cellWords, factName } from './cell-words.ts'
import { dayWords, languageName, localTimeWords } from './formats.ts'
import { lengthWords, targetWords } from './target-words.ts'
import type { CharterTongue, TableWords } from './tongue.ts'

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
    case 'channel':
      return of.factValue('channel', written)
    case 'on':
      return of.event(written)
    case 'repeated': {
      const [, tickets = '', within = ''] = /^(\d+) within (.+)$/.exec(written) ?? []
      return within === ''
        ? written
        : words.say('repeated.words', { tickets: Number(tickets), within: targetWords(within, context) })
    }
    case 'owner':
      return of.position(written)
    case 'hours':
      return of.calendar(written)
    case 'person':
      return targetWords(written, context)
    case 'measure':
      return objectiveWords(written, words)
    case 'state':
      return words.sayCode(`channel.${written}`) ?? written
    case 'after hours':
      return words.sayCode(`after-hours.${written}`) ?? written
    case 'answers':
      return words.sayCode(`definition.${written}`) ?? written
    case 'language':
      return languageName(words.locale, written)
    case 'stance':
      return words.sayCode(`stance.${written}`) ?? written
    case 'from':
    case 'until':
      return localTimeWords(words.locale, written)
    case 'if broken':
      return each((one) => (one === 'apologise' ? words.say('term.apologise') : one))
    default:
      // Whatever the field is called, a date is told as one.
      return DATE.test(written) ? dayWords(words.locale, written) : written
  }
}

const DATE = /^\d{4}-\d\d-\d\d$/

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

/** `each`, `95% a month`, `<= 3 h a month`. */
export function measureWords(measure: string, words: CharterTongue): string {
  if (measure === 'each') return words.say('term.each')
  const [, percent, period = ''] = /^([\d.]+)% an? (\w+)$/.exec(measure) ?? []
  if (percent !== undefined) return words.sayCode(`term.share.${period}`, { percent: Number(percent) / 100 }) ?? measure
  return meanWords(measure, words) ?? measure
}

function meanWords(measure: string, words: CharterTongue): string | undefined {
  const [, sign, length = '', period = ''] = /^(<=?) ?(.+) an? (\w+)$/.exec(measure) ?? []
  const value = lengthWords(length, { words })
  if (sign === undefined || value === undefined) return undefined
  const limit = words.say(sign === '<' ? 'cell.under' : 'cell.at-most', { value })
  return words.sayCode(`term.mean.${period}`, { limit })
}

/** `kept(P1)`, `satisfaction`: what an objective goes by. */
function objectiveWords(measure: string, words: CharterTongue): string {
  const [, kind = measure, promise = ''] = /^(\w+)\((.+)\)$/.exec(measure) ?? []
  return words.sayCode(`measure.${kind}`, { promise }) ?? measure
}
