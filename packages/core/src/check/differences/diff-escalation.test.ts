import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { conditionWords, escalationParts } from './diff-escalation.ts'

const BESIDE = `${FACTS}positions: [agent, lead]
events:
  call.missed: {}
promises:
  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { target: 2 days } ] }
  - { id: P2, audience: staff, clock: resolution, measured: [each], table: [ { target: 2 days } ] }
`

function clauseOf(written: string) {
  const [clause] = charterOf(`${BESIDE}escalation: [ { id: E1, ${written} } ]\n`, { languages: '[en, pl]' }).document
    .escalation
  if (clause === undefined) throw new Error('no escalation')
  return clause
}
const between = (old: string, fresh: string) => escalationParts(clauseOf(old), clauseOf(fresh))
const texts = (...asked: Parameters<typeof between>) => between(...asked).map(({ text }) => text)

describe('two wordings of an escalation', () => {
  const steps = 'steps: [ { tell: lead } ]'

  it.each<[string, string, unknown]>([
    ['for: P2, steps: [ { at: 50%, tell: lead } ]', 'P2', ['promise', 'P2']],
    [
      `when: { tier: gold, channel: email }, ${steps}`,
      'tier gold, channel email',
      ['event', '', 'tier', 'gold', 'channel', 'email'],
    ],
    [`on: call.missed, ${steps}`, 'call.missed', ['event', 'call.missed']],
    [
      `on: call.missed, when: { tier: gold }, ${steps}`,
      'call.missed with tier gold',
      ['event', 'call.missed', 'tier', 'gold'],
    ],
  ])('tell of the trigger %s', (fresh, words, trigger) => {
    const [part] = between('for: P1, steps: [ { at: 50%, tell: lead } ]', fresh)
    expect(part).toEqual({
      about: 'trigger',
      change: 'changed',
      text: `trigger changed: P1 → ${words}`,
      says: { form: 'trigger', data: {}, before: ['promise', 'P1'], after: trigger },
      old: 'P1',
      new: words,
    })
    expect(between(fresh, fresh)).toEqual([])
  })

  it('tell of each step that is other than before, of those that are new and of those that are gone', () => {
    const two =
      'for: P1, steps: [ { at: 50%, tell: [assignee, lead] }, { after: 2 h of office, give to: lead, raise priority: true } ]'
    const one = 'for: P1, steps: [ { at: 50%, tell: [assignee, lead] } ]'
    const second = 'after 2 h of office: give to lead, raise priority'
    expect(between(one, two)).toEqual([
      {
        about: 'step 2',
        change: 'changed',
        text: `step 2 changed: none → ${second}`,
        says: {
          form: 'step',
          data: { step: 2 },
          before: null,
          after: ['after 2 h of office', 'give-to', 'lead', 'raise-priority', ''],
        },
        old: 'none',
        new: second,
      },
    ])
    expect(texts(two, one)).toEqual([`step 2 changed: ${second} → none`])
    expect(between(one, 'for: P1, steps: [ { at: 60%, tell: lead, give to: agent } ]')).toMatchObject([
      {
        text: 'step 1 changed: 50%: tell assignee, lead → 60%: tell lead, give to agent',
        says: {
          before: ['50%', 'tell', 'assignee', 'tell', 'lead'],
          after: ['60%', 'tell', 'lead', 'give-to', 'agent'],
        },
      },
    ])
    expect(texts(one, 'for: P1, steps: [ { at: 50%, raise priority: true } ]')).toEqual([
      'step 1 changed: 50%: tell assignee, lead → 50%: raise priority',
    ])
  })

  it('tell of their words and reasons', () => {
    const said = `when: { tier: gold }, ${steps}, says: { en: We hurry. }, because: { en: Gold. }`
    expect(texts(`when: { tier: gold }, ${steps}`, said)).toEqual([
      'the words of “says” changed in en',
      'the words of “because” changed in en',
    ])
    expect(texts(said, said.replace('hurry', 'run'))).toEqual(['the words of “says” changed in en'])
    expect(texts(said, said.replace('Gold.', 'They pay.'))).toEqual(['the words of “because” changed in en'])
  })
})

describe('a condition in words', () => {
  it('is each fact with what is written of it', () => {
    const { on } = clauseOf('when: { tier: gold, contacts: ">= 3" }, steps: [ { tell: lead } ]')
    if (on.kind === 'promise') throw new Error('a promise')
    expect(conditionWords(on.when)).toBe('tier gold, contacts >= 3')
    expect(conditionWords(new Map())).toBe('')
  })
})
