import type { DifferencePart } from './difference.ts'
import { type DifferenceData, type DifferenceSays, type PlainForm, saysOf } from './difference-forms.ts'

/** A part for a plain value that changed; an empty one reads as “none”. */
export function plainPart(about: string, old: string, fresh: string, says: DifferenceSays): DifferencePart[] {
  if (old === fresh) return []
  const [before, after] = [old || 'none', fresh || 'none']
  return [{ about, change: 'changed', text: `${about} changed: ${before} → ${after}`, says, old: before, new: after }]
}

type ListForm = Extract<PlainForm, `${string}.added`>
type ListName = ListForm extends `${infer Name}.added` ? Name : never

/** A part for each name that was added or taken out: `added: gold`, `removed: chat`. */
export function listParts(about: ListName, old: readonly string[], fresh: readonly string[]): DifferencePart[] {
  const added = fresh.filter((name) => !old.includes(name))
  const removed = old.filter((name) => !fresh.includes(name))
  return [...listPart(about, 'added', added), ...listPart(about, 'removed', removed)]
}

function listPart(about: ListName, change: 'added' | 'removed', names: readonly string[]): DifferencePart[] {
  if (names.length === 0) return []
  const said = names.join(', ')
  const data: DifferenceData<ListForm> = { names }
  const side = change === 'added' ? { new: said } : { old: said }
  return [{ about, change, text: `${about} ${change}: ${said}`, says: saysOf(`${about}.${change}`, data), ...side }]
}

/** A list as one side of a difference; null for an empty one. */
export function listed(names: readonly string[]): readonly string[] | null {
  return names.length === 0 ? null : names
}
