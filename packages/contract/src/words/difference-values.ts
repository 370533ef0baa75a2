/** Values of differences, each kind as its reader says it. Kinds: core's `DifferenceValueKind`. */
import type { DifferenceValue, DifferenceValueKind, FindingCase } from '@avow/core'
import { casesWords } from './case-words.ts'
import { cellWords, factName } from './cell-words.ts'
import { dayWords, languageName, weekdayWords } from './formats.ts'
import { audienceWords, remedyName, givenWords as rowGivenWords } from './given-words.ts'
import { bothWords, givesWords } from './gives-words.ts'
import { stepWords } from './step-words.ts'
import { targetWords } from './target-words.ts'
import { measureWords, termWords } from './term-words.ts'
import type { TableWords } from './tongue.ts'

/** A value in words; what is of another shape than its kind, as an older version may have stored it, as it stands. */
export function valueWords(kind: DifferenceValueKind, value: DifferenceValue, context: TableWords): string {
  if (typeof value === 'number') return context.words.number(value)
  if (typeof value === 'string') return textWords(kind, value, context)
  if (kind === 'cases') return casesWords([...value].filter(isCase), context)
  return listWords(kind, [...value].filter(isText), context)
}

function textWords(kind: DifferenceValueKind, value: string, context: TableWords): string {
  const { words, of } = context
  switch (kind) {
    case 'date':
      return dayWords(words.locale, value)
    case 'language':
      return languageName(words.locale, value)
    case 'weekday':
      return weekdayWords(words.locale, value)
    case 'position':
      return of.position(value)
    case 'audience':
      return audienceWords(value, context)
    case 'on-change':
      return words.say(value === 'keep' ? 'on-change.keep' : 'on-change.again')
    case 'yes-no':
      return words.say(value === 'yes' ? 'yes' : 'no')
    case 'fact-type':
      return typeWords(value, context)
    case 'field':
      return fieldName(value, context)
    default:
      return value
  }
}

function listWords(kind: DifferenceValueKind, values: readonly string[], context: TableWords): string {
  const { words, of } = context
  const each = (say: (value: string) => string) => words.list(values.map(say))
  switch (kind) {
    case 'dates':
      return each((day) => dayWords(words.locale, day))
    case 'languages':
      return each((language) => languageName(words.locale, language))
    case 'positions':
      return each((position) => of.position(position))
    case 'states':
      return each((state) => words.sayCode(`state.${state}`) ?? state)
    case 'targets':
      return each((target) => targetWords(target, context))
    case 'measures':
      return each((measure) => measureWords(measure, words))
    case 'if-broken':
      return each((one) => (one === 'apologise' ? words.say('term.apologise') : one))
    case 'gives':
      return each((gives) => givenOf(gives, context))
    case 'hours':
      return values.length === 0 ? words.say('hours.closed') : words.list(values)
    case 'order':
      return words.say('order.lowest-first', { values: bothWords(values, words) })
    case 'given':
      return givenWords(values, context)
    case 'clock':
      return clockWords(values, context)
    case 'trigger':
      return triggerWords(values, context)
    case 'step':
      return stepWords(values, context)
    case 'term':
      return termWords(values[0] ?? '', values[1] ?? '', context)
    case 'row':
      return rowWords(values, context)
    case 'repeated':
      return words.say('repeated.words', {
        tickets: Number(values[0] ?? 0),
        within: targetWords(values[1] ?? '', context),
      })
    default:
      return words.list(values)
  }
}

/** What a ticket gets: what the row gives, perhaps for whom, or how its calendar changed; or why it gets nothing. */
function givenWords([code = '', written = '', also, what = '']: readonly string[], context: TableWords): string {
  const { words } = context
  if (code !== 'gives') return words.sayCode(`get.${code}`) ?? code
  const given = givenOf(written, context)
  if (also === 'audience') return words.say('get.audience', { given, audience: audienceWords(what, context) })
  return also === 'opens' ? (words.sayCode(`get.opens.${what}`, { given }) ?? given) : given
}

function givenOf(written: string, context: TableWords): string {
  const { words } = context
  return givesWords(written, context, (kinds) => words.list(kinds.split(', ').map((kind) => remedyName(kind, words))))
}

function clockWords(
  [kind = '', from = '', until = '', each = '', ...givenUp]: readonly string[],
  context: TableWords,
): string {
  const { words, of } = context
  if (kind === 'resolution-until-closed') return words.say('term.until-closed')
  if (kind !== 'declared') return words.sayCode(`clock.${kind}`) ?? kind
  const clock = words.say('clock.declared', { from: of.event(from), until: of.event(until) })
  const events = words.list(givenUp.map((event) => of.event(event)))
  const whole = givenUp.length === 0 ? clock : words.say('clock.given-up', { clock, events })
  return each === 'once' ? words.say('clock.once', { clock: whole }) : whole
}

function triggerWords([kind, name = '', ...conditions]: readonly string[], context: TableWords): string {
  const { words, of } = context
  if (kind === 'promise') return words.say('trigger.promise', { promise: name })
  const limits = conditions.flatMap((fact, index) =>
    index % 2 === 0 ? [{ fact, accepts: [conditions[index + 1] ?? ''] }] : [],
  )
  const event = of.event(name)
  if (limits.length === 0) return words.say('trigger.event', { event })
  const cases = casesWords([limits], context)
  return name === '' ? words.say('trigger.when', { cases }) : words.say('trigger.event-when', { event, cases })
}

/** What a field of a clause is called, once for it or in a row; as a charter writes it where it has no name. */
function fieldName(field: string, { words }: TableWords): string {
  const code = field.replaceAll(' ', '-')
  return words.sayCode(`term.${code}`) ?? words.sayCode(`given.${code}`) ?? field
}

/** `Channel: phone, Team: voices`. */
function rowWords(values: readonly string[], context: TableWords): string {
  const { words } = context
  const said: string[] = []
  for (let index = 0; index < values.length; index += 3) {
    const [kind = '', name = '', written = ''] = values.slice(index, index + 3)
    const isCondition = kind === 'when'
    const label = isCondition ? factName(name, context) : (words.sayCode(`given.${name.replaceAll(' ', '-')}`) ?? name)
    const value = isCondition ? cellWords(name, written, context) : rowGivenWords(name, written, context)
    said.push(words.say('case.fact', { fact: label, value }))
  }
  return bothWords(said, words)
}

/** `one of`, `in order`, `yes-no`, `number`, `money EUR`, `duration`, `age`, `age now`. */
function typeWords(type: string, { words }: TableWords): string {
  const [kind = '', currency] = type.split(' ')
  if (type === 'one of') return words.say('fact.choice')
  if (type === 'in order') return words.say('fact.in-order')
  if (kind === 'money' && currency !== undefined) return words.say('fact.money-in', { currency })
  return words.sayCode(`fact.${kind}`) ?? type
}

function isText(value: string | FindingCase): value is string {
  return typeof value === 'string'
}

function isCase(value: string | FindingCase): value is FindingCase {
  return typeof value !== 'string'
}
