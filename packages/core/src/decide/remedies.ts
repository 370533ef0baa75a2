/** What may be granted: SPEC R1, R2. */
import { formatMoney, type Limit, type Money } from '../charter/index.ts'
import { factNumber } from '../ticket/index.ts'
import { rowOf } from './bind.ts'
import type { DecisionContext, RemedyAllowed } from './decision.ts'
import type { Judge } from './judge.ts'
import { RUN } from './run.ts'

/** The remedies that the charter allows on the judged ticket at `now`; facts that a limit needs and lacks join `missing`. */
export function remediesOf(
  judge: Judge,
  context: DecisionContext | undefined,
  missing: Set<string>,
): readonly RemedyAllowed[] {
  const allowed: RemedyAllowed[] = []
  judge.bound.charter.remedies.forEach(({ clause }, index) => {
    const table = judge.bound.remedies[index]
    const number = table === undefined ? -1 : rowOf(table, judge.facts)
    const row = clause.rows[number]
    if (row === undefined || (context?.supposeBroken !== true && !isOwed(judge, clause.id))) return
    const upTo = row.upTo === undefined ? null : limitOf(judge, row.upTo, missing)
    allowed.push({
      clause: clause.id,
      row: number + 1,
      allow: row.allow,
      up_to: upTo,
      authority: authorityOf(judge, context, row.allow, upTo),
    })
  })
  return allowed
}

/** A remedy that promises name under `if broken` is owed only where one of them is broken (SPEC R3). */
function isOwed(judge: Judge, remedy: string): boolean {
  const naming = judge.bound.charter.promises.filter(({ clause }) => clause.ifBroken?.remedy === remedy)
  if (naming.length === 0) return true
  const runs = judge.runs.slice(0, judge.runCount)
  return runs.some((run) => run.state === RUN.broken && naming.includes(judge.promiseOf(run)))
}

function limitOf(judge: Judge, limit: Limit, missing: Set<string>): Money | null {
  if (limit.kind === 'amount') return limit.money
  const type = judge.bound.charter.facts.get(limit.fact)?.type
  const column = judge.bound.columns.facts.findIndex((fact) => fact.name === limit.fact)
  const index = column < 0 ? -1 : (judge.facts.current[column] as number)
  const value = judge.bound.columns.facts[column]?.values[index]
  const minor = type === undefined || value === undefined ? undefined : factNumber(type, value)
  if (minor !== undefined && type?.kind === 'money') return { minor, currency: type.currency }
  missing.add(limit.fact)
  return null
}

function authorityOf(
  judge: Judge,
  context: DecisionContext | undefined,
  allow: readonly string[],
  upTo: Money | null,
): RemedyAllowed['authority'] {
  const actor = context?.actor
  if (actor === undefined) return 'not asked'
  const clauses: string[] = []
  const may = new Map<string, Money | null>()
  judge.bound.charter.authority.forEach(({ clause }, index) => {
    if (!actor.positions.includes(clause.position)) return
    const table = judge.bound.authority[index]
    const row = table === undefined ? undefined : clause.rows[rowOf(table, judge.facts)]
    const kinds = allow.filter((kind) => row?.may.includes(kind))
    if (row === undefined || kinds.length === 0) return
    clauses.push(clause.id)
    const left = smaller(less(row.perTicket, context?.spent?.ticket), less(row.perDay, context?.spent?.today))
    for (const kind of kinds) may.set(kind, may.has(kind) ? larger(may.get(kind) ?? null, left) : left)
  })
  return { clauses, may: [...may].map(([remedy, left]) => ({ remedy, up_to: smaller(left, upTo) })) }
}

/** The larger of two limits; null is none, and the largest. */
function larger(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null || a.currency !== b.currency) return null
  return a.minor >= b.minor ? a : b
}

function less(limit: Money | undefined, spent: Money | undefined): Money | null {
  if (limit === undefined) return null
  if (spent === undefined) return limit
  return spent.currency === limit.currency
    ? { minor: Math.max(0, limit.minor - spent.minor), currency: limit.currency }
    : { minor: 0, currency: limit.currency }
}

function smaller(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null) return a ?? b
  if (a.currency !== b.currency) return { minor: 0, currency: a.currency }
  return a.minor <= b.minor ? a : b
}

/** An amount as people write it, e.g. `100.00 EUR`. */
export const sayMoney = formatMoney
