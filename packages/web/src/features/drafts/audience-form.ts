/** For whom a clause or a row is, as a choice of one field; docs/formats/charter.md says how it is written. */
import type { PlainValue } from '@avow/core'
import { firstCondition } from './cell-form.ts'
import type { Fact } from './charter-data.ts'
import { customersOf } from './written-view.ts'

/** What is chosen where it is for some customers; no position can be called so. */
export const SOME_CUSTOMERS = 'customers:'

/** The choice that what is written stands for: a word, or that it is for some customers. */
export function audienceChosen(written: unknown): string {
  if (customersOf(written) !== undefined) return SOME_CUSTOMERS
  return written === undefined || written === null ? '' : String(written)
}

/** What a choice writes; undefined where nothing is said. Some customers begin with the first fact that
 * ranks them, as tiers do, else with the first that tells them apart. */
export function audienceValue(chosen: string, facts: readonly Fact[]): PlainValue | undefined {
  if (chosen !== SOME_CUSTOMERS) return chosen === '' ? undefined : chosen
  const telling = factsOfCustomers(facts)
  const fact = telling.find(({ isOrdered }) => isOrdered) ?? telling[0]
  return fact === undefined ? undefined : { customers: { [fact.name]: firstCondition(fact) } }
}

/** The facts that may tell customers apart: what is chosen from a list, or is so or not. */
export function factsOfCustomers(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ kind, values }) => (kind === 'choice' || kind === 'yes-no') && values.length > 0)
}
