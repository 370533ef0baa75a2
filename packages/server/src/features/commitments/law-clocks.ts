import { type Commitment, type CompiledCharter, type LawRow, lawLimit, lawRow } from '@avow/core'
import type { Reckoning } from './reckon-ticket.ts'

/** The clock of a row of law on a commitment of a promise that carries the row. It knows no pauses. */
export interface LawClock {
  readonly commitment: Commitment
  readonly row: LawRow
  /** UTC ms: the end of the law's time. */
  readonly limit: number
  /** UTC ms: when it stopped, by the first answer or since nothing is owed any more; undefined while it runs. */
  readonly stopped: number | undefined
}

/** The law's clocks on a ticket, by the rows that its promises carry and that are not switched off. */
export function lawClocks({ charter, decision }: Pick<Reckoning, 'charter' | 'decision'>): readonly LawClock[] {
  if (charter === undefined) return []
  return decision.commitments.flatMap((commitment) =>
    rowsCarried(charter, commitment.promise).flatMap((row) => {
      const limit = limitOf(row, commitment, charter)
      return limit === undefined ? [] : [{ commitment, row, limit, stopped: stoppedAt(commitment) }]
    }),
  )
}

/** The next instant (UTC ms) at which the law does something about a commitment by itself; null where there is none. */
export function lawAt(clocks: readonly LawClock[], { promise, run }: Commitment, now: number): number | null {
  const ahead = clocks
    .filter(({ commitment }) => commitment.promise === promise && commitment.run === run)
    .filter(({ row, stopped }) => row.consequence !== undefined && stopped === undefined)
    .map(({ limit }) => limit)
    .filter((limit) => limit >= now)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** A reopening takes an answer back from the promise (SPEC K4), never from the law: it was given when it was given. */
function stoppedAt({ state, fulfilled_at, settled_at, why }: Commitment): number | undefined {
  const answered = why.find(({ code }) => code === 'settled-first')?.from ?? fulfilled_at
  return answered ?? (state === 'cancelled' ? settled_at : null) ?? undefined
}

function rowsCarried({ document: { promises, law } }: CompiledCharter, id: string): readonly LawRow[] {
  const carried = promises.find((promise) => promise.id === id)?.law ?? []
  return carried
    .filter((row) => !law?.off.some((off) => off.row === row))
    .map(lawRow)
    .filter((row) => row !== undefined)
}

/** A call's minutes end nothing by themselves. */
function limitOf({ limit }: LawRow, { start }: Commitment, charter: CompiledCharter): number | undefined {
  if (limit === undefined || limit.within.unit === 'minute') return undefined
  const { zone, calendars, document } = charter
  const holidays = document.law?.holidays === undefined ? undefined : calendars.get(document.law.holidays)
  return lawLimit(limit.within, start, zone, new Set(holidays?.rules.closed))
}
