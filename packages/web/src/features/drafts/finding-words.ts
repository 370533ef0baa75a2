/** What the checks found, said in the reader's language. */
import { FINDING_FORMS, type FindingCase, type FindingKind, type FindingSays, type FindingValue } from '@avow/core'
import { dateFormat, languageName, listFormat } from '../../messages/formats.ts'
import { cellWords, factName, type TableWords } from '../handbook/cell-words.ts'
import { bothWords, givesWords } from './gives-words.ts'

/** The sentence of a finding; undefined where the catalogue has none. What the charter calls its own stays as it is. */
export function findingWords({ form, data }: FindingSays, context: TableWords): string | undefined {
  const kinds: Readonly<Record<string, FindingKind>> = FINDING_FORMS[form]
  const values = Object.entries(data).map(([name, value]) => [name, valueWords(kinds[name], value, context)])
  return context.words.sayCode(`says.${form}`, Object.fromEntries(values))
}

function valueWords(kind: FindingKind | undefined, value: FindingValue, context: TableWords): string | number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return textWords(kind, value, context)
  const [texts, cases] = [[...value].filter(isText), [...value].filter(isCase)]
  return kind === 'cases' ? casesWords(cases, context) : listWords(kind, texts, context)
}

function textWords(kind: FindingKind | undefined, value: string, context: TableWords): string {
  const { words, of } = context
  switch (kind) {
    case 'date':
      return dateFormat(words.locale, 'day').format(Date.parse(`${value}T00:00Z`))
    case 'time':
      return dateFormat(words.locale, 'instant').format(Date.parse(`${value}Z`))
    case 'language':
      return languageName(words.locale, value)
    case 'target':
      return of.target(value)
    case 'gives':
      return givesWords(value, context)
    case 'step-time':
      return stepTimeWords(value, context)
    default:
      return value
  }
}

function listWords(kind: FindingKind | undefined, texts: readonly string[], { words }: TableWords): string {
  switch (kind) {
    case 'part': {
      const [part = '', name = '', of = ''] = texts
      return words.sayCode(`findings.part.${part}`, { name, of }) ?? texts.join(' ')
    }
    case 'rows':
      return words.list(texts.map((row) => words.number(Number(row))))
    case 'languages':
      return words.list(texts.map((language) => languageName(words.locale, language)))
    default:
      return words.list(texts)
  }
}

/** `75%`, `after 2 h of office`, `at once`. */
function stepTimeWords(time: string, { words, of }: TableWords): string {
  if (time === 'at once') return words.say('step.at-once')
  const [, length] = /^after (.+)$/.exec(time) ?? []
  return length === undefined ? time : words.say('findings.after', { length: of.target(length) })
}

/** `Channel: chat, Tier: not gold; or Channel: phone or web form`. */
function casesWords(cases: readonly FindingCase[], context: TableWords): string {
  return cases
    .map((one) => caseWords(one, context))
    .reduceRight((other, one) => context.words.say('findings.either', { one, other }))
}

function caseWords(limits: FindingCase, context: TableWords): string {
  const { words } = context
  const said = limits.map(({ fact, accepts }) =>
    words.say('studio.ticket.fact', {
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
  if (condition === 'known') return words.say('findings.known')
  const together = condition.split(' & ').map((one) => cellWords(fact, one, context))
  return listFormat(words.locale, 'conjunction').format(together)
}

function isText(value: string | FindingCase): value is string {
  return typeof value === 'string'
}

function isCase(value: string | FindingCase): value is FindingCase {
  return typeof value !== 'string'
}
