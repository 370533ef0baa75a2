/** What may be granted: SPEC R1 to R6. */
import type { Limit, Money } from '../charter/index.ts'
import { factNumber } from '../ticket/index.ts'
import { rowOf } from './bind.ts'
import type { DecisionContext, GrantLimit, Kindness, RemedyAllowed } from './decision.ts'
import type { Judge } from './judge.ts'
import { passedOver } from './matching-rows.ts'
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
    if (table === undefined || row === undefined || (context?.supposeBroken !== true && !isOwed(judge, clause.id)))
      return
    const cap = capOf(judge, row.upTo, context?.spent?.clauses[clause.id])
    if (cap.needs !== null) missing.add(cap.needs)
    const limits = limitsOf(judge, context, row.allow, cap.most)
    allowed.push({
      clause: clause.id,
      row: number + 1,
      passed_over: passedOver(table, judge.facts, number),
      allow: row.allow,
      tell: row.tell ?? [],
      up_to: cap.needs === null ? cap.most : null,
      needs: cap.needs,
      authority: authorityOf(limits, context),
      limits,
    })
  })
  return allowed
}

/** The budgets for kindness that authority clauses give on the judged ticket (SPEC R6). */
export function kindnessOf(judge: Judge): readonly Kindness[] {
  return authorityRows(judge).flatMap(({ clause, row: { may, bend } }) =>
    bend === undefined
      ? []
      : [{ clause: clause.id, position: clause.position, may, money: bend.money, period: bend.period }],
  )
}

/** A remedy that promises name under `if broken` is owed only where one of them is broken (SPEC R3). */
function isOwed(judge: Judge, remedy: string): boolean {
  const naming = judge.bound.charter.promises.filter(({ clause }) => clause.ifBroken?.remedy === remedy)
  if (naming.length === 0) return true
  const runs = judge.runs.slice(0, judge.runCount)
  return runs.some((run) => run.state === RUN.broken && naming.includes(judge.promiseOf(run)))
}

/** The most that a row lets anybody grant still; `needs` is the fact that says it and is not known. */
interface Cap {
  readonly most: Money | null
  readonly needs: string | null
}

function capOf(judge: Judge, limit: Limit | undefined, given: readonly Money[] | undefined): Cap {
  if (limit === undefined) return { most: null, needs: null }
  if (limit.kind === 'amount') return { most: less(limit.money, given), needs: null }
  const type = judge.bound.charter.facts.get(limit.fact)?.type
  const column = judge.bound.columns.facts.findIndex((fact) => fact.name === limit.fact)
  const index = column < 0 ? -1 : (judge.facts.current[column] as number)
  const value = judge.bound.columns.facts[column]?.values[index]
  const currency = type?.kind === 'money' ? type.currency : ''
  const minor = type?.kind === 'money' && value !== undefined ? factNumber(type, value) : undefined
  return minor === undefined
    ? { most: { minor: 0, currency }, needs: limit.fact }
    : { most: less({ minor, currency }, given), needs: null }
}

function authorityRows(judge: Judge) {
  return judge.bound.charter.authority.flatMap(({ clause }, index) => {
    const table = judge.bound.authority[index]
    const number = table === undefined ? -1 : rowOf(table, judge.facts)
    const row = clause.rows[number]
    return table === undefined || row === undefined ? [] : [{ clause, row, number, table }]
  })
}

function limitsOf(
  judge: Judge,
  context: DecisionContext | undefined,
  allow: readonly string[],
  most: Money | null,
): readonly GrantLimit[] {
  return authorityRows(judge).flatMap(({ clause, row, number, table }) => {
    const others = passedOver(table, judge.facts, number)
    return allow
      .filter((kind) => row.may.includes(kind))
      .map((remedy) => ({
        clause: clause.id,
        row: number + 1,
        passed_over: others,
        position: clause.position,
        remedy,
        up_to: smaller(row.perTicket === undefined ? null : less(row.perTicket, context?.spent?.ticket), most),
        per_day: row.perDay ?? null,
      }))
  })
}

function authorityOf(limits: readonly GrantLimit[], context: DecisionContext | undefined): RemedyAllowed['authority'] {
  const actor = context?.actor
  if (actor === undefined) return 'not asked'
  const own = limits.filter(({ position }) => actor.positions.includes(position))
  const may = new Map<string, Money | null>()
  for (const { remedy, up_to, per_day } of own) {
    const left = smaller(per_day === null ? null : less(per_day, context?.spent?.today), up_to)
    may.set(remedy, may.has(remedy) ? larger(may.get(remedy) ?? null, left) : left)
  }
  return {
    clauses: [...new Set(own.map(({ clause }) => clause))],
    may: [...may].map(([remedy, up_to]) => ({ remedy, up_to })),
  }
}

/** The larger of two limits; null is none, and the largest. */
function larger(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null || a.currency !== b.currency) return null
  return a.minor >= b.minor ? a : b
}

/** What is left of a limit. Who spent in another currency has nothing left, since amounts of two do not compare (SPEC C5). */
function less({ minor, currency }: Money, spent: readonly Money[] = []): Money {
  const isOther = spent.some((each) => each.minor > 0 && each.currency !== currency)
  const sum = spent.reduce((total, each) => total + each.minor, 0)
  return { minor: isOther ? 0 : Math.max(0, minor - sum), currency }
}

function smaller(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null) return a ?? b
  if (a.currency !== b.currency) return { minor: 0, currency: a.currency }
  return a.minor <= b.minor ? a : b
}
