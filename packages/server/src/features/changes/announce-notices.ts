import type { Transaction } from '../../db/index.ts'
import { announce } from './changes.ts'

/** Of ids with quotes and a comma, well within the 8000 bytes of a payload. */
const MOST_PEOPLE = 180

/** Tells people of the desk that there is a notice for them. */
export function announceNotices(tx: Transaction, people: readonly string[]): void {
  const said: { n: readonly string[] }[] = []
  for (let first = 0; first < people.length; first += MOST_PEOPLE)
    said.push({ n: people.slice(first, first + MOST_PEOPLE) })
  announce(tx, said)
}
