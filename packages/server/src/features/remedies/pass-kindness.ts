import type { Kindness, Money } from '@avow/core'
import { Refusal } from '../../refusal.ts'
import type { GateAnswer } from './gate-answer.ts'
import type { Judged } from './judge-remedies.ts'
import { beyondLimit, budgetSpent, checkCurrency, isCovered } from './limits.ts'
import { badAmount, type Wanted } from './wanted.ts'

/** A budget for kindness, and what is left of it to one person. */
export interface KindnessLeft {
  readonly budget: Kindness
  readonly left: Money
}

/** Those of the person's positions, the one of which most is left first. */
export function kindnessLeft({ decision, positions, kindness, periods }: Judged): readonly KindnessLeft[] {
  return decision.kindness
    .filter(({ position }) => positions.includes(position))
    .map((budget) => {
      const { clause, period, money } = budget
      const spent = kindness.get(`${clause} ${periods.of[period]}`) ?? []
      const sum = spent.reduce((total, each) => total + (each.currency === money.currency ? each.minor : 0), 0)
      return { budget, left: { minor: Math.max(0, money.minor - sum), currency: money.currency } }
    })
    .toSorted((a, b) => b.left.minor - a.left.minor)
}

/** The gate for what is given out of kindness (SPEC R6): beyond the rows, within the budget of a position. */
export function passKindness(judged: Judged, wanted: Wanted): GateAnswer {
  const { decision, periods, charter } = judged
  const { amount, remedy, clause } = wanted
  if (clause !== undefined && !charter.remedies.some((each) => each.clause.id === clause))
    throw new Refusal('not-offered', `The charter has no remedy clause ${clause}. Name one, or none.`)
  if (amount === null) throw badAmount('Say how much: kindness has a budget.', 'amount', null)
  const budgets = decision.kindness.filter(({ may }) => may.includes(remedy))
  if (budgets.length === 0)
    throw new Refusal('not-offered', `The charter has no budget to give a ${remedy} out of kindness.`)
  checkCurrency(
    amount,
    budgets.map(({ money }) => money.currency),
  )
  const covering = budgets.filter(({ money }) => isCovered(amount, money))
  const waitsFor = [...new Set(covering.map(({ position }) => position))]
  const own = kindnessLeft(judged).filter(({ budget }) => covering.includes(budget))
  const [best] = own
  const answer = { clause: clause ?? best?.budget.clause ?? covering[0]?.clause ?? '', row: 0, waitsFor }
  if (best === undefined) {
    const most = kindnessLeft(judged).find(({ budget }) => budget.may.includes(remedy))?.left
    return { ...answer, backedBy: [], spending: undefined, refusal: beyondLimit(wanted, most, waitsFor) }
  }
  const { budget, left } = best
  return {
    ...answer,
    backedBy: [budget.clause],
    spending: {
      budget: 'kindness',
      clause: budget.clause,
      period: periods.of[budget.period],
      amount,
      limit: budget.money,
    },
    refusal: isCovered(amount, left) ? undefined : budgetSpent(wanted, waitsFor),
  }
}
