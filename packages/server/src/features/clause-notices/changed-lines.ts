import type { ClauseDifferenceJson, ClauseView } from '@avow/contract'

/** One thing that a clause says otherwise now; null where it said or says nothing of it. */
export interface ChangedLine {
  /** What it is about: the words, a field as a charter names it, or the tickets of a row; empty for all tickets. */
  readonly about: { readonly words: 'says' | 'because' } | { readonly field: string } | { readonly rows: string }
  readonly before: string | null
  readonly after: string | null
}

/** What changed of a clause, line by line: words in a language, the rest as it is written. */
export function changedLines({ parts, before, after }: ClauseDifferenceJson, language: string): readonly ChangedLine[] {
  const words = (['says', 'because'] as const).flatMap((name): ChangedLine[] => {
    const [old, fresh] = [wordsIn(before?.[name], language), wordsIn(after?.[name], language)]
    return old === fresh ? [] : [{ about: { words: name }, before: old, after: fresh }]
  })
  const fields = namesOf(before, after).flatMap((name): ChangedLine[] => {
    const [old, fresh] = [termOf(before, name), termOf(after, name)]
    return old === fresh ? [] : [{ about: { field: name }, before: old, after: fresh }]
  })
  return [...words, ...fields, ...rowLines(parts, before, after)]
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

/** What each kind of ticket is given otherwise; where that was not reckoned, both tables as they are. */
function rowLines(
  parts: ClauseDifferenceJson['parts'],
  before: ClauseView | null,
  after: ClauseView | null,
): readonly ChangedLine[] {
  const told = parts.filter(
    ({ where, old, new: fresh }) => where !== undefined && old !== undefined && fresh !== undefined,
  )
  if (told.length > 0)
    return told.map(({ where = '', old = null, new: fresh = null }) => ({
      about: { rows: where },
      before: old,
      after: fresh,
    }))
  const [old, fresh] = [tableOf(before), tableOf(after)]
  return old === fresh ? [] : [{ about: { rows: '' }, before: old, after: fresh }]
}

function tableOf(view: ClauseView | null): string | null {
  if (view === null || view.rows.length === 0) return null
  return view.rows.map(rowText).join('; ')
}

/** As `channel: email, tier: gold → target: 1 h of office`. */
function rowText({ when, gives }: ClauseView['rows'][number]): string {
  const pairs = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields)
      .map(([name, text]) => `${name}: ${text}`)
      .join(', ')
  const [conditions, given] = [pairs(when), pairs(gives)]
  return conditions === '' ? given : `${conditions} → ${given}`
}
