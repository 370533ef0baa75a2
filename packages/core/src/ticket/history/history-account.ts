import type { EventProblem } from '../read-event.ts'

/** How many unreadable lines are shown one by one. */
const SHOWN = 20

/** A line that could not be used. */
export interface UnreadableLine {
  /** Files and lines count from 1. */
  readonly file: number
  readonly line: number
  readonly code: 'line-too-long' | 'not-json' | EventProblem['code']
  readonly message: string
}

/**
 * What became of every line of a history: `lines` = `blank` + `events` + `repeated` + the lines of unknown types +
 * `unreadable.count`.
 */
export interface HistoryAccount {
  readonly lines: number
  readonly blank: number
  /** Events that judge. */
  readonly events: number
  /** Lines whose event was there already, by its id (SPEC E3). */
  readonly repeated: number
  readonly unknownTypes: ReadonlyMap<string, number>
  /** Fields that no format knows: on how many lines. The lines are used. */
  readonly unknownFields: ReadonlyMap<string, number>
  /** Known fields whose value could not be used, and was left out: on how many lines. The lines are used. */
  readonly badFields: ReadonlyMap<string, number>
  /** Facts left out because the history names more of them than FACTS_AT_MOST. */
  readonly droppedFacts: number
  /** Lines with bytes that are no UTF-8, read with U+FFFD in their place. */
  readonly notUtf8: number
  readonly unreadable: { readonly count: number; readonly first: readonly UnreadableLine[] }
  /** First and last instant (UTC ms) of all events read, of unknown types too, by `at` and `recorded`; null without events. */
  readonly from: number | null
  readonly until: number | null
  /** Tickets with an event that judges. */
  readonly tickets: number
}

/** Keeps the account while a history is read. */
export class AccountKeeper {
  lines = 0
  blank = 0
  events = 0
  repeated = 0
  notUtf8 = 0
  private readonly unknownTypes = new Map<string, number>()
  private readonly unknownFields = new Map<string, number>()
  private readonly badFields = new Map<string, number>()
  private readonly shown: UnreadableLine[] = []
  private unreadable = 0
  private from = Number.POSITIVE_INFINITY
  private until = Number.NEGATIVE_INFINITY

  /** An event's two instants. */
  see(at: number, recorded: number): void {
    if (at < this.from) this.from = at
    if (recorded < this.from) this.from = recorded
    if (at > this.until) this.until = at
    if (recorded > this.until) this.until = recorded
  }

  count(outcome: 'taken' | 'repeated'): void {
    if (outcome === 'taken') this.events++
    else this.repeated++
  }

  unknownType(type: string, lines: number): void {
    add(this.unknownTypes, type, lines)
  }

  unknownField(name: string, lines: number): void {
    add(this.unknownFields, name, lines)
  }

  badField(name: string): void {
    add(this.badFields, name, 1)
  }

  unreadableLine(line: UnreadableLine): void {
    this.unreadable++
    if (this.shown.length < SHOWN) this.shown.push(line)
  }

  finish(tickets: number, droppedFacts: number): HistoryAccount {
    const { lines, blank, events, repeated, notUtf8 } = this
    return {
      lines,
      blank,
      events,
      repeated,
      unknownTypes: this.unknownTypes,
      unknownFields: this.unknownFields,
      badFields: this.badFields,
      droppedFacts,
      notUtf8,
      unreadable: { count: this.unreadable, first: this.shown },
      from: this.from === Number.POSITIVE_INFINITY ? null : this.from,
      until: this.from === Number.POSITIVE_INFINITY ? null : this.until,
      tickets,
    }
  }
}

/** Counts by name: a hostile file could invent names without end, so what comes after many goes under one. */
const NAMES_AT_MOST = 1000
const FURTHER = '…'

function add(counts: Map<string, number>, name: string, by: number): void {
  const under = counts.has(name) || counts.size < NAMES_AT_MOST ? name : FURTHER
  counts.set(under, (counts.get(under) ?? 0) + by)
}
