/** Two targets compared: which of them falls due sooner, for every start. */
import { type Calendar, CalendarError, due, dueDates, dueWorkingDays, isOpen, type Zone } from '../../calendar/index.ts'
import type { CharterDocument, Duration } from '../../charter/index.ts'
import {
  commonWindow,
  compareOpenings,
  compareWorkingDays,
  type Relation,
  turningPoints,
  type Window,
} from './compare-calendars.ts'
import { compareSpans } from './dates-order.ts'

/** One of the charters that are compared, compiled. */
export interface ComparedCharter {
  readonly document: CharterDocument
  readonly zone: Zone
  readonly calendars: ReadonlyMap<string, Calendar>
}

export interface TargetComparison {
  readonly change: 'same' | 'stricter' | 'looser' | 'changed'
  /** Where the openings differ: how, for the sentence. */
  readonly openings: Relation
  /** An instant at which the due times differ, where openings differ; UTC ms. */
  readonly at?: number
}

/** Compares what two charters' targets come to, for tickets from `asOf` (UTC ms) on. */
export class TargetComparer {
  private readonly old: ComparedCharter
  private readonly fresh: ComparedCharter
  private readonly asOf: number
  private readonly relations = new Map<string, { readonly relation: Relation; readonly window: Window }>()

  constructor(old: ComparedCharter, fresh: ComparedCharter, asOf: number) {
    this.old = old
    this.fresh = fresh
    this.asOf = asOf
  }

  /** Stricter: never due later, and sometimes sooner. `changed` where it depends on the start, or cannot be told. */
  compare(old: Duration, fresh: Duration): TargetComparison {
    if (old.kind === 'dates' && fresh.kind === 'dates') {
      if (this.old.zone.name !== this.fresh.zone.name) return { change: 'changed', openings: 'equal' }
      return { change: byLength(compareSpans(fresh.span, old.span)), openings: 'equal' }
    }
    if (old.kind === 'dates' || fresh.kind === 'dates' || old.kind !== fresh.kind)
      return { change: 'changed', openings: 'equal' }
    const known = this.relationOf(old.kind, old.calendar, fresh.calendar)
    if (known === undefined) return { change: 'changed', openings: 'equal' }
    const { relation, window } = known
    const length = Math.sign(lengthOf(fresh) - lengthOf(old))
    if (relation === 'equal') return { change: byLength(length), openings: relation }
    const at = this.differsAt(old, fresh, window)
    const change =
      relation === 'wider' && length <= 0 ? 'stricter' : relation === 'narrower' && length >= 0 ? 'looser' : 'changed'
    return { change, openings: relation, ...(at === undefined ? {} : { at }) }
  }

  /** Due instant (UTC ms) of one charter's target for a start; undefined past the calendar's horizon. */
  dueOf(side: 'old' | 'new', target: Duration, start: number): number | undefined {
    const charter = side === 'old' ? this.old : this.fresh
    try {
      if (target.kind === 'dates') return dueDates(charter.zone, start, target.span)
      const calendar = charter.calendars.get(target.calendar)
      if (calendar === undefined) return undefined
      return target.kind === 'opening' ? due(calendar, start, target.ms) : dueWorkingDays(calendar, start, target.count)
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error
      return undefined
    }
  }

  /**
   * How one calendar's openings relate to another's, and the first instant (UTC ms) at which only one of them is open;
   * undefined where either is not there.
   */
  openings(old: string, fresh: string): { readonly relation: Relation; readonly at?: number } | undefined {
    const [before, after] = [this.old.calendars.get(old), this.fresh.calendars.get(fresh)]
    const known = this.relationOf('opening', old, fresh)
    if (known === undefined || before === undefined || after === undefined) return undefined
    const { relation, window } = known
    const at =
      relation === 'equal'
        ? undefined
        : [window.from, ...turningPoints(before, window), ...turningPoints(after, window)]
            .filter((instant) => instant < window.until)
            .toSorted((a, b) => a - b)
            .find((instant) => isOpen(before, instant) !== isOpen(after, instant))
    return { relation, ...(at === undefined ? {} : { at }) }
  }

  private relationOf(kind: 'opening' | 'working-days', oldName: string, newName: string) {
    const key = `${kind} ${oldName} ${newName}`
    const known = this.relations.get(key)
    const [old, fresh] = [this.old.calendars.get(oldName), this.fresh.calendars.get(newName)]
    if (known !== undefined || old === undefined || fresh === undefined) return known
    const window = commonWindow(old, fresh, this.asOf)
    const relation = kind === 'opening' ? compareOpenings(old, fresh, window) : compareWorkingDays(old, fresh, window)
    this.relations.set(key, { relation, window })
    return { relation, window }
  }

  /** The first turning point of either calendar from which on the due times differ. */
  private differsAt(old: Duration, fresh: Duration, window: Window): number | undefined {
    if (old.kind === 'dates' || fresh.kind === 'dates') return undefined
    const calendars = [this.old.calendars.get(old.calendar), this.fresh.calendars.get(fresh.calendar)]
    const points = calendars.flatMap((calendar) => (calendar === undefined ? [] : turningPoints(calendar, window)))
    return points
      .toSorted((a, b) => a - b)
      .find((start) => {
        const [before, after] = [this.dueOf('old', old, start), this.dueOf('new', fresh, start)]
        return before !== undefined && after !== undefined && before !== after
      })
  }
}

function byLength(order: number | undefined): 'same' | 'stricter' | 'looser' | 'changed' {
  if (order === undefined) return 'changed'
  return order === 0 ? 'same' : order < 0 ? 'stricter' : 'looser'
}

function lengthOf(target: Exclude<Duration, { kind: 'dates' }>): number {
  return target.kind === 'opening' ? target.ms : target.count
}
