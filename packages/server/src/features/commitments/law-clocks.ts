import {
  type Commitment,
  type CompiledCharter,
  type LawRow,
  LETTER_DAYS,
  lawLimit,
  lawRow,
  letterInstant,
} from '@avow/core'
import type { Reckoning } from './reckon-ticket.ts'

/** The clock of a row of law on a commitment of a promise that carries the row. It knows no pauses. */
export interface LawClock {
  readonly commitment: Commitment
  readonly row: LawRow
  /** UTC ms: when a letter to the customer is due, and the end of the law's time. */
  readonly letter: number
  readonly limit: number
  /** UTC ms: when it stopped, by the first answer or since nothing is owed any more; undefined while it runs. */
  readonly stopped: number | undefined
}

/** The law's clocks on a ticket, by the rows that its promises carry and that are not switched off. */
export function lawClocks({ charter, decision }: Pick<Reckoning, 'charter' | 'decision'>): readonly LawClock[] {
  if (charter === undefined) return []
  return decision.commitments.flatMap((commitment) =>
    rowsCarried(charter, commitment.promise).flatMap((row) => {
      const times = timesOf(row, commitment, charter)
      return times === undefined ? [] : [{ commitment, row, ...times, stopped: stoppedAt(commitment) }]
    }),
  )
}

/** The next instant (UTC ms) at which the law does something about a commitment by itself; null where there is none. */
export function lawAt(clocks: readonly LawClock[], { promise, run }: Commitment, now: number): number | null {
  const ahead = clocks
    .filter(({ commitment }) => commitment.promise === promise && commitment.run === run)
    .filter(({ stopped }) => stopped === undefined)
    .flatMap(({ letter, limit }) => [letter, limit])
    .filter((instant) => instant >= now)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** A reopening takes an answer back from the promise (SPEC K4), never from the law: it was given when it was given. */
function stoppedAt({ state, fulfilled_at, settled_at, why }: Commitment): number | undefined {
  const answered = why.find(({ code }) => code === 'settled-first')?.from ?? fulfilled_at
  return answered ?? (state === 'cancelled' ? settled_at : null) ?? undefined
}

/** Is a promise of the ticket bound by a row of law, with a limit or without one? Such a ticket is a complaint. */
export function isUnderLaw({ charter, decision }: Pick<Reckoning, 'charter' | 'decision'>): boolean {
  if (charter === undefined) return false
  return decision.commitments.some(({ promise }) => rowsCarried(charter, promise).length > 0)
}

function rowsCarried({ document: { promises, law } }: CompiledCharter, id: string): readonly LawRow[] {
  const carried = promises.find((promise) => promise.id === id)?.law ?? []
  return carried
    .filter((row) => !law?.off.some((off) => off.row === row))
    .map(lawRow)
    .filter((row) => row !== undefined)
}

/** A call's minutes end nothing by themselves. */
function timesOf({ limit: row }: LawRow, { start }: Commitment, charter: CompiledCharter) {
  if (row === undefined || row.within.unit === 'minute') return undefined
  const { zone, calendars, document } = charter
  const { holidays: named, letterBefore: before = LETTER_DAYS } = document.law ?? {}
  const holidays = new Set(named === undefined ? undefined : calendars.get(named)?.rules.closed)
  const limit = lawLimit(row.within, start, zone, holidays)
  return { limit, letter: letterInstant(row.within, { start, limit, before }, zone, holidays) }
}
