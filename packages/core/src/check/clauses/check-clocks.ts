import type { CharterDocument, Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** Declared clocks that are given up by the event that starts or fulfils them. */
export function checkClocks({ promises }: CharterDocument): Finding[] {
  return promises.flatMap(({ id, clock }) => {
    if (clock.kind !== 'declared') return []
    const { from, until, givenUp, place } = clock
    if (givenUp.includes(from)) return [found('given-up-conflict.start', place, { clause: id, event: from })]
    return givenUp.includes(until) ? [found('given-up-conflict.end', place, { clause: id, event: until })] : []
  })
}
