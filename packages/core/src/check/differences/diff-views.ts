/** What clauses say beside what tickets are judged by, compared field by field as people read them. */
import type { ClauseView, Place, Texts } from '../../charter/index.ts'
import { fieldWordingPart, stepWordingPart, wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { plainPart } from './plain-part.ts'

/** All that two wordings of a clause by which no ticket is judged say differently. */
export function statedParts(old: ClauseView, fresh: ClauseView): DifferencePart[] {
  const rows = Math.max(old.rows.length, fresh.rows.length)
  return [
    ...plainPart('audience', old.audience, fresh.audience, saysSides('audience', {}, old.audience, fresh.audience)),
    ...termParts(old, fresh),
    ...Array.from({ length: rows }, (_, index) => rowParts(index + 1, old.rows[index], fresh.rows[index])).flat(),
    ...wordingParts([
      ['says', textsOf(old.says), textsOf(fresh.says)],
      ['because', textsOf(old.because), textsOf(fresh.because)],
    ]),
    ...textParts(old, fresh),
  ]
}

/** What every kind of clause may say beside its rule: who answers for it, its objective, its review, its stance, its further texts. */
export function provisionParts(old: ClauseView, fresh: ClauseView): DifferencePart[] {
  return [
    ...termParts(old, fresh, ['law', 'owner', 'objective', 'review', 'stance']),
    ...toldParts(old, fresh),
    ...textParts(old, fresh),
  ]
}

function termParts(old: ClauseView, fresh: ClauseView, only?: readonly string[]): DifferencePart[] {
  const names = [...new Set([...fresh.terms, ...old.terms].map(({ name }) => name))]
  return names
    .filter((name) => only?.includes(name) ?? true)
    .flatMap((name) => termPart(name, termOf(old, name), termOf(fresh, name)))
}

function termPart(name: string, old: string, fresh: string): DifferencePart[] {
  const side = (text: string): readonly string[] | null => (text === '' ? null : [name, text])
  return plainPart(name, old, fresh, saysSides('term', { field: name }, side(old), side(fresh)))
}

function termOf({ terms }: ClauseView, name: string): string {
  return terms.find((term) => term.name === name)?.text ?? ''
}

/** The exclusions that a remedy's rows tell. */
function toldParts(old: ClauseView, fresh: ClauseView): DifferencePart[] {
  if (old.kind !== 'remedy') return []
  const told = ({ rows }: ClauseView) => {
    const each = rows.map(({ gives }) => gives['tell'] ?? '')
    return each.every((tell) => tell === '') ? '' : each.map((tell) => tell || '–').join('; ')
  }
  return termPart('tell', told(old), told(fresh))
}

type Row = ClauseView['rows'][number]

function rowParts(number: number, old: Row | undefined, fresh: Row | undefined): DifferencePart[] {
  const [before, after] = [sideOf(old), sideOf(fresh)]
  const says = saysSides('row', { row: number }, before, after)
  return [
    ...plainPart(`row ${number}`, rowWords(before), rowWords(after), says),
    ...stepWordingPart(number, textsOf(old?.says ?? null), textsOf(fresh?.says ?? null)),
  ]
}

function sideOf(row: Row | undefined): readonly string[] | null {
  if (row === undefined) return null
  const parts = (kind: string, fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).flatMap(([name, text]) => [kind, name, text])
  return [...parts('when', row.when), ...parts('gives', row.gives)]
}

/** `channel phone, to voices`. */
function rowWords(side: readonly string[] | null): string {
  const words: string[] = []
  for (let index = 0; index < (side?.length ?? 0); index += 3) words.push(`${side?.[index + 1]} ${side?.[index + 2]}`)
  return words.join(', ')
}

function textParts(old: ClauseView, fresh: ClauseView): DifferencePart[] {
  const names = [...new Set([...fresh.texts, ...old.texts].map(({ name }) => name))]
  const of = ({ texts }: ClauseView, name: string) => textsOf(texts.find((text) => text.name === name)?.by ?? null)
  return names.flatMap((name) => fieldWordingPart(name, of(old, name), of(fresh, name)))
}

const NOWHERE: Place = { path: '', line: 0, column: 0 }

function textsOf(by: Readonly<Record<string, string>> | null): Texts | undefined {
  return by === null ? undefined : { place: NOWHERE, by: new Map(Object.entries(by)) }
}
