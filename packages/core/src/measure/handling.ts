/** Who had a ticket, and when it was reopened: what the segments of SPEC M4 are told apart by (M5, E8). */
import { ACTOR, type EventColumns, KIND } from '../ticket/index.ts'

/** From `at` on, until the next. */
export interface Hand {
  readonly at: number
  /** Who has it: a person, or a team where the ticket's history never names a person; empty while nobody does (SPEC M5). */
  readonly holder: string
  /** With another team than the first that had the ticket. */
  readonly otherTeam: boolean
}

export interface Handling {
  /** In the order of time; before the first the ticket is unassigned, without any it counts as assigned (SPEC M5). */
  readonly hands: readonly Hand[]
  /** Instants of the reopenings that were not undone, rising. */
  readonly reopenings: readonly number[]
}

interface Assignment {
  readonly at: number
  readonly person: string
  readonly team: string
}

/**
 * Who had ticket `ticket` of the columns, as known at `now`. An assignment that names no team leaves it with the team that
 * had it; one that names no person leaves it without one. `assigns`: tickets are assigned, though perhaps none of these is.
 */
export function handsOf(columns: EventColumns, ticket: number, now: number, assigns = false): readonly Hand[] {
  const assignments = assignmentsOf(columns, ticket, now)
  // Where others are assigned, a ticket without any was had by nobody; else the history does not tell (SPEC M5).
  if (assignments.length === 0 && (assigns || columns.details.some(({ person, team }) => person !== '' || team !== '')))
    return [{ at: Number.NEGATIVE_INFINITY, holder: '', otherTeam: false }]
  const namesPersons = assignments.some(({ person }) => person !== '')
  const first = assignments.find(({ team }) => team !== '')?.team ?? ''
  let team = ''
  return assignments.map((assignment) => {
    if (assignment.team !== '') team = assignment.team
    return { at: assignment.at, holder: namesPersons ? assignment.person : assignment.team, otherTeam: team !== first }
  })
}

function assignmentsOf(
  { first, at, recorded, kind, detail, details }: EventColumns,
  ticket: number,
  now: number,
): readonly Assignment[] {
  const found: Assignment[] = []
  const end = first[ticket + 1] as number
  for (let event = first[ticket] as number; event < end; event++) {
    if (kind[event] !== KIND.assigned || (at[event] as number) > now) continue
    if (recorded !== undefined && (recorded[event] as number) > now) continue
    const about = details[detail[event] as number]
    if (about !== undefined) found.push({ at: at[event] as number, person: about.person, team: about.team })
  }
  return found
}

/** The first act of a person on a ticket from `from` on, its creation aside, as known at `now`; null where there is none. */
export function firstAct(
  { first, at, recorded, kind, actor }: EventColumns,
  ticket: number,
  from: number,
  now: number,
): number | null {
  const end = first[ticket + 1] as number
  for (let event = first[ticket] as number; event < end; event++) {
    const instant = at[event] as number
    if (instant < from || instant > now || actor[event] !== ACTOR.agent || kind[event] === KIND.created) continue
    if (recorded === undefined || (recorded[event] as number) <= now) return instant
  }
  return null
}

/**
 * When the judging of a ticket ended before `now` by spam or merging (SPEC E9, E10), told from `lastJudged`, the last event
 * that was judged (-1 for none): the first of those left over, spam that was undone left aside. Null where it did not end.
 */
export function endOfJudging(columns: EventColumns, ticket: number, lastJudged: number, now: number): number | null {
  const { first, at, recorded, kind, detail, details } = columns
  const end = first[ticket + 1] as number
  const left: number[] = []
  for (let event = Math.max(lastJudged + 1, first[ticket] as number); event < end; event++) {
    if ((at[event] as number) > now || (recorded !== undefined && (recorded[event] as number) > now)) continue
    if (kind[event] === KIND.spam && details[detail[event] as number]?.undo === true) {
      const undone = left.findLastIndex((each) => kind[each] === KIND.spam)
      if (undone >= 0) left.splice(undone, 1)
    } else if (kind[event] === KIND.spam || kind[event] === KIND.merged) left.push(event)
  }
  const ending = left[0]
  return ending === undefined ? null : (at[ending] as number)
}
