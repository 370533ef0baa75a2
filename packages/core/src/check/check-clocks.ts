import type { CharterDocument } from '../charter/document.ts'
import type { Finding } from '../charter/finding.ts'
import { found } from './found.ts'

/** Declared clocks that end at the event that starts them, so that every run of theirs lasts no time. */
export function checkClocks({ promises }: CharterDocument): Finding[] {
  return promises.flatMap(({ id, clock }) => {
    if (clock.kind !== 'declared') return []
    const { from, until, givenUp, place } = clock
    if (from === until) {
      return [found('clock-ends-at-its-start', place, `The clock of ${id} runs from “${from}” until “${until}”: the same event, so nothing is ever measured. Name the event that fulfils the promise.`)]
    }
    if (!givenUp.includes(from)) return []
    return [found('clock-ends-at-its-start', place, `The clock of ${id} is given up at “${from}”, the event that starts it. Name another event under “given up”.`)]
  })
}
