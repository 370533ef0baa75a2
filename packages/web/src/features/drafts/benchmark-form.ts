/** What somebody else promises or reaches, as it is typed into the studio. */
import type { PlainValue } from '@avow/core'

/** The fields that a figure is none without, in the order in which a charter writes them. */
export const BENCHMARK_FIELDS = ['of', 'claims', 'source', 'date'] as const

export type BenchmarkField = (typeof BENCHMARK_FIELDS)[number]

/** A figure as the charter writes it; undefined while something is missing: half a figure would be an error. */
export function benchmarkValue(typed: Readonly<Partial<Record<BenchmarkField, string>>>): PlainValue | undefined {
  const fields = BENCHMARK_FIELDS.map((name) => [name, typed[name]?.trim() ?? ''] as const)
  return fields.every(([, text]) => text !== '') ? Object.fromEntries(fields) : undefined
}
