/** Examples of a charter that do not come out. */
import type { CompiledCharter, Example, Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'
import { exampleInstant } from './example-instant.ts'
import { startsAtCreation } from './example-ticket.ts'
import { tryExample } from './examples.ts'

/** How many clauses may be judged for examples in one check: two seconds of it, and some hundred examples of a large charter. */
const MOST_JUDGED = 50_000

const DAY = 86_400_000

/**
 * What comes out otherwise than an example of the charter says (SPEC CH7), each decided at its own instant. What cannot be
 * tried in time, or lies outside the time for which the charter is compiled, is told as not tried.
 */
export function checkExamples(charter: CompiledCharter): Finding[] {
  const { zone, document } = charter
  const findings: Finding[] = []
  const left: { number: number; example: Example }[] = []
  let judged = 0
  document.examples.forEach((example, index) => {
    const number = index + 1
    judged += costOf(charter, example)
    const day = Date.parse(example.at.slice(0, 10))
    const isKnown = day - 2 * DAY >= zone.from && day + 2 * DAY <= zone.until
    const at = isKnown && judged <= MOST_JUDGED ? exampleInstant(example.at, zone) : undefined
    if (at === undefined) left.push({ number, example })
    else findings.push(...tryExample(charter, example, { number, at, now: at }).map(({ finding }) => finding))
  })
  const [first] = left
  if (first === undefined) return findings
  const data = { example: first.number, count: left.length }
  return [...findings, found('example-fails.not-tried', first.example.place, data)]
}

/** How many clauses are judged to try an example: all of them, once at its creation and once for each clock started apart. */
function costOf({ promises, remedies }: CompiledCharter, { promises: wanted }: Example): number {
  const apart = promises.filter((promise) => wanted.has(promise.id) && !startsAtCreation(promise)).length
  return (1 + apart) * (promises.length + remedies.length + 1)
}
