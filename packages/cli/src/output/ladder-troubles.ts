import type { Holders, Ladder } from '@avow/core'

/** What is to be mended of a ladder. */
export interface LadderTrouble {
  readonly code: 'position-empty' | 'nobody-has-it' | 'nobody-told' | 'goes-back' | 'no-instant'
  readonly step: number
  readonly position: string | null
  /** What is wrong and what to do, in a line. */
  readonly says: string
}

/** What is to be mended of a ladder that was walked. `holders`: who holds which position, where it is known. */
export function troublesOf({ clause, rungs, circles }: Ladder, holders: Holders | undefined): readonly LadderTrouble[] {
  let has = false
  const last = rungs.at(-1)
  const ofSteps = rungs.flatMap((rung): LadderTrouble[] => {
    const { step, due, act } = rung
    const told = act.tell.filter((position) => position !== 'assignee')
    const positions = [...new Set(act.give_to === null ? told : [...told, act.give_to])]
    has ||= act.give_to !== null
    const at = { step, position: null }
    if (due === null)
      return [{ code: 'no-instant', ...at, says: `step ${step} comes later than its calendar knows; shorten its time` }]
    const unheld = positions.filter((position) => holders !== undefined && (holders.get(position) ?? 0) === 0)
    const empty = unheld.map(
      (position): LadderTrouble => ({
        ...{ code: 'position-empty', step, position },
        says: `step ${step}: nobody holds the position ${position}; give it to somebody`,
      }),
    )
    if (rung !== last || positions.length > 0) return empty
    if (act.tell.length === 0)
      return [{ code: 'nobody-told', ...at, says: `step ${step}, the end, tells nobody; tell a position` }]
    if (has) return []
    const says = `step ${step}, the end, tells whoever has ${clause}’s ticket, and no step gave it to anybody; tell a position`
    return [{ code: 'nobody-has-it', ...at, says }]
  })
  const back = circles.map(({ message, says }): LadderTrouble => {
    const { step, position } = { step: 0, position: null, ...says?.data }
    return {
      code: 'goes-back',
      step: Number(step),
      position: position === null ? null : String(position),
      says: message,
    }
  })
  return [...ofSteps, ...back]
}
