import type { ClockDefinition } from '../../charter/index.ts'

/** A clock as a charter names it: `first-response`, `repair.booked to repair.done`. */
export function clockWords(clock: ClockDefinition): string {
  if (clock.kind === 'resolution') return clock.until === 'closed' ? 'resolution until closed' : 'resolution'
  if (clock.kind !== 'declared') return clock.kind
  const givenUp = clock.givenUp.length > 0 ? `, given up at ${clock.givenUp.join(', ')}` : ''
  return `${clock.from} to ${clock.until}${givenUp}${clock.each === 'once' ? ', once' : ''}`
}

/** The same as data: its kind, and of a declared one its events. */
export function clockOf(clock: ClockDefinition): readonly string[] {
  if (clock.kind === 'resolution') return [clock.until === 'closed' ? 'resolution-until-closed' : 'resolution']
  if (clock.kind !== 'declared') return [clock.kind]
  return [clock.kind, clock.from, clock.until, clock.each, ...clock.givenUp]
}
