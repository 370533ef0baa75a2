import type { Texts } from '../../charter/index.ts'
import { andWords } from '../words/case-words.ts'
import { type CustomersGet, turnedRound } from './customers.ts'
import type { DifferencePart } from './difference.ts'
import { type DifferenceSays, saysSides } from './difference-forms.ts'
import { marked } from './marked-parts.ts'

type Field = 'says' | 'because' | 'title' | 'mission'

/** Texts that changed, with the languages: `the words of “says” changed in en and pl`. */
export function wordingParts(
  fields: readonly (readonly [Field, Texts | undefined, Texts | undefined])[],
): DifferencePart[] {
  return fields.flatMap(([field, old, fresh]) =>
    wordingPart(field, old, fresh, (languages, before, after) =>
      saysSides(`words.${field}`, { languages }, before, after),
    ),
  )
}

/** The same for a further text of a clause: `limits`, `contact`. */
export function fieldWordingPart(field: string, old: Texts | undefined, fresh: Texts | undefined): DifferencePart[] {
  const parts = wordingPart(field, old, fresh, (languages, before, after) =>
    saysSides('words.text', { field, languages }, before, after),
  )
  const gained = GAINED.get(field)
  if ((old === undefined) === (fresh === undefined)) return parts
  return marked(parts, old === undefined ? gained : turnedRound(gained))
}

/** What customers get by such a text where there was none (SPEC D7). */
const GAINED: ReadonlyMap<string, CustomersGet> = new Map([
  ['conditions', 'less'],
  ['limits', 'less'],
  ['instead', 'more'],
])

/** The same for the words of a procedure's step (from 1). */
export function stepWordingPart(row: number, old: Texts | undefined, fresh: Texts | undefined): DifferencePart[] {
  return wordingPart(`step ${row}`, old, fresh, (languages, before, after) =>
    saysSides('words.step', { row, languages }, before, after),
  )
}

/** The same for the name of a value of a fact. */
export function valueWordingPart(value: string, old: Texts | undefined, fresh: Texts | undefined): DifferencePart[] {
  return wordingPart(value, old, fresh, (languages, before, after) =>
    saysSides('words.value', { value, languages }, before, after),
  )
}

function wordingPart(
  field: string,
  old: Texts | undefined,
  fresh: Texts | undefined,
  says: (languages: readonly string[], before: string | null, after: string | null) => DifferenceSays,
): DifferencePart[] {
  const languages = [...new Set([...(old?.by.keys() ?? []), ...(fresh?.by.keys() ?? [])])]
  const changed = languages.filter((language) => old?.by.get(language) !== fresh?.by.get(language))
  const [first] = changed
  if (first === undefined) return []
  const [before, after] = [old?.by.get(first), fresh?.by.get(first)]
  return [
    {
      about: 'wording',
      change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      text: `the words of “${field}” changed in ${andWords(changed)}`,
      says: says(changed, before ?? null, after ?? null),
      ...(before === undefined ? {} : { old: before }),
      ...(after === undefined ? {} : { new: after }),
    },
  ]
}
