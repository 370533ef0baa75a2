import type { CustomersGet } from './customers.ts'
import type { DifferencePart } from './difference.ts'

/** Notes on parts what they mean to customers; the same parts where they mean nothing. */
export function marked(parts: readonly DifferencePart[], get: CustomersGet | undefined): DifferencePart[] {
  return parts.map((part) => (get === undefined ? part : { ...part, customers: get }))
}
