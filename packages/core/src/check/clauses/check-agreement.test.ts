import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { checkAgreement } from './check-agreement.ts'

function findingsOf(...promises: readonly string[]) {
  const list = promises.map((promise, index) => `  - { id: P${index + 1}, says: { en: Us }, ${promise} }\n`).join('')
  const { document, zone, calendars } = charterOf(`${FACTS}events: { a: {}, b: {} }\npromises:\n${list}`)
  return checkAgreement({ document, zone, calendars }, { at: AS_OF, zone })
}
const READ = 'audience: public, clock: first-response'

describe('two public promises', () => {
  it('that give one ticket two times are found, with the ticket', () => {
    const found = findingsOf(
      `${READ}, when: { channel: [email, chat] }, table: [ { target: 2 h of office } ]`,
      `${READ}, when: { tier: gold }, table: [ { channel: chat, target: 120 min of office }, { target: 1 h of office } ]`,
    )
    expect(found).toMatchObject([
      {
        code: 'promises-disagree',
        says: { data: { clause: 'P2', gives: '1 h of office', other: 'P1', otherwise: '2 h of office' } },
        witness: { channel: 'email', tier: 'gold' },
      },
    ])
  })

  it.each([
    [
      'say the same',
      `${READ}, table: [ { target: 60 min of office } ]`,
      `${READ}, table: [ { target: 1 h of office } ]`,
    ],
    [
      'speak of different tickets',
      `${READ}, when: { tier: gold }, table: [ { target: 1 h of office } ]`,
      `${READ}, when: { tier: free }, table: [ { target: 2 h of office } ]`,
    ],
    [
      'have different clocks',
      `${READ}, table: [ { target: 1 h of office } ]`,
      'audience: public, clock: resolution, table: [ { target: 2 days } ]',
    ],
    [
      'are not both read',
      `${READ}, table: [ { target: 2 h of office } ]`,
      'audience: staff, clock: first-response, table: [ { target: 1 h of office } ]',
    ],
    [
      'have a row that is not read',
      `${READ}, table: [ { target: 2 h of office } ]`,
      `${READ}, table: [ { target: 1 h of office, audience: staff } ]`,
    ],
    [
      'end otherwise',
      'audience: public, clock: resolution, table: [ { target: 2 days } ]',
      'audience: public, clock: resolution, until: closed, table: [ { target: 9 days } ]',
    ],
  ])('that %s are no finding', (_, one, other) => {
    expect(findingsOf(one, other)).toEqual([])
  })

  it('over the same declared events are compared too', () => {
    const clock = 'audience: public, clock: { from: a, until: b }'
    const found = findingsOf(`${clock}, table: [ { target: 2 days } ]`, `${clock}, table: [ { target: 3 days } ]`)
    expect(found).toHaveLength(1)
  })

  it('over other declared events, or the same the other way round, are not compared', () => {
    const clock = (events: string) => `audience: public, clock: { ${events} }`
    const days = (count: number) => `table: [ { target: ${count} days } ]`
    const other = `${clock('from: b, until: a')}, ${days(3)}`
    expect(findingsOf(`${clock('from: a, until: b')}, ${days(2)}`, other)).toEqual([])
    expect(findingsOf(`audience: public, clock: resolution, ${days(2)}`, other)).toEqual([])
  })

  it('over the first response and the next are not compared', () => {
    const next = 'audience: public, clock: next-response, table: [ { target: 2 days } ]'
    expect(findingsOf(`${READ}, table: [ { target: 1 day } ]`, next)).toEqual([])
  })

  it.each([
    ['promise', 'audience: staff, clock: first-response, table: [ { target: 1 h of office } ]'],
    ['row', `${READ}, table: [ { target: 1 h of office, audience: staff } ]`],
  ])('of which the earlier is a %s that is not read are no finding', (_, earlier) => {
    expect(findingsOf(earlier, `${READ}, table: [ { target: 2 h of office } ]`)).toEqual([])
  })

  it('that agree on some tickets are found with one on which they do not', () => {
    const found = findingsOf(
      `${READ}, table: [ { tier: gold, target: 1 h of office }, { target: 2 h of office } ]`,
      `${READ}, table: [ { tier: gold, target: 1 h of office }, { tier: standard, target: 2 h of office }, { target: 3 h of office } ]`,
    )
    expect(found).toMatchObject([
      { says: { data: { gives: '3 h of office', otherwise: '2 h of office' } }, witness: { tier: 'free' } },
    ])
  })

  it('of which a row is told to staff alone are found by the others', () => {
    const found = findingsOf(
      `${READ}, table: [ { tier: gold, target: 1 h of office, audience: staff }, { target: 1 h of office } ]`,
      `${READ}, table: [ { target: 2 h of office } ]`,
    )
    expect(found).toMatchObject([{ witness: { tier: expect.not.stringMatching('gold') as string } }])
  })

  it('are found two by two where there are three', () => {
    const hours = (count: number) => `${READ}, table: [ { target: ${count} h of office } ]`
    expect(
      findingsOf(hours(1), hours(2), hours(3)).map(({ says }) => [says?.data['other'], says?.data['clause']]),
    ).toEqual([
      ['P1', 'P2'],
      ['P1', 'P3'],
      ['P2', 'P3'],
    ])
  })
})
