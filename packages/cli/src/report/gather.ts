/** Everything the report tells, gathered from one run of the backtest. */
import {
  type BacktestLine,
  type BacktestResult,
  backtest,
  type EventColumns,
  Figures,
  KIND,
  type Reason,
  Retelling,
  type Retold,
  type Segment,
} from '@avow/core'
import type { ReportInput } from './input.ts'
import type { Waits } from './waits.ts'
import { fairChoice, Worst } from './worst.ts'

/** Entries of the ledger on the page. */
export const LEDGER_ENTRIES = 500

/** A broken commitment as the ledger tells it. */
export interface LedgerEntry {
  readonly ticket: string
  /** Index of the promise in the charter. */
  readonly promise: number
  readonly run: number
  readonly key: string
  readonly row: number
  /** The crisis that amends the promise for it; null where none does. */
  readonly amendedBy: string | null
  readonly start: number
  readonly due: number
  /** When it was done, or ended without; null while it is still waited for. */
  readonly end: number | null
  readonly fulfilled: boolean
  /** Time on the wall from the due instant to the end, or to now. */
  readonly late: number
  readonly segments: readonly Segment[]
  readonly why: readonly Reason[]
}

/** Whether it was settled, and a reopening took that back. */
export function isReopened({ why }: LedgerEntry): boolean {
  const count = (wanted: Reason['code']) => why.filter(({ code }) => code === wanted).length
  return count('settled-first') > count('reopening-undone')
}

export interface Gathered {
  readonly result: BacktestResult
  readonly figures: Figures
  readonly commitments: number
  readonly broken: number
  readonly ledger: readonly LedgerEntry[]
  /** By index of the promise in the charter. */
  readonly waits: readonly Waits[]
  /** Whether the history tells who had a ticket, of any. */
  readonly assigns: boolean
  /** First and last instant of the history; null where it has no event. */
  readonly from: number | null
  readonly to: number | null
}

type Found = Omit<LedgerEntry, 'segments' | 'why'> & { readonly ticketIndex: number }

/** Runs the backtest over the columns and gathers figures and ledger. */
export function gather({ charter, columns, now }: ReportInput): Gathered {
  const figures = new Figures(charter, columns, now)
  const worst = charter.promises.map(() => new Worst<Found>(LEDGER_ENTRIES))
  const waits = charter.promises.map((): Waits => ({ notDone: 0, neverDone: 0, missed: 0, givenUp: 0 }))
  const indices = new Map(charter.promises.map(({ id }, index) => [id, index]))
  let commitments = 0
  const result = backtest(charter, columns, {
    now,
    onCommitment: (line) => {
      commitments++
      const told = figures.add(line)
      const promise = indices.get(line.promise) ?? 0
      const kind = waitOf(line, told)
      const counts = waits[promise]
      if (kind !== undefined && counts !== undefined) counts[kind]++
      if (told === undefined || line.due === null) return
      const { ticket, ticketIndex, run, key, row, amendedBy, start, due } = line
      const { end, fulfilled } = told
      worst[promise]?.offer({
        ticket,
        ticketIndex,
        promise,
        run,
        key,
        row,
        amendedBy,
        start,
        due,
        end,
        fulfilled,
        late: (end ?? now) - due,
      })
    },
  })
  const [from, to] = spanOf(columns, now)
  return {
    result,
    figures,
    commitments,
    broken: worst.reduce((sum, { count }) => sum + count, 0),
    ledger: tell(
      fairChoice(
        worst.map((list) => list.list()),
        LEDGER_ENTRIES,
      ),
      new Retelling(charter, columns, now),
    ),
    waits,
    assigns: columns.kind.includes(KIND.assigned),
    from,
    to,
  }
}

/** What the time of a commitment that was not fulfilled was counted up to; undefined for any other. */
function waitOf({ state, reason, due, at }: BacktestLine, told: Retold | undefined): keyof Waits | undefined {
  if (state === 'cancelled') return reason === 'given-up' && at !== null ? 'givenUp' : undefined
  if (told === undefined || told.fulfilled) return undefined
  if (told.end === null) return 'notDone'
  return told.end === due ? 'missed' : 'neverDone'
}

/** Tells each in full. */
function tell(found: readonly Found[], retelling: Retelling): readonly LedgerEntry[] {
  return found.flatMap(({ ticketIndex, ...entry }) => {
    const told: Retold | undefined = retelling.tell(ticketIndex, entry.promise, entry.run)
    return told === undefined ? [] : [{ ...entry, segments: told.segments(), why: told.why() }]
  })
}

function spanOf({ at }: EventColumns, now: number): readonly [number | null, number | null] {
  let from: number | null = null
  let to: number | null = null
  for (const instant of at) {
    if (instant > now) continue
    if (from === null || instant < from) from = instant
    if (to === null || instant > to) to = instant
  }
  return [from, to]
}
