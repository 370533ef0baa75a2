import { formatMoney, type GrantLimit, type Money, type RemedyAllowed } from '@avow/core'
import { Refusal } from '../../refusal.ts'
import type { GateAnswer } from './gate-answer.ts'
import type { Judged } from './judge-remedies.ts'
import { beyondLimit, budgetSpent, checkCurrency, isCovered } from './limits.ts'
import { passKindness } from './pass-kindness.ts'
import type { Wanted } from './wanted.ts'

/**
 * The one gate (SPEC R1 to R6): reads the decision, and nothing but it. Throws `not-offered` for what the charter does not
 * allow anybody here, `bad-amount` for another currency, `beyond-limit` above what the clause gives at most.
 */
export function passGate(judged: Judged, wanted: Wanted): GateAnswer {
  if (wanted.isBend) return passKindness(judged, wanted)
  const allowed = offerOf(judged, wanted)
  const { clause, row, authority } = allowed
  const { remedy, amount } = wanted
  const limits = allowed.limits.filter((limit) => limit.remedy === remedy)
  checkAmount(allowed, limits, amount)
  const covering = limits.filter((limit) => isCovered(amount, limit.up_to) && isCovered(amount, limit.per_day))
  const own = covering.filter(({ position }) => judged.positions.includes(position))
  const may = authority === 'not asked' ? undefined : authority.may.find((each) => each.remedy === remedy)
  const best = own.reduce<GrantLimit | undefined>((a, b) => (a === undefined || isLonger(b, a) ? b : a), undefined)
  const answer = { clause, row, waitsFor: [...new Set(covering.map(({ position }) => position))] }
  if (best === undefined)
    return { ...answer, backedBy: [], spending: undefined, refusal: beyondLimit(wanted, may?.up_to, answer.waitsFor) }
  return {
    ...answer,
    backedBy: [best.clause],
    spending:
      amount === null
        ? undefined
        : { budget: 'remedies', clause: '', period: judged.periods.today, amount, limit: best.per_day },
    refusal: isCovered(amount, may?.up_to ?? null) ? undefined : budgetSpent(wanted, answer.waitsFor),
  }
}

function offerOf({ decision }: Judged, { clause, remedy }: Wanted): RemedyAllowed {
  const offered = decision.remedies.find((each) => each.clause === clause)
  if (offered?.allow.includes(remedy)) return offered
  if (offered?.allow.length === 0) throw refusedByRow(offered, remedy)
  const others = decision.remedies.flatMap((each) => each.allow.map((kind) => `${kind} by ${each.clause}`))
  const hint = others.length === 0 ? 'It allows nothing.' : `It allows: ${others.join(', ')}.`
  throw new Refusal('not-offered', `The charter allows no ${remedy} by ${clause ?? 'no clause'} here. ${hint}`)
}

/** SPEC R7: the row that refuses, and the exclusions that say why. */
function refusedByRow({ clause, row, tell }: RemedyAllowed, remedy: string): Refusal {
  const why = tell.length === 0 ? '' : ` (${tell.join(', ')})`
  return new Refusal('not-offered', `Row ${row} of ${clause} allows nothing here${why}, and so no ${remedy}.`)
}

function checkAmount(
  { clause, row, needs, up_to: upTo }: RemedyAllowed,
  limits: readonly GrantLimit[],
  amount: Money | null,
): void {
  if (amount === null) return
  if (needs !== null) {
    const message = `How much row ${row} of ${clause} gives depends on “${needs}”, which is not known here. Fill it in first.`
    throw new Refusal('not-offered', message, { at: [{ path: 'amount', message }] })
  }
  const currencies = [upTo, ...limits.flatMap((limit) => [limit.up_to, limit.per_day])].flatMap((money) =>
    money === null ? [] : [money.currency],
  )
  checkCurrency(amount, currencies)
  if (!isCovered(amount, upTo) && upTo !== null) {
    const message = `Row ${row} of ${clause} gives ${formatMoney(upTo)} at most here, and nobody may grant more by it.`
    throw new Refusal('beyond-limit', message, { at: [{ path: 'amount.minor', message, typed: String(amount.minor) }] })
  }
}

/** Does a limit leave more of a day? None leaves most. */
function isLonger(a: GrantLimit, b: GrantLimit): boolean {
  if (b.per_day === null) return false
  return a.per_day === null || a.per_day.minor > b.per_day.minor
}
