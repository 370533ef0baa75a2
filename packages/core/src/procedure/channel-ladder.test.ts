import { describe, expect, it } from 'vitest'
import { charterOf, historyOf, at as instant } from '../../test/small-charter.ts'
import { factsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'
import { walk } from './walk.ts'

const LADDER = charterOf(`promises: [{ id: P1, clock: resolution, table: [{ target: 9 days }] }]
procedures:
  - id: D1
    steps:
      - { do: { en: Answer in the chat. }, when: { channel: chat } }
      - { wait: customer, at most: 10 min of always, when: { channel: chat } }
      - { name: mail, do: { en: Write by e-mail when we call back. }, when: { channel: [chat, email] } }
      - { do: { en: Call. } }
`)

/** What is to be done for a customer of this channel after what happened. */
function present(channel: string, happened: readonly Happening[]) {
  const [procedure] = LADDER.document.procedures
  if (procedure === undefined) throw new Error('there is no procedure')
  const history = historyOf(`2026-12-21 09:00 ticket.created {"facts":{"channel":"${channel}"}}`)
  const { present: step } = walk(procedure, factsAtHand(LADDER, history, instant('2026-12-21 12:00')), happened)
  return step === undefined ? undefined : `${step.step} ${step.state}`
}
const done = (step: number): Happening => ({ kind: 'done', seq: step * 10, procedure: 'D1', step })
const silent: Happening = { kind: 'skipped', seq: 20, procedure: 'D1', step: 2 }

describe('a ladder of channels', () => {
  it('W3: falls from the chat to e-mail and the call, as it is declared', () => {
    expect(present('chat', [])).toBe('1 now')
    expect(present('chat', [done(1)])).toBe('2 waiting')
    expect(present('chat', [done(1), silent])).toBe('3 now')
    expect(present('chat', [done(1), silent, done(3)])).toBe('4 now')
    expect(present('chat', [done(1), silent, done(3), done(4)])).toBeUndefined()
  })

  it('W3: begins lower for who came by another channel', () => {
    expect(present('email', [])).toBe('3 now')
    expect(present('phone', [])).toBe('4 now')
  })

  it('W6: an answer in the chat ends the wait', () => {
    expect(present('chat', [done(1), { kind: 'customer-wrote', seq: 11 }])).toBe('3 now')
  })
})
