/** Who had a ticket, and when it was reopened: what the segments of SPEC M4 are told apart by (M5, E8). */
import { type EventColumns, KIND } from '../ticket/index.ts'

/** From `at` on, until the next. */
export interface Hand {
  readonly at: number
  /** SPEC M5. */
  readonly assigned: boolean
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
 * had it; one that names no person leaves it without one.
 */
export function handsOf(columns: EventColumns, ticket: number, now: number): readonly Hand[] {
  const assignments = assignmentsOf(columns, ticket, now)
  // Where others are assigned, a ticket without any was had by nobody; else the history does not tell (SPEC M5).
  if (assignments.length === 0 && columns.details.some(({ person, team }) => person !== '' || team !== ''))
    return [{ at: Number.NEGATIVE_INFINITY, assigned: false, otherTeam: false }]
  const namesPersons = assignments.some(({ person }) => person !== '')
  const first = assignments.find(({ team }) => team !== '')?.team ?? ''
  let team = ''
  return assignments.map((assignment) => {
    if (assignment.team !== '') team = assignment.team
    const assigned = (namesPersons ? assignment.person : assignment.team) !== ''
    return { at: assignment.at, assigned, otherTeam: team !== first }
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
