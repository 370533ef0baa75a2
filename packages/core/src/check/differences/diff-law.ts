/** The law that two versions say they live under, compared: which rows bind, and which are off for what reason. */
import type { CharterDocument, CharterLaw, Texts } from '../../charter/index.ts'
import { conditionWords } from './diff-escalation.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { listParts, plainPart } from './plain-part.ts'

/** What changed of it. A row that is switched off is told with its reason. */
export function lawParts({ law: old }: CharterDocument, { law: fresh }: CharterDocument): DifferencePart[] {
  return [
    ...listParts('jurisdictions', old?.jurisdictions ?? [], fresh?.jurisdictions ?? []),
    ...listParts('sectors', old?.sectors ?? [], fresh?.sectors ?? []),
    ...eachPart(reasonsOf(old), reasonsOf(fresh), (row, before, after) =>
      plainPart(`${row} off`, before, after, saysSides('law-off', { row }, before || null, after || null)),
    ),
    ...listParts('blocking', blockingOf(old), blockingOf(fresh)),
    ...eachPart(termsOf(old), termsOf(fresh), (term, before, after) =>
      plainPart(`law ${term}`, before, after, saysSides('law-term', { term }, before || null, after || null)),
    ),
  ]
}

type Named = ReadonlyMap<string, string>

function eachPart(
  old: Named,
  fresh: Named,
  part: (name: string, before: string, after: string) => DifferencePart[],
): DifferencePart[] {
  const names = [...new Set([...fresh.keys(), ...old.keys()])]
  return names.flatMap((name) => part(name, old.get(name) ?? '', fresh.get(name) ?? ''))
}

function reasonsOf(law: CharterLaw | undefined): Named {
  return new Map((law?.off ?? []).map(({ row, because }) => [row, textOf(because)]))
}

function textOf({ by }: Texts): string {
  return [...by.values()].join(' / ')
}

function blockingOf(law: CharterLaw | undefined): readonly string[] {
  const { blocking = [] } = law ?? {}
  return blocking === 'all' ? [blocking] : blocking
}

/** How the packs' words are told in the charter's own, by the names of its fields: `matters complaint`. */
function termsOf(law: CharterLaw | undefined): Named {
  if (law === undefined) return new Map()
  return new Map([
    ...[...law.matters].map(([matter, when]): [string, string] => [`matters ${matter}`, conditionWords(when)]),
    ...[...law.events].map(([word, event]): [string, string] => [`events ${word}`, event]),
    ...(law.disputeBody === undefined ? [] : [['dispute body', textOf(law.disputeBody)] as [string, string]]),
    ...(law.letterBefore === undefined ? [] : [['letter before', String(law.letterBefore)] as [string, string]]),
    ...(law.holidays === undefined ? [] : [['holidays', law.holidays] as [string, string]]),
  ])
}
