/** A clause of a template with the draft’s own calendar and clauses in it. */
import type { PlainValue } from '@avow/core'
import { type Fields, fieldsOf, listOf, plainOf, positionsOf } from './charter-data.ts'

export interface Fitting {
  /** The calendar in the place of the template’s. */
  readonly calendar: string
  /** Id of the draft’s clause in the place of the template’s; undefined where it has none. */
  readonly idOf: (id: string) => string | undefined
  readonly draft: Fields
}

/** Its fields but the id; undefined where it would be about nothing. Links that lead nowhere in the draft are left out. */
export function fitClause(clause: Fields, fitting: Fitting): Readonly<Record<string, PlainValue>> | undefined {
  const { calendar, idOf, draft } = fitting
  const fitted: [string, PlainValue][] = []
  for (const [name, value] of Object.entries(clause)) {
    if (name === 'id') continue
    if (name === 'measure') {
      const measured = measureIn(String(value), idOf)
      if (measured === undefined) return undefined
      fitted.push([name, measured])
    } else if (name === 'objective') {
      const own = idOf(String(value))
      if (own !== undefined) fitted.push([name, own])
    } else if (LINKS.has(name)) {
      const own = listOf(value).flatMap((id) => idOf(String(id)) ?? [])
      if (own.length > 0) fitted.push([name, own])
    } else if (name === 'position') {
      if (positionsOf(draft).includes(String(value))) fitted.push([name, String(value)])
    } else if (name === 'hours') fitted.push([name, calendar])
    else if (name === 'table') fitted.push([name, listOf(value).map((row) => rowOf(fieldsOf(row), calendar))])
    else if (name === 'steps') {
      const steps = listOf(value).flatMap((step) => stepOf(fieldsOf(step), idOf))
      if (steps.length === 0) return undefined
      fitted.push([name, steps])
    } else fitted.push([name, plainOf(value)])
  }
  return Object.fromEntries(fitted)
}

const LINKS: ReadonlySet<string> = new Set(['shown by', 'measured by', 'standards'])

/** `kept(P3)`: undefined where the draft has no such promise. */
function measureIn(written: string, idOf: Fitting['idOf']): string | undefined {
  const [, measure, id] = /^(\w+)\((\w+)\)$/.exec(written) ?? []
  if (measure === undefined || id === undefined) return written
  const own = idOf(id)
  return own === undefined ? undefined : `${measure}(${own})`
}

/** `8 h of office` by the draft’s calendar. */
function rowOf(row: Fields, calendar: string): PlainValue {
  const target = row['target']
  return plainOf(
    typeof target === 'string' ? { ...row, target: target.replace(/ of office$/, ` of ${calendar}`) } : row,
  )
}

/** A step that decides by a remedy needs that remedy. */
function stepOf(step: Fields, idOf: Fitting['idOf']): readonly PlainValue[] {
  if (step['decide'] === undefined) return [plainOf(step)]
  const own = idOf(String(step['decide']))
  return own === undefined ? [] : [plainOf({ ...step, decide: own })]
}
