import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../test/check/charter-texts.ts'
import { parseDate } from '../calendar/index.ts'
import { DEFINITION_PROMPTS, readCharter } from '../charter/index.ts'
import { type DeskState, healthOf } from './health-check.ts'

const day = (date: string) => parseDate(date) ?? 0
const DESK: DeskState = {
  today: day('2026-11-23'),
  since: day('2026-10-01'),
  holders: new Map([
    ['agent', 1],
    ['lead', 2],
  ]),
  mailboxes: 1,
  unevaluated: 0,
}

const GOOD = `${FACTS}review: { every: 1 year }
positions: [agent, lead]
complaints: { en: Write to the lead. }
promises: [ { id: P1, audience: public, objective: O1, clock: resolution, says: { en: "Within {target}." }, measured: [each, share: 95% a month], table: [ { target: 9 days } ] } ]
objectives: [ { id: O1, says: { en: Fast }, measure: kept(P1), target: 9%, by: 2027-06-30 } ]
procedures: [ { id: D1, objective: O1, standards: P1, steps: [ { ask: photo } ] } ]
exclusions: [ { id: X1, says: { en: No. } } ]
definition:
${DEFINITION_PROMPTS.map((prompt, index) => `  - { id: Q${index + 1}, answers: ${prompt}, says: { en: So. } }`).join('\n')}
`
const BAD = `${FACTS}review: { every: 1 month }
positions: [agent, ghost]
promises:
  - { id: P1, audience: staff, clock: resolution, table: [ { target: 9 days } ] }
  - { id: P2, audience: public, clock: first-response, table: [ { target: 9 days } ] }
procedures: [ { id: D1, review: 2026-11-22, steps: [ { ask: photo } ] } ]
values: [ { id: V1, audience: public, says: { en: Care } } ]
definition: [ { id: Q1, answers: tone, says: { en: Kindly. } } ]
`
const gapsOf = (body: string, desk: Partial<DeskState> = {}, languages = '[en]') =>
  healthOf(charterOf(body, { languages }).document, { ...DESK, ...desk })

describe('the health of a desk', () => {
  it('has no gap where everything is there', () => {
    expect(gapsOf(GOOD)).toEqual({ gaps: [], passed: 12, checks: 12, percent: 100 })
  })

  it('has exactly the gaps of a bad one, in their order, and a score of what is left', () => {
    const { gaps, ...score } = gapsOf(BAD, { mailboxes: 0, unevaluated: 3 })
    expect(gaps.map(({ check, names, count }) => [check, names, count])).toEqual([
      ['definition', ['how-fast', 'viewpoints', 'not-supported', 'responsible', 'ethics'], 5],
      ['figures', ['P1', 'P2'], 2],
      ['complaints', ['P2'], 1],
      ['exclusions', [], 0],
      ['objectives', [], 0],
      ['orphans', ['D1', 'V1'], 2],
      ['texts', [], 1],
      ['reviews', ['test', 'D1'], 2],
      ['positions', ['ghost'], 1],
      ['mailboxes', [], 0],
      ['evaluated', [], 3],
    ])
    expect(score).toEqual({ passed: 1, checks: 12, percent: 8 })
  })

  it('has all gaps of its charter, and none of its desk, where the charter is empty', () => {
    const { gaps } = gapsOf('positions: [agent]\n')
    expect(gaps.map(({ check }) => check)).toEqual([
      ...['definition', 'promises', 'complaints', 'exclusions', 'objectives'],
    ])
  })

  it('misses each thing that is taken away from a good one, and that alone', () => {
    const gaps = (body: string, desk: Partial<DeskState> = {}, languages?: string) =>
      gapsOf(body, desk, languages).gaps.map(({ check }) => check)
    expect(gaps(GOOD.replace('audience: public, objective', 'audience: staff, objective'))).toEqual(['promises'])
    expect(gaps(GOOD.replace('complaints: { en: Write to the lead. }\n', ''))).toEqual(['complaints'])
    expect(gaps(GOOD.replace(', share: 95% a month', ''))).toEqual(['figures'])
    expect(gaps(GOOD, {}, '[en, it]')).toEqual(['texts'])
    expect(gaps(GOOD, { today: day('2027-10-02') })).toEqual(['reviews'])
    expect(gaps(GOOD, { today: day('2027-10-01') })).toEqual([])
    expect(gaps(GOOD, { holders: new Map([['agent', 1]]) })).toEqual(['positions'])
    expect(gaps(GOOD, { unevaluated: 1 })).toEqual(['evaluated'])
  })
})

it('the charter of the format’s page has promises without a figure, to show them, and no other gap', () => {
  const page = readFileSync(new URL('../../../../docs/formats/charter.md', import.meta.url), 'utf8')
  const [, ...blocks] = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text)
  const { document } = readCharter(blocks.join(''))
  if (document === undefined) throw new Error('it cannot be read')
  const holders = new Map(document.positions.map(({ name }) => [name, 1]))
  const failed = healthOf(document, { ...DESK, holders }).gaps.map(({ check }) => check)
  expect(failed).toEqual(['figures'])
})
