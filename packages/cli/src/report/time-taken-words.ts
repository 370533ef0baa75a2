/** How long commitments took, in the unit that their promise is given in: opening time, working days, or dates. */
import type { CompiledCharter, Duration, PromiseFigures } from '@avow/core'
import { type Html, html } from './html.ts'
import type { Tongue } from './tongue.ts'

/** The targets of all rows of a promise. */
export function targetsOf({ promise }: PromiseFigures): readonly Duration[] {
  return promise.clause.rows.map(({ target }) => target)
}

/** Whether the times are all time less pauses, because every target is in dates (SPEC M2); else they are opening time. */
export function areAllHours(targets: readonly Duration[]): boolean {
  return targets.length > 0 && targets.every(({ kind }) => kind === 'dates')
}

/**
 * A time taken (ms, as M2 counts it), e.g. `34 h open (4.3 working days)`, `2 d 3 h`, `20 min`. In a table whose head says
 * that its times are opening time, `open` is not said again.
 */
export function takenWords(
  charter: CompiledCharter,
  targets: readonly Duration[],
  ms: number,
  tongue: Tongue,
  form: 'sentence' | 'cell' | 'words' = 'sentence',
): Html {
  if (areAllHours(targets)) return form === 'words' ? tongue.wallInWords(ms) : tongue.wall(ms)
  const length = form === 'words' ? tongue.lengthInWords(ms) : tongue.length(ms)
  const count = workingDays(charter, targets, ms)
  if (count === undefined) return length
  const days = html`<bdi class="nowrap">${tongue.say('length.working-days', { count })}</bdi>`
  return tongue.say(form === 'cell' ? 'taken.days' : 'taken.open-days', { length, days })
}

/** Opening time as working days of the one calendar that all targets are in, to a tenth; undefined for other targets. */
function workingDays({ calendars }: CompiledCharter, targets: readonly Duration[], ms: number): number | undefined {
  const names = new Set(targets.map((target) => (target.kind === 'working-days' ? target.calendar : undefined)))
  const [name] = names
  const calendar = names.size === 1 && name !== undefined ? calendars.get(name) : undefined
  if (calendar === undefined) return undefined
  const day = (calendar.before.at(-1) ?? 0) / calendar.openDays.length
  const count = Math.round((ms / day) * 10) / 10
  return count > 0 && Number.isFinite(count) ? count : undefined
}
