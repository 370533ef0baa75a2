import type { LadderTrouble } from '@avow/contract'
import type { CharterDocument, Ladder, Rung } from '@avow/core'
import { type Absence, absentAmong, deputyOf } from '../absences/index.ts'
import { ASSIGNEE, actingFor, type Holders, holdersAmong, ladderOf } from '../escalation/index.ts'
import type { LadderPeople } from './people-of-ladder.ts'

/** For whom a step is; all are ids of persons. */
export interface Addressee {
  /** A position, or `assignee`. */
  readonly position: string
  readonly how: 'told' | 'given'
  readonly holders: readonly string[]
  /** The position that stands in where all of its holders are away. */
  readonly instead: string | null
  /** Whom it reaches. */
  readonly reaches: readonly string[]
}

export interface ClimbedRung extends Rung {
  readonly addressees: readonly Addressee[]
  readonly isLast: boolean
  /** Who is away at its instant. */
  readonly absent: ReadonlyMap<string, Absence>
}

export interface Trouble {
  readonly code: LadderTrouble
  readonly step: number
  readonly position: string | null
}

export interface Climbed {
  readonly rungs: readonly ClimbedRung[]
  readonly troubles: readonly Trouble[]
}

/**
 * Whom each step of a ladder reaches, as the sweeper would take it at its instant: who holds its positions and is there, else
 * those of the next position of the ladder that has somebody; and who has the ticket by then, or works in their stead.
 */
export function climb(
  { rungs, circles, clause }: Ladder,
  { escalation }: CharterDocument,
  people: LadderPeople,
  assignee: string | null,
): Climbed {
  const steps = escalation.find(({ id }) => id === clause)?.steps ?? []
  const last = rungs.filter(({ due }) => due === rungs.at(-1)?.due)
  let has = assignee
  const climbed = rungs.map((rung): ClimbedRung => {
    const absent = rung.due === null ? new Map<string, Absence>() : absentAmong(people.absences, rung.due)
    const holders = holdersAmong(people.held, absent)
    const had = has
    if (has !== null && absent.has(has)) has = deputyOf(has, absent, people.disabled) ?? null
    const ticket = { had, has }
    const behind = ladderOf(steps.slice(rung.step))
    const told = rung.act.tell.map((position) => addressee(position, 'told', behind, holders, ticket))
    const given = rung.act.give_to === null ? [] : [addressee(rung.act.give_to, 'given', behind, holders, ticket)]
    has = given[0]?.reaches[0] ?? has
    return { ...rung, addressees: [...told, ...given], isLast: last.includes(rung), absent }
  })
  const goingBack = circles.map(({ path }): Trouble => {
    const step = steps.findIndex(({ place }) => place.path === path) + 1
    return { code: 'goes-back', step, position: steps[step - 1]?.giveTo ?? null }
  })
  return { rungs: climbed, troubles: [...climbed.flatMap(troublesOf), ...goingBack] }
}

/** Who had the ticket before a step, and who has it by then: whoever works in their stead, where they are away. */
interface Having {
  readonly had: string | null
  readonly has: string | null
}

function addressee(
  position: string,
  how: Addressee['how'],
  behind: readonly string[],
  holders: Holders,
  { had, has }: Having,
): Addressee {
  if (position === ASSIGNEE) {
    const only = (person: string | null) => (person === null ? [] : [person])
    return { position, how, holders: only(had), instead: null, reaches: only(has) }
  }
  const acting = actingFor(position, behind, holders)
  const isAway = holders.away.has(position)
  const instead = isAway ? (behind.find((one) => holders.present.has(one)) ?? null) : null
  // The ticket goes to one of them.
  const reaches = how === 'given' ? acting.slice(0, 1) : acting
  return { position, how, holders: holders.all.get(position) ?? [], instead, reaches }
}

function troublesOf({ step, due, addressees, isLast }: ClimbedRung): readonly Trouble[] {
  if (due === null) return [{ code: 'no-instant', step, position: null }]
  const without = addressees.filter(({ position, reaches }) => position !== ASSIGNEE && reaches.length === 0)
  // A step may tell of a ticket whom it gives it to.
  const unmanned = [...new Map(without.map((one) => [one.position, one])).values()].map(
    ({ position, holders }): Trouble => ({
      code: holders.length === 0 ? 'position-empty' : 'position-away',
      step,
      position,
    }),
  )
  if (!isLast || unmanned.length > 0 || addressees.some(({ reaches }) => reaches.length > 0)) return unmanned
  return [{ code: addressees.length === 0 ? 'nobody-told' : 'nobody-has-it', step, position: null }]
}
