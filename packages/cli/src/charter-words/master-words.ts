/** What a charter calls its own things, in its first language, as plain text for a terminal. */
import {
  type Cell,
  type Commitment,
  type CompiledCharter,
  type CompiledPromise,
  type Condition,
  type Duration,
  formatMoney,
  rowsUnder,
  sayLength,
  type Texts,
} from '@avow/core'
import { cellValues } from './cell-values.ts'

export class MasterWords {
  private readonly charter: CompiledCharter

  constructor(charter: CompiledCharter) {
    this.charter = charter
  }

  /** A text in the master language, else in any that there is. */
  text(texts: Texts | undefined): string | undefined {
    return texts?.by.get(this.charter.document.languages[0] ?? '') ?? texts?.by.values().next().value
  }

  fact(name: string): string {
    return this.text(this.charter.facts.get(name)?.says) ?? name
  }

  /** A fact's value as written in a document or a history. */
  value(fact: string, value: unknown): string {
    if (value === null || value === undefined) return 'unknown'
    const type = this.charter.facts.get(fact)?.type
    if (type?.kind === 'yes-no' && /^(true|false)$/.test(String(value))) return String(value) === 'true' ? 'yes' : 'no'
    if (typeof value === 'object') return moneyText(value) ?? JSON.stringify(value)
    return this.text(this.charter.facts.get(fact)?.valuesSay?.get(String(value))) ?? String(value)
  }

  event(name: string): string {
    return this.text(this.charter.document.events.get(name)?.says) ?? name
  }

  /** When a row applies, e.g. `Channel: e-mail or web form, Tier: gold`. */
  conditions(cells: Condition): string {
    const parts = [...cells.values()].filter(({ accepts }) => accepts !== 'any').map((cell) => this.cell(cell))
    return parts.length > 0 ? parts.join(', ') : 'everything else'
  }

  /** A length promised, e.g. `4 h of our opening hours`; other forms as written. */
  target(duration: Duration | undefined, written: string): string {
    if (duration === undefined || duration.kind === 'dates') return written
    const says = this.text(this.charter.document.calendars.get(duration.calendar)?.says)
    if (says === undefined) return written
    const { kind } = duration
    const length =
      kind === 'opening' ? sayLength(duration.ms) : `${duration.count} working ${duration.count === 1 ? 'day' : 'days'}`
    return `${length} of ${says}`
  }

  /** What a commitment promises, as `target` says it. */
  rowTarget(promise: CompiledPromise, { row, target, amended_by: crisis }: Commitment): string {
    return this.target(rowsUnder(promise, crisis)[row - 1]?.target, target)
  }

  private cell(cell: Cell): string {
    const { fact, text } = cell
    const values = cellValues(this.charter, cell)?.map((value) => this.value(fact, value))
    return `${this.fact(fact)}: ${values === undefined ? text : either(values)}`
  }
}

/** `8.50 EUR` for `{ minor: 850, currency: 'EUR' }`; undefined for what is no money. */
export function moneyText(value: object): string | undefined {
  if (!('minor' in value) || !('currency' in value)) return undefined
  const minor = Number(value.minor)
  return Number.isSafeInteger(minor) ? formatMoney({ minor, currency: String(value.currency) }) : undefined
}

/** `e-mail, chat or web form`. */
function either(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}
