import type { CalendarDefinition, EventDefinition, FactDefinition, Place } from '../parts.ts'
import { Register } from './register.ts'
import { Report } from './report.ts'

/** What has been read so far and what later parts may refer to. */
export class Reading {
  readonly report = new Report()
  /** The first is the master; empty until read, and where they cannot be read. */
  languages: readonly string[] = []
  /** The charter's own zone; `UTC` where it cannot be read, and then no document comes of it. */
  zone = 'UTC'
  /** Zones that have been asked for, and those that the version carries: whether they exist. */
  readonly zones: Map<string, boolean>
  readonly facts = new Register<FactDefinition>()
  readonly calendars = new Register<CalendarDefinition>()
  readonly events = new Register<EventDefinition>()
  readonly positions = new Register<true>()
  /** Ids of clauses that others refer to, with the number of their rows. */
  readonly promises = new Register<number>()
  readonly remedies = new Register<number>()
  readonly values = new Register<number>()
  readonly objectives = new Register<number>()
  /** Promises and objectives. */
  readonly measuring = new Register<number>()
  readonly exclusions = new Register<number>()
  readonly channels = new Register<number>()
  /** Ids of clauses of every kind. */
  readonly clauses = new Register<number>()
  /** Ids of clauses of all kinds, in the order of reading. */
  readonly clauseIds: { readonly id: string; readonly place: Place }[] = []

  /** `zones` exist without the runtime being asked. */
  constructor(zones: readonly string[] = []) {
    this.zones = new Map(zones.map((name) => [name, true]))
  }
}
