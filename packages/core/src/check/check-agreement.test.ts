import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../test/check/charter-texts.ts'
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
})
