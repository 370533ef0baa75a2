import type { CharterDocument, Finding } from '../charter/index.ts'
import { found } from './found.ts'

/** Declared clocks that are given up by the event that starts or fulfils them. */
export function checkClocks({ promises }: CharterDocument): Finding[] {
  return promises.flatMap(({ id, clock }) => {
    if (clock.kind !== 'declared') return []
    const { from, until, givenUp, place } = clock
    if (givenUp.includes(from)) {
      const text = `The clock of ${id} is given up at “${from}”, the event that starts it, so no run of it can be kept. Name another event under “given up”.`
      return [found('given-up-conflict', place, text)]
    }
    if (!givenUp.includes(until)) return []
    const text = `The clock of ${id} is both fulfilled and given up at “${until}”. Name another event under “given up”.`
    return [found('given-up-conflict', place, text)]
  })
}
