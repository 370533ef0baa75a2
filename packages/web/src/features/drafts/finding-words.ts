/** What the checks found, said in the reader's language. */
import {
  casesWords,
  dayWords,
  givesWords,
  languageName,
  lengthWords,
  stepTimeWords,
  type TableWords,
  targetWords,
} from '@avow/contract'
import { FINDING_FORMS, type FindingCase, type FindingKind, type FindingSays, type FindingValue } from '@avow/core'
import { dateFormat } from '../../messages/formats.ts'
import { type Read, readingWords } from './reading-words.ts'

/** What screens know of a finding: its code, and beside it what `check` says of it, or what reading knows of it. */
export interface Told extends Read {
  readonly says?: FindingSays | null | undefined
}

/** What a finding says, of the checks or of reading; undefined where the catalogue has no words for it. */
export function findingSentence(told: Told, context: TableWords): string | undefined {
  return told.says ? findingWords(told.says, context) : readingWords(told, context)
}

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
  const { words } = context
  switch (kind) {
    case 'date':
      return dayWords(words.locale, value)
    case 'time':
      return dateFormat(words.locale, 'instant').format(Date.parse(`${value}Z`))
    case 'language':
      return languageName(words.locale, value)
    case 'target':
      return targetWords(value, context)
    case 'length':
      return lengthWords(value, context) ?? value
    case 'gives':
      return givesWords(value, context)
    case 'prompt':
      return words.sayCode(`definition.${value}`) ?? value
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
    case 'remedies':
      return texts.length === 0 ? (words.sayCode('findings.nothing') ?? '') : words.list(texts)
    case 'rows':
      return words.list(texts.map((row) => words.number(Number(row))))
    case 'languages':
      return words.list(texts.map((language) => languageName(words.locale, language)))
    default:
      return words.list(texts)
  }
}

function isText(value: string | FindingCase): value is string {
  return typeof value === 'string'
}

function isCase(value: string | FindingCase): value is FindingCase {
  return typeof value !== 'string'
}
