import type { Words } from '../../messages/make-words.ts'

/** What a part that differs is: a clause by its kind, else a part that clauses speak of. */
export function differenceKind(kind: string, words: Words): string {
  return words.sayCode(`clause.${kind}`) ?? words.sayCode(`difference.kind.${kind}`) ?? kind
}
