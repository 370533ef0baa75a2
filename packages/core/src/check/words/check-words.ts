/** What texts say that a charter's data should: vague words, and numbers written by hand. */
import {
  type CharterDocument,
  clausesOf,
  type Finding,
  foldedWords,
  type Texts,
  textsOfClauses,
} from '../../charter/index.ts'
import { traitsOf } from '../clauses/kind-traits.ts'
import { found } from './found.ts'
import { VAGUE_WORDS } from './vague-words.ts'

/** Of the kinds that tell customers what they get; what a clause gives as its reason may be vague. */
export function checkWords(document: CharterDocument): Finding[] {
  return promisingTexts(document).flatMap(({ part, texts, mayCount }) =>
    [...texts.by].flatMap(([language, text]) => [
      ...vagueIn(text, language).map((words) => found('vague-words', texts.place, { part, language, words })),
      ...(mayCount
        ? []
        : numbersIn(text).map((number) => found('number-in-text', texts.place, { part, language, number }))),
    ]),
  )
}

interface PromisingText {
  readonly part: readonly string[]
  readonly texts: Texts
  /** Telephone numbers and addresses have figures of their own. */
  readonly mayCount: boolean
}

const MAY_COUNT: ReadonlySet<string> = new Set(['instead', 'contact', 'complaints'])

function promisingTexts(document: CharterDocument): PromisingText[] {
  const told = new Set(clausesOf(document).flatMap(({ id, kind }) => (traitsOf(kind).isTold ? [id] : [])))
  return textsOfClauses(document).flatMap(([id, field, texts]) => {
    if (!told.has(id) || field === 'because') return []
    return [{ part: field === 'says' ? [field, id] : ['text', field, id], texts, mayCount: MAY_COUNT.has(field) }]
  })
}

/** Each vague word or phrase of a text once, the longer one where two stand in one place. */
export function vagueIn(text: string, language: string): readonly string[] {
  const [code = ''] = language.split('-')
  const plain = ` ${foldedWords(text)} `
  const there = (VAGUE_WORDS[code] ?? []).filter((words) => plain.includes(` ${foldedWords(words)} `))
  return there.filter(
    (words) => !there.some((more) => more !== words && ` ${foldedWords(more)} `.includes(` ${foldedWords(words)} `)),
  )
}

/** Numbers that stand by themselves, in any script's digits: `14`, `9:00` and `1.5` whole; not `P1`, nor in an address. */
export function numbersIn(text: string): readonly string[] {
  const outside = text.replace(/\S*(?:@|:\/\/)\S*/gu, ' ')
  return [...outside.matchAll(/(?<![\p{L}\p{Nd}_-])\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*(?![\p{L}\p{Nd}_])/gu)].map(
    ([number]) => number,
  )
}
