import type { Texts } from '../charter/index.ts'
import { andWords } from './case-words.ts'
import type { DifferencePart } from './difference.ts'

/** Texts that changed, with the languages: `the words of “says” changed in en and pl`. */
export function wordingParts(
  fields: readonly (readonly [string, Texts | undefined, Texts | undefined])[],
): DifferencePart[] {
  return fields.flatMap(([field, old, fresh]): DifferencePart[] => {
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
        ...(before === undefined ? {} : { old: before }),
        ...(after === undefined ? {} : { new: after }),
      },
    ]
  })
}
