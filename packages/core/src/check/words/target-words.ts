/** Targets and limits in words, and as keys by which equal ones are known. */
import { type Audience, customersWritten, type Duration, formatMoney, type Limit } from '../../charter/index.ts'
import { counted, durationText } from './scale-words.ts'

/** As a charter writes it: `2 h of office`, `2 working days of office`, `14 days`. */
export function targetWords(target: Duration): string {
  if (target.kind === 'dates') return counted(target.span.count, target.span.unit)
  const length = target.kind === 'opening' ? durationText(target.ms) : counted(target.count, 'working day')
  return `${length} of ${target.calendar}`
}

/** Equal for targets that always give the same due instant within one charter: `60 min` and `1 h`, `1 week` and `7 days`. */
export function targetKey(target: Duration): string {
  if (target.kind === 'opening') return `opening ${target.ms} ${target.calendar}`
  if (target.kind === 'working-days') return `working-days ${target.count} ${target.calendar}`
  const { unit, count } = target.span
  if (unit === 'day' || unit === 'week') return `days ${unit === 'week' ? 7 * count : count}`
  return `months ${unit === 'year' ? 12 * count : count}`
}

/** `10.00 EUR`, or the name of the money fact that is the limit. */
export function limitText(limit: Limit): string {
  return limit.kind === 'amount' ? formatMoney(limit.money) : limit.fact
}

/** Who may see a clause or a row. */
export function audienceText(audience: Audience): string {
  if (typeof audience === 'string') return audience
  return 'position' in audience ? audience.position : `customers with ${customersWritten(audience.customers)}`
}
