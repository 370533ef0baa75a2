import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS, promiseOf } from '../../../test/check/charter-texts.ts'
import { creationOf } from '../../../test/check/random-charter.ts'
import { drawFrom } from '../../../test/check/random-table.ts'
import type { CompiledCharter } from '../../charter/index.ts'
import { decide } from '../../decide/index.ts'
import { checkRanks } from './check-ranks.ts'

const findingsOf = ({ document, zone, calendars }: CompiledCharter) =>
  checkRanks({ document, zone, calendars }, { at: AS_OF, zone })

describe('a higher value', () => {
  it('that is served later is found at its row, with a ticket', () => {
    const charter = promiseOf([
      'channel: chat, target: 1 h of office',
      'tier: gold, target: 6 h of office',
      'target: 4 h of office',
    ])
    expect(findingsOf(charter)).toMatchObject([
      {
        code: 'higher-tier-slower',
        severity: 'warning',
        says: {
          data: {
            row: 2,
            clause: 'P1',
            gives: '6 h of office',
            fact: 'tier',
            higher: 'gold',
            lower: 'standard',
            by: 3,
          },
        },
        witness: { channel: 'email', tier: 'gold' },
      },
    ])
  })

  it('is told once for each row, against the nearest value below', () => {
    const charter = promiseOf([
      'tier: free, target: 1 h of office',
      'tier: standard, target: 2 h of office',
      'tier: gold, target: 3 h of office',
      'target: 9 h of office',
    ])
    expect(findingsOf(charter).map(({ says }) => [says?.data['row'], says?.data['lower']])).toEqual([
      [3, 'standard'],
      [2, 'free'],
    ])
  })

  it.each([
    ['served as soon', ['tier: gold, target: 4 h of office', 'target: 240 min of office']],
    ['served sooner', ['tier: ">= standard", target: 2 h of office', 'target: 4 h of office']],
    [
      'later for another reason alone',
      [
        'tier: gold, channel: email, target: 5 h of office',
        'channel: email, target: 5 h of office',
        'tier: gold, target: 1 h of office',
        'target: 2 h of office',
      ],
    ],
    ['counted otherwise, so that it depends on the start', ['tier: gold, target: 2 days', 'target: 4 h of office']],
    ['not in the table', ['channel: email, target: 5 h of office', 'target: 2 h of office']],
  ])('that is %s is no finding', (_, rows) => {
    expect(findingsOf(promiseOf(rows))).toEqual([])
  })

  it('outside the scope is not compared', () => {
    const rows = ['tier: gold, target: 6 h of office', 'target: 4 h of office']
    expect(findingsOf(promiseOf(rows, { when: 'tier: ">= gold"' }))).toEqual([])
  })

  it('is found exactly where judging every kind of ticket finds one', () => {
    const CHANNELS = ['email', 'chat', 'phone', 'form', null]
    const TIERS = ['free', 'standard', 'gold']
    for (let seed = 0; seed < 150; seed++) {
      const draw = drawFrom(seed)
      const cell = (name: string, values: readonly string[]) =>
        draw(2) === 0 ? '' : `${name}: ${values[draw(values.length)]}, `
      const row = () =>
        `${cell('channel', ['email', 'chat', 'phone'])}${cell('tier', TIERS)}target: ${1 + draw(4)} h of office`
      const charter = promiseOf([...Array.from({ length: 1 + draw(4) }, row), 'target: 3 h of office'])
      const hoursOf = (channel: string | null, tier: string) => {
        const event = creationOf({ channel, tier }, AS_OF)
        const promised = decide(charter, [event], event.at).commitments[0]?.row ?? 0
        return Number.parseInt(charter.document.promises[0]?.rows[promised - 1]?.targetText ?? '0', 10)
      }
      const isSlower = CHANNELS.some((channel) =>
        TIERS.some((high, at) => TIERS.slice(0, at).some((low) => hoursOf(channel, high) > hoursOf(channel, low))),
      )
      expect([seed, findingsOf(charter).length > 0]).toEqual([seed, isSlower])
    }
  })

  it('is told with both rows, at the place of the one that is later', () => {
    const charter = promiseOf([
      'channel: chat, target: 1 h of office',
      'tier: gold, target: 6 h of office',
      'target: 4 h of office',
    ])
    const [finding] = findingsOf(charter)
    expect(finding?.says).toEqual({
      form: 'higher-tier-slower',
      data: {
        row: 2,
        clause: 'P1',
        gives: '6 h of office',
        fact: 'tier',
        higher: 'gold',
        lower: 'standard',
        sooner: '4 h of office',
        by: 3,
      },
    })
    expect(finding?.line).toBe(charter.document.promises[0]?.rows[1]?.place.line)
    expect(finding?.witness).toEqual({ channel: 'email', tier: 'gold' })
  })

  it('is told against a value further below, where the nearest is later still', () => {
    const rows = ['tier: free, target: 1 h of office', 'tier: standard, target: 9 h of office', 'target: 3 h of office']
    expect(
      findingsOf(promiseOf(rows)).map(({ says }) => [says?.data['row'], says?.data['lower'], says?.data['by']]),
    ).toEqual([
      [3, 'free', 1],
      [2, 'free', 1],
    ])
  })

  it('is told of every row in which it is later, inside the scope of the promise', () => {
    const rows = [
      'channel: email, tier: gold, target: 6 h of office',
      'channel: email, target: 4 h of office',
      'tier: gold, target: 3 h of office',
      'target: 2 h of office',
    ]
    const told = (more: Parameters<typeof promiseOf>[1]) =>
      findingsOf(promiseOf(rows, more)).map(({ says, witness }) => [says?.data['row'], says?.data['by'], witness])
    expect(told({})).toEqual([
      [1, 2, { channel: 'email', tier: 'gold' }],
      [3, 4, { channel: 'chat', tier: 'gold' }],
    ])
    expect(told({ when: 'channel: [phone, form]' })).toEqual([[3, 4, { channel: 'phone', tier: 'gold' }]])
  })

  it('is dated where an age is asked for', () => {
    const rows = ['bought: "< 30 days", tier: gold, target: 6 h of office', 'target: 4 h of office']
    expect(findingsOf(promiseOf(rows))[0]?.witness).toEqual({
      bought: '2026-10-24',
      tier: 'gold',
      at: '2026-11-22T10:00:00.000Z',
    })
  })

  it('C6: is not compared where several rows match', () => {
    const rows = [
      'tier: gold, target: 6 h of office',
      'channel: email, target: 4 h of office',
      'channel: chat, tier: not gold, target: 4 h of office',
    ]
    expect(findingsOf(promiseOf(rows, { hit: 'unique' }))).toEqual([
      expect.objectContaining({ witness: { channel: 'chat', tier: 'gold' } }),
    ])
  })

  it('of a fact without an order is none', () => {
    expect(
      findingsOf(
        promiseOf([
          'channel: email, target: 1 h of office',
          'channel: chat, target: 2 h of office',
          'channel: phone, target: 1 h of office',
        ]),
      ),
    ).toEqual([])
    expect(findingsOf(promiseOf(['price: "< 10 EUR", target: 1 h of office', 'target: 2 h of office']))).toEqual([])
  })

  it('is looked for in each promise', () => {
    const promise = (id: string, hours: number) =>
      `  - { id: ${id}, audience: staff, clock: first-response, measured: [each], table: [ { tier: gold, target: ${hours} h of office }, { target: 4 h of office } ] }\n`
    const charter = charterOf(`${FACTS}promises:\n${promise('P1', 5)}${promise('P2', 3)}${promise('P3', 6)}`)
    expect(findingsOf(charter).map(({ says }) => says?.data['clause'])).toEqual(['P1', 'P3'])
  })

  it('outside the scope is not compared, above it either', () => {
    const rows = ['tier: free, target: 4 h of office', 'target: 6 h of office']
    expect(findingsOf(promiseOf(rows)).map(({ says }) => says?.data['higher'])).toEqual(['gold'])
    expect(findingsOf(promiseOf(rows, { when: 'tier: "<= free"' }))).toEqual([])
    expect(findingsOf(promiseOf(rows, { when: 'tier: "<= standard"' }))).toMatchObject([
      { says: { data: { higher: 'standard', lower: 'free', row: 2, by: 1, sooner: '4 h of office' } } },
    ])
  })
})
