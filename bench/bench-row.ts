/** One measured figure of a bench. */
export interface BenchRow {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** what it has to reach */
  readonly reach?: string
  readonly note?: string
}
