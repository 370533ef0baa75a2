import { expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { checkExamples } from './check-examples.ts'

const HEAD = `facts:
  tier: { in order: [free, gold] }
events: { repair.booked: {}, repair.done: {} }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
`
const P1 =
  '{ id: P1, clock: first-response, table: [ { tier: gold, target: 1 h of office }, { target: 4 h of office } ] }'
const P2 =
  '{ id: P2, clock: { from: repair.booked, until: repair.done }, table: [ { target: 2 working days of office } ] }'

const findings = (...examples: readonly string[]) =>
  checkExamples(
    charterOf(
      `${HEAD}promises: [ ${P1}, ${P2} ]\nexamples:\n${examples.map((example) => `  - ${example}\n`).join('')}`,
    ),
  )

const RIGHT = '{ given: { tier: gold, at: 2026-12-01T10:00 }, expect: { P1: { due: 2026-12-01T11:00, row: 1 } } }'
const WRONG =
  '{ given: { tier: free, at: 2026-12-01T10:00 }, expect: { P1: { due: 2026-12-01T12:00 }, P2: { row: 1 } } }'

it('CH7: an example that does not come out is told with what it wants and what came out', () => {
  expect(findings(RIGHT)).toEqual([])
  const zone = 'Europe/Warsaw'
  expect(findings(RIGHT, WRONG)).toEqual([
    {
      code: 'example-fails',
      severity: 'warning',
      message:
        'Example 2 wants P1 due on 2026-12-01 12:00, and it comes out due on 2026-12-01 14:00 (Europe/Warsaw). Mend the clause, or let the example expect what comes out.',
      says: {
        form: 'example-fails.due',
        data: { example: 2, clause: 'P1', expected: '2026-12-01T12:00', found: '2026-12-01T14:00', zone },
      },
      path: '/examples/1/expect/P1',
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    },
  ])
})

it('CH7: a due time beyond all that is known of the zone is another than what came out', () => {
  const [finding] = findings(
    '{ given: { tier: gold, at: 2026-12-01T10:00 }, expect: { P1: { due: 9999-12-31T11:00 } } }',
  )
  expect(finding?.says?.data).toMatchObject({ expected: '9999-12-31T11:00', found: '2026-12-01T11:00' })
})

it('CH7: what is too far away, or too much to be tried in time, is told as not tried', () => {
  const old = '{ given: { tier: gold, at: 1890-12-01T10:00 }, expect: { P1: none } }'
  expect(findings(RIGHT, old, RIGHT, old).map(({ says }) => says)).toEqual([
    { form: 'example-fails.not-tried', data: { example: 2, count: 2 } },
  ])
})

it('CH7: a charter of many promises has as many examples tried as can be in time', () => {
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  - ${row(index)}\n`).join('')
  const promises = rows(499, (index) => `{ id: P${index}, clock: first-response, table: [ { target: 1 day } ] }`)
  const examples = rows(300, () => '{ given: { at: 2026-12-01T10:00 }, expect: { P0: none } }')
  const found = checkExamples(charterOf(`promises:\n${promises}examples:\n${examples}`)).map(({ says }) => says)
  // Each is a decision on 499 promises and the ticket: 50,000 of them are 100 examples.
  expect(found.filter((says) => says?.form === 'example-fails.promised')).toHaveLength(100)
  expect(found.at(-1)).toEqual({ form: 'example-fails.not-tried', data: { example: 101, count: 200 } })
})

it('CH7: what lies within two days of the end of all that is known is told as not tried', () => {
  const at = (date: string) =>
    findings(`{ given: { tier: gold, at: ${date}T10:00 }, expect: { P1: { due: ${date}T12:00 } } }`).map(
      ({ says }) => says?.form,
    )
  // Known is what lies between five years before the time of asking, 22 November 2026, and twenty after it.
  expect(at('2021-11-24')).toEqual(['example-fails.not-tried'])
  expect(at('2021-11-25')).toEqual(['example-fails.due'])
  expect(at('2046-11-20')).toEqual(['example-fails.due'])
  expect(at('2046-11-21')).toEqual(['example-fails.not-tried'])
})

/** A charter of promises with two kinds of clock, some remedies and as many equal examples. */
function costly(counts: { responses: number; repairs: number; remedies: number; examples: number }, expected: string) {
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  - ${row(index)}\n`).join('')
  const promises =
    rows(counts.responses, (index) => `{ id: P${index}, clock: first-response, table: [ { target: 1 day } ] }`) +
    rows(
      counts.repairs,
      (index) => `{ id: W${index}, clock: { from: begun, until: done }, table: [ { target: 1 day } ] }`,
    )
  const remedies = rows(counts.remedies, (index) => `{ id: R${index}, table: [ { allow: [apology] } ] }`)
  const examples = rows(counts.examples, () => `{ given: { at: 2026-12-01T10:00 }, expect: { ${expected} } }`)
  return checkExamples(
    charterOf(
      `events: { begun: {}, done: {} }\npromises:\n${promises}${counts.remedies > 0 ? `remedies:\n${remedies}` : ''}examples:\n${examples}`,
    ),
  )
}

it('CH7: each promise and each remedy of a charter costs as much as the ticket itself', () => {
  const found = costly({ responses: 59, repairs: 0, remedies: 40, examples: 503 }, 'P0: none')
  // A hundred for each.
  expect(found.at(-1)?.says).toEqual({ form: 'example-fails.not-tried', data: { example: 501, count: 3 } })
})

it('CH7: an example of a clock that is started apart costs as much again', () => {
  const found = (expected: string) =>
    costly({ responses: 1, repairs: 498, remedies: 0, examples: 52 }, expected).at(-1)?.says?.data
  expect(found('W0: none')).toMatchObject({ example: 51, count: 2 })
  expect(found('P0: none')).toMatchObject({ example: 52 })
})
