import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, withPromise } from '../../../test/charter-fixtures.ts'
import { readCharter } from '../read-charter.ts'
import { viewClause } from '../view/view-clauses.ts'

const PROMISE = withPromise('clock: resolution')
const AMENDS = 'amends: [ { promise: P1, times: 3 } ]'

function withCrisis(...clauses: readonly string[]): string {
  return `${PROMISE}crisis:\n${clauses.map((fields) => `  - { ${fields} }\n`).join('')}`
}

const says = (fields: string) => `id: Z1, says: { en: A flood., pl: Powódź. }, ${fields}`

/** Without their places. */
function messages(text: string): readonly string[] {
  return findingsIn(text).map((line) => line.replace(/^\S+ /, ''))
}

describe('A crisis', () => {
  it('is read with its dates, and with what becomes of promises', () => {
    const text = withCrisis(
      says(
        'from: 2026-03-02T00:00, until: 2026-03-16T12:30 Europe/Warsaw, amends: [ { promise: P1, target: 3 days } ]',
      ),
    )
    expect(readCharter(text).findings).toEqual([])
    expect(documentOf(text).crisis).toMatchObject([
      {
        kind: 'crisis',
        id: 'Z1',
        from: { minute: 0, text: '2026-03-02T00:00' },
        until: { minute: 750 },
        amends: [{ promise: 'P1', change: { kind: 'target', targetText: '3 days' } }],
      },
    ])
  })

  it('is read by people like every clause, and by customers too', () => {
    const text = withCrisis(
      says('from: 2026-03-02T00:00, until: 2026-03-16T00:00, amends: [ { promise: P1, suspended: yes } ]'),
    )
    expect(viewClause(documentOf(text), 'Z1')).toMatchObject({
      kind: 'crisis',
      audience: 'public',
      terms: [
        { name: 'from', text: '2026-03-02T00:00' },
        { name: 'until', text: '2026-03-16T00:00' },
      ],
      rows: [{ gives: { promise: 'P1', suspended: 'yes' } }],
    })
  })

  it.each([
    [`from: 2026-03-16T00:00, until: 2026-03-16T00:00, ${AMENDS}`, 'fields-conflict a crisis ends after it begins'],
    [`from: 2026-03-16T00:00, until: 2026-06-17T00:00, ${AMENDS}`, 'fields-conflict a crisis lasts 92 dates at most'],
    [
      `from: 2026-03-16T00:00 Europe/Rome, until: 2026-03-17T00:00, ${AMENDS}`,
      'bad-date “2026-03-16T00:00 Europe/Rome”',
    ],
    [`from: 2026-03-16T00:00, ${AMENDS}`, 'missing-field a crisis needs the field “until”'],
    ['from: 2026-03-16T00:00, until: 2026-03-17T00:00, amends: []', 'wrong-shape'],
    [
      'from: 2026-03-16T00:00, until: 2026-03-17T00:00, amends: [ { promise: P9, times: 2 } ]',
      'unknown-clause there is no promise “P9”',
    ],
    [
      'from: 2026-03-16T00:00, until: 2026-03-17T00:00, amends: [ { promise: P1 } ]',
      'missing-field an amendment says one of',
    ],
    [
      'from: 2026-03-16T00:00, until: 2026-03-17T00:00, amends: [ { promise: P1, times: 2, suspended: yes } ]',
      'fields-conflict an amendment says one of',
    ],
    [
      'from: 2026-03-16T00:00, until: 2026-03-17T00:00, amends: [ { promise: P1, times: 2 }, { promise: P1, times: 3 } ]',
      'fields-conflict Z1 amends P1 at the same time',
    ],
  ])('is refused where it says %s', (fields, message) => {
    const found = messages(withCrisis(says(fields)))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(message)
  })

  it('amends no promise at the same time as another', () => {
    const crises = (next: string) =>
      withCrisis(
        says(`from: 2026-03-02T00:00, until: 2026-03-16T00:00, ${AMENDS}`),
        says(`from: ${next}, until: 2026-04-01T00:00, ${AMENDS}`).replace('Z1', 'Z2'),
      )
    expect(messages(crises('2026-03-16T00:00'))).toEqual([])
    expect(messages(crises('2026-03-15T23:59'))).toEqual([
      'fields-conflict Z1 amends P1 at the same time; keep one of the two',
    ])
  })
})
