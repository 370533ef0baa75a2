import {
  bothWords,
  type ClauseDifferenceJson,
  type ClauseView,
  differenceWords,
  factName,
  givenWords,
  type TableWords,
  termWords,
  whenWords,
} from '@avow/contract'

/** A reader's language, and what a charter is said with in it. */
export interface LineWords extends TableWords {
  readonly language: string
}

/** One thing that a clause says otherwise now; null where it said or says nothing of it. */
export interface ChangedLine {
  /** What it is about: the words, a field as a charter names it, or a heading in words; an empty one is of all tickets. */
  readonly about: { readonly words: 'says' | 'because' } | { readonly field: string } | { readonly heading: string }
  readonly before: string | null
  readonly after: string | null
}

/** What changed of a clause, line by line, in the reader's language. */
export function changedLines(difference: ClauseDifferenceJson, words: LineWords): readonly ChangedLine[] {
  const { before, after } = difference
  const texts = (['says', 'because'] as const).flatMap((name): ChangedLine[] => {
    const [old, fresh] = [wordsIn(before?.[name], words.language), wordsIn(after?.[name], words.language)]
    return old === fresh ? [] : [{ about: { words: name }, before: old, after: fresh }]
  })
  const fields = namesOf(before, after).flatMap((name): ChangedLine[] => {
    const [old, fresh] = [termOf(before, name), termOf(after, name)]
    if (old === fresh) return []
    const said = (text: string | null) => (text === null ? null : termWords(name, text, words))
    return [{ about: { field: name }, before: said(old), after: said(fresh) }]
  })
  return [...texts, ...fields, ...rowLines(difference, words)]
}

/** Texts of a clause in a language, in its own without a region, or else in the master. */
export function wordsIn(texts: Readonly<Record<string, string>> | null | undefined, language: string): string | null {
  if (texts === null || texts === undefined) return null
  return texts[language] ?? texts[language.split('-')[0] ?? ''] ?? Object.values(texts)[0] ?? null
}

function namesOf(before: ClauseView | null, after: ClauseView | null): readonly string[] {
  return [...new Set([...(before?.terms ?? []), ...(after?.terms ?? [])].map(({ name }) => name))]
}

function termOf(view: ClauseView | null, name: string): string | null {
  return view?.terms.find((term) => term.name === name)?.text ?? null
}

/** Forms that say what the terms of a clause do not: rows and steps. */
const TOLD = /^(?:rows[.](?:some|all)|step)$/

/** What each kind of ticket is given otherwise, and which step; where that was not reckoned, both tables as they are. */
function rowLines({ parts, change, before, after }: ClauseDifferenceJson, words: LineWords): readonly ChangedLine[] {
  const told = parts.flatMap(({ change: partChange, says }): ChangedLine[] => {
    if (says === undefined || !TOLD.test(says.form)) return []
    const said = differenceWords(says, words)
    if (said?.sides === undefined) return []
    // Where some are served sooner and others later, the clause as a whole does not tell which.
    const way =
      partChange === change || partChange === 'changed'
        ? undefined
        : words.words.sayCode(`difference.part.${partChange}`)
    const heading = way === undefined ? said.heading : words.words.say('case.fact', { fact: way, value: said.heading })
    return [{ about: { heading }, ...said.sides }]
  })
  if (told.length > 0) return told
  const [old, fresh] = [tableOf(before, words), tableOf(after, words)]
  return old === fresh ? [] : [{ about: { heading: '' }, before: old, after: fresh }]
}

function tableOf(view: ClauseView | null, words: LineWords): string | null {
  if (view === null || view.rows.length === 0) return null
  return view.rows.map((row) => rowText(view, row, words)).join(' · ')
}

/** As `Channel: e-mail, Tier: gold – Time promised: 1 hour of office hours`. */
function rowText({ kind }: ClauseView, { when, gives }: ClauseView['rows'][number], words: LineWords): string {
  const conditions = Object.entries(when).map(([name, text]) => {
    const value = whenWords(name, text, words)
    return kind === 'escalation' ? value : pair(factName(name, words), value, words)
  })
  const given = Object.entries(gives).map(([name, text]) =>
    pair(words.words.sayCode(`given.${name.replaceAll(' ', '-')}`) ?? name, givenWords(name, text, words), words),
  )
  return [conditions, given].flatMap((some) => (some.length === 0 ? [] : [bothWords(some, words.words)])).join(' – ')
}

function pair(fact: string, value: string, { words }: LineWords): string {
  return words.say('case.fact', { fact, value })
}
