import type { ClauseDifferenceJson } from '@avow/contract'
import {
  type ClauseView,
  type CompiledCharter,
  type DifferencePart,
  type DifferenceSays,
  type DifferenceValue,
  diffCharters,
  viewClauses,
} from '@avow/core'

const SOME_YEARS = 5 * 365 * 86_400_000

/**
 * What a version says differently, clause by clause, with both wordings: what `avow diff --json` prints without what is the
 * same; with its witnesses only where they are asked for. `asOf`: UTC ms, from which on tickets are compared. Against none,
 * every clause is added.
 */
export function clauseDifferences(
  old: CompiledCharter | undefined,
  fresh: CompiledCharter,
  asOf: number,
  { withWitnesses = false }: { readonly withWitnesses?: boolean } = {},
): readonly ClauseDifferenceJson[] {
  const after = byId(fresh)
  if (old === undefined)
    return [...after.values()].map((view) => ({
      kind: view.kind,
      id: view.id,
      change: 'added',
      parts: [],
      before: null,
      after: view,
    }))
  const before = byId(old)
  return diffCharters(old, fresh, within(old, fresh, asOf)).flatMap(({ kind, id, change, customers, parts }) => {
    if (change === 'same') return []
    const isClause = before.get(id)?.kind === kind || after.get(id)?.kind === kind
    return {
      kind,
      id,
      change,
      ...(customers === undefined ? {} : { customers }),
      parts: parts.map((part) => partJson(part, withWitnesses)),
      before: (isClause && before.get(id)) || null,
      after: (isClause && after.get(id)) || null,
    }
  })
}

/** The nearest instant for which both versions know their zones, with some years after it. */
function within(old: CompiledCharter, fresh: CompiledCharter, asOf: number): number {
  const zones = [...old.zones, ...fresh.zones]
  const from = Math.max(...zones.map((zone) => zone.from))
  const until = Math.min(...zones.map((zone) => zone.until))
  return Math.max(from, Math.min(asOf, until - SOME_YEARS))
}

function byId({ document }: CompiledCharter): ReadonlyMap<string, ClauseView> {
  return new Map(viewClauses(document).map((view) => [view.id, view]))
}

/** Some customer gets less by one of them. A crisis has approvers of its own: how many does not hang on what it gives. */
export function givesLess(differences: readonly ClauseDifferenceJson[]): boolean {
  return differences.some(({ kind, customers }) => kind !== 'crisis' && (customers === 'less' || customers === 'both'))
}

function partJson(part: DifferencePart, withWitness: boolean): PartJson {
  const { about, change, text, says, where, old, new: fresh, customers, witness } = part
  return {
    about,
    change,
    text,
    says: saysJson(says),
    ...(where === undefined ? {} : { where }),
    ...(old === undefined ? {} : { old }),
    ...(fresh === undefined ? {} : { new: fresh }),
    ...(customers === undefined ? {} : { customers }),
    ...(withWitness && witness !== undefined ? { witness } : {}),
  }
}

type PartJson = ClauseDifferenceJson['parts'][number]
type SaysJson = NonNullable<PartJson['says']>

function saysJson({ form, data, before, after }: DifferenceSays): SaysJson {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueJson(value)]))
  const side = (value: DifferenceValue | null) => (value === null ? null : valueJson(value))
  return {
    form,
    data: values,
    ...(before === undefined ? {} : { before: side(before) }),
    ...(after === undefined ? {} : { after: side(after) }),
  }
}

function valueJson(value: DifferenceValue): SaysJson['data'][string] {
  if (typeof value === 'string' || typeof value === 'number') return value
  const cases = value.filter((each) => typeof each !== 'string')
  const texts = value.filter((each) => typeof each === 'string')
  return cases.length === 0
    ? texts
    : cases.map((limits) => limits.map(({ fact, accepts }) => ({ fact, accepts: [...accepts] })))
}
