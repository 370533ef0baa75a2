import type { ClauseDifferenceJson } from '@avow/contract'
import type { CompiledCharter, CompiledPromise } from '@avow/core'
import type { Html } from '../html.ts'
import type { Tongue } from '../tongue.ts'
import { conditionsInWords, rowInWords } from './conditions.ts'
import { promiseText } from './promise-text.ts'
import { type PublicPromise, publicCalendars, publicPromises } from './public-charter.ts'
import type { VersionChange } from './read-changes.ts'

/** What a promise says in public: a line for each public row, its scope, its reason. */
export interface PublicWords {
  readonly charter: CompiledCharter
  readonly promise: CompiledPromise
  readonly lines: readonly Html[]
}

/** A promise of which something public changed. Lines that stay the same are left out on both sides. */
export interface PromiseChange {
  readonly id: string
  readonly change: 'stricter' | 'looser' | 'changed' | 'added' | 'removed'
  readonly before: PublicWords | undefined
  readonly after: PublicWords | undefined
}

/** What of a version’s changes anybody may read, in a language; nothing that is not public decides of it. */
export function publicPromiseChanges(
  { charter, before: old, differences }: VersionChange,
  wordsOf: (charter: CompiledCharter, promise: PublicPromise) => readonly Html[],
): readonly PromiseChange[] {
  const [before, after] = [wordsById(old, wordsOf), wordsById(charter, wordsOf)]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id): PromiseChange[] => {
    const [was, is] = [before.get(id), after.get(id)]
    const gone = without(was, is)
    const fresh = without(is, was)
    if (gone?.lines.length === 0 && fresh?.lines.length === 0) return []
    return [{ id, change: changeOf(id, was, is, differences), before: gone, after: fresh }]
  })
}

/** Calendars that public promises count in, and whose hours or holidays changed. */
export function publicHoursChanges({ charter, before, differences }: VersionChange): readonly string[] {
  if (before === undefined) return []
  const [old, fresh] = [publicCalendars(before), publicCalendars(charter)]
  return differences.flatMap(({ kind, id }) =>
    kind === 'calendar' && old.includes(id) && fresh.includes(id) ? [id] : [],
  )
}

/** The public words of a promise: what it says for whom, and why. */
export function publicLines(tongue: Tongue) {
  return (charter: CompiledCharter, { promise, rows }: PublicPromise): readonly Html[] => {
    const isOnly = promise.clause.rows.length === 1
    const scope = conditionsInWords(charter, promise.clause.when, tongue)
    const because = tongue.text(promise.clause.because)
    return [
      ...scope.map((conditions) => tongue.say('when.scope', { conditions })),
      ...rows.map(({ row }) => {
        const text = promiseText(charter, promise, row.target, tongue)
        return isOnly ? text : tongue.say('changes.row', { text, when: rowInWords(charter, row.cells, isOnly, tongue) })
      }),
      ...(because === undefined ? [] : [tongue.say('promise.because', { text: because })]),
    ]
  }
}

function wordsById(
  charter: CompiledCharter | undefined,
  wordsOf: (charter: CompiledCharter, promise: PublicPromise) => readonly Html[],
): ReadonlyMap<string, PublicWords> {
  if (charter === undefined) return new Map()
  return new Map(
    publicPromises(charter).map((each) => [
      each.promise.id,
      { charter, promise: each.promise, lines: wordsOf(charter, each) },
    ]),
  )
}

function without(words: PublicWords | undefined, others: PublicWords | undefined): PublicWords | undefined {
  if (words === undefined || others === undefined) return words
  const known = new Set(others.lines.map(({ markup }) => markup))
  return { ...words, lines: words.lines.filter(({ markup }) => !known.has(markup)) }
}

function changeOf(
  id: string,
  was: PublicWords | undefined,
  is: PublicWords | undefined,
  differences: readonly ClauseDifferenceJson[],
): PromiseChange['change'] {
  if (was === undefined) return 'added'
  if (is === undefined) return 'removed'
  const difference = differences.find((each) => each.kind === 'promise' && each.id === id)
  // Where rows that are not public changed too, which way it went would tell of them.
  const isAllPublic = [was, is].every(({ promise: { clause } }) =>
    clause.rows.every(({ audience }) => (audience ?? clause.audience) === 'public'),
  )
  return isAllPublic && difference !== undefined && difference.change !== 'added' && difference.change !== 'removed'
    ? difference.change
    : 'changed'
}
