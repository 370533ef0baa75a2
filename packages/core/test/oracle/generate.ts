/** Whole random cases for the differential test: a charter, the lines of a history in some order, and an instant to judge at. */
import fc from 'fast-check'
import { charterFor, setting } from './generate-charter.ts'
import { layOut } from './generate-history.ts'
import { duesOf } from './generate-instant.ts'
import { historyPlan } from './history-plan.ts'
import type { PlainCharter, PlainEvent } from './plain-data.ts'
import { DAY, MINUTE } from './wall-clock.ts'

export interface RandomCase {
  readonly charter: PlainCharter
  /** Shuffled: the order of lines never matters (E2). */
  readonly events: readonly PlainEvent[]
  readonly now: number
}

export const randomCase: fc.Arbitrary<RandomCase> = setting.chain((place) =>
  fc
    .record({
      charter: fc.noBias(charterFor(place)),
      // A plan drawn towards small numbers would have few moves, and of few kinds.
      plan: fc.noBias(historyPlan),
      judged: fc.constantFrom('later', 'later', 'later', 'event', 'due', 'just after due'),
      pick: fc.noBias(fc.nat(9999)),
      order: fc.array(fc.nat(), { minLength: 36, maxLength: 36 }),
    })
    .map(({ charter, plan, judged, pick, order }) => {
      const events = layOut(place, charter, plan)
      const instants = events.flatMap((event) => [Date.parse(event.recorded ?? event.at), Date.parse(event.at)])
      const first = Math.min(...instants)
      const last = Math.max(...instants)
      const choose = (from: readonly number[], otherwise: number) => from[pick % Math.max(1, from.length)] ?? otherwise
      const dues =
        judged === 'due' || judged === 'just after due'
          ? duesOf(charter, events, last).filter((due) => due >= first)
          : []
      const now = {
        later: last + choose([0, MINUTE, 90 * MINUTE, DAY, 3 * DAY, 10 * DAY, 25 * DAY], 0),
        event: choose(instants, last),
        due: choose(dues, last),
        'just after due': choose(dues, last) + 1,
      }[judged]
      return { charter, events: shuffled(events, order), now }
    }),
)

function shuffled(events: readonly PlainEvent[], order: readonly number[]): PlainEvent[] {
  return events
    .map((event, i) => ({ event, at: order[i] ?? i }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}
