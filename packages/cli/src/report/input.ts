import type { CompiledCharter, EventColumns } from '@avow/core'

/** A reason and how often it came. */
export interface CountedReason {
  readonly reason: string
  readonly count: number
  /** What it means, or where it came first. */
  readonly about?: string
}

/** What became of the lines of the files that were read; `used` and the counts of `skipped` add up to `read`. */
export interface LinesAccount {
  /** Names of the files, for the page. */
  readonly files: readonly string[]
  readonly read: number
  readonly used: number
  readonly skipped: readonly CountedReason[]
  /** Counted beside: the lines were used. */
  readonly notes?: readonly CountedReason[]
}

export interface ReportInput {
  readonly charter: CompiledCharter
  readonly columns: EventColumns
  readonly account: LinesAccount
  /** The instant of the backtest, UTC ms. */
  readonly now: number
  /** When the report is made, UTC ms. */
  readonly madeAt: number
  /** As typed, for the hint how to get all commitments: `npx avow backtest …` without `--out`. */
  readonly command?: string
  /** The charter's file and the histories, as typed, for the commands that tell a why. */
  readonly charterFile?: string
  readonly historyFiles?: readonly string[]
  /** Words that `avow explain` needs as the backtest did, e.g. `--map`, `helpdesk.yaml`. */
  readonly explainOptions?: readonly string[]
}
