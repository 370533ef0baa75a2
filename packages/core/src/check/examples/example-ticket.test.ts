import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import type { CompiledCharter } from '../../charter/index.ts'
import { decideExample, decideStarted, startsAtCreation } from './example-ticket.ts'

const AT = Date.parse('2026-12-01T09:00:00Z')
const HOUR = 3_600_000

const CLOCKS = [
  ['first-response', true],
  ['resolution', true],
  ['{ from: ticket.created, until: done }', true],
  ['{ from: begun, until: done }', false],
  ['next-response', false],
  ['update-every', false],
] as const

function withClock(clock: string): CompiledCharter {
  return charterOf(`events: { begun: {}, done: {} }
calendars: { always: { open: always } }
promises: [ { id: P1, clock: ${clock}, table: [ { target: 2 h of always } ] } ]
examples: [ { given: { at: 2026-12-01T10:00 }, expect: { P1: { row: 1 } } } ]
`)
}

function parts({ document, promises }: CompiledCharter) {
  const [example] = document.examples
  const [promise] = promises
  if (example === undefined || promise === undefined) throw new Error('the charter has neither')
  return { example, promise }
}

describe('the ticket of an example', () => {
  it.each(CLOCKS)('starts %s by being created: %s', (clock, isStarted) => {
    const charter = withClock(clock)
    const { example, promise } = parts(charter)
    expect(startsAtCreation(promise)).toBe(isStarted)
    expect(decideExample(charter, example, AT, AT).commitments.map(({ due }) => due)).toEqual(
      isStarted ? [AT + 2 * HOUR] : [],
    )
  })

  it.each(CLOCKS)('has %s started at its instant where that is asked for', (clock) => {
    const charter = withClock(clock)
    const { example, promise } = parts(charter)
    const { commitments } = decideStarted(charter, example, AT, AT, promise)
    expect(commitments.map(({ start, due, state }) => [start, due, state])).toEqual([[AT, AT + 2 * HOUR, 'running']])
  })

  it('has its facts as the example gives them, whatever their kind', () => {
    const charter = charterOf(`facts:
  vip: yes or no
  count: number
  tier: { in order: [free, gold] }
  price: money EUR
promises:
  - id: P1
    clock: resolution
    table:
      - { vip: yes, count: 7, tier: gold, price: 49.90 EUR, target: 1 day }
      - { price: unknown, target: 2 days }
      - { target: 3 days }
examples:
  - { given: { at: 2026-12-01T10:00, vip: yes, count: 7, tier: gold, price: 49.90 EUR }, expect: { P1: { row: 1 } } }
  - { given: { at: 2026-12-01T10:00, vip: yes, count: 7, tier: gold, price: unknown }, expect: { P1: { row: 2 } } }
  - { given: { at: 2026-12-01T10:00, vip: yes, count: 7, tier: gold, price: 49.91 EUR }, expect: { P1: { row: 3 } } }
`)
    const rows = charter.document.examples.map((example) =>
      decideExample(charter, example, AT, AT).commitments.map(({ row }) => row),
    )
    expect(rows).toEqual([[1], [2], [3]])
  })

  it('R3: has every promise broken of which a remedy is asked', () => {
    const charter =
      charterOf(`promises: [ { id: P1, clock: resolution, if broken: { remedy: R1 }, table: [ { target: 1 day } ] } ]
remedies: [ { id: R1, table: [ { allow: [apology] } ] } ]
examples: [ { given: { at: 2026-12-01T10:00 }, expect: { R1: { row: 1 } } } ]
`)
    const { example } = parts(charter)
    expect(decideExample(charter, example, AT, AT).remedies).toMatchObject([{ clause: 'R1', allow: ['apology'] }])
  })
})
