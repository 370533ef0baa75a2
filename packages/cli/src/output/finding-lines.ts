import type { Finding } from '@avow/core'
import { moneyText } from '../charter-words/master-words.ts'
import type { Paint } from '../io.ts'

/** A finding for a terminal: `file:line:column  code  message`, and the ticket that shows it on a line of its own. */
export function findingLines(
  file: string,
  { code, severity, message, line, column, witness }: Finding,
  paint: Paint,
): readonly string[] {
  const place = `${file}:${line}:${column}`
  const lines = [`${place}  ${paint(severity === 'error' ? 'red' : 'yellow', code)}  ${message}`]
  if (witness !== undefined) lines.push(paint('dim', `${' '.repeat(4)}ticket: ${witnessText(witness)}`))
  return lines
}

/** `channel email, tier unknown`. */
export function witnessText(witness: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(witness).map(([fact, value]) => `${fact} ${valueText(value)}`)
  return parts.length > 0 ? parts.join(', ') : 'any'
}

/** A fact's value as a person would write it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'unknown'
  return typeof value === 'object' ? (moneyText(value) ?? JSON.stringify(value)) : String(value)
}
