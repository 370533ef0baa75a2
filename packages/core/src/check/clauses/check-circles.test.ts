import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { checkCircles } from './check-circles.ts'

function told(...clauses: readonly string[]) {
  const escalation = clauses.map((steps, index) => `  - { id: E${index + 1}, for: P1, steps: [ ${steps} ] }\n`).join('')
  const { document } = charterOf(
    `positions: [agent, lead, head]\npromises: [ { id: P1, clock: resolution, table: [ { target: 9 days } ] } ]\nescalation:\n${escalation}`,
  )
  return checkCircles(document).map(({ says, message }) => ({ form: says?.form, ...says?.data, message }))
}

describe('a ticket that steps pass on', () => {
  it('CH3: goes in a circle where somebody gets it twice', () => {
    const steps = (last: string) =>
      `{ at: 50%, give to: agent }, { at: 80%, tell: agent }, { at: 100%, give to: ${last} }`
    expect(told(steps('lead'))).toEqual([])
    expect(told(steps('agent'))).toMatchObject([
      { form: 'escalation-goes-back.got', step: 3, clause: 'E1', position: 'agent', earlier: 1 },
    ])
  })

  it('CH3: goes in a circle where it comes back to who was told of it, by way of somebody else', () => {
    expect(told('{ at: 50%, tell: lead }, { at: 75%, give to: lead }')).toEqual([])
    expect(told('{ at: 50%, tell: lead }, { at: 75%, give to: agent }, { at: 100%, give to: lead }')).toEqual([
      {
        form: 'escalation-goes-back.round',
        ...{ step: 3, clause: 'E1', position: 'lead', earlier: 1, other: 'E1', through: 'agent' },
        message:
          'Step 3 of E1 gives the ticket back to lead, who knew of it from step 1 of E1, after agent got it: it goes in a circle. Give it to somebody else, or only tell them.',
      },
    ])
  })

  it('CH3: is followed through all clauses on its promise, where their order is sure', () => {
    expect(told('{ at: 50%, give to: lead }, { after: 2 days, give to: head }', '{ at: 75%, give to: agent }')).toEqual(
      [],
    )
    expect(
      told('{ at: 50%, tell: lead }, { after: 2 days, give to: lead }', '{ at: 75%, give to: agent }'),
    ).toMatchObject([{ form: 'escalation-goes-back.round', step: 2, clause: 'E1', other: 'E1', through: 'agent' }])
    expect(
      told('{ after: 2 days, give to: lead }', '{ at: 50%, tell: lead }, { at: 75%, give to: agent }'),
    ).toMatchObject([{ form: 'escalation-goes-back.round', step: 1, clause: 'E1', earlier: 1, other: 'E2' }])
    // A fortnight and a month: which comes first is sure, 30 days and a month is not.
    expect(
      told('{ after: 30 days, give to: agent }', '{ at: 50%, tell: lead }, { after: 1 month, give to: lead }'),
    ).toEqual([])
  })

  it('CH3: is followed on one promise alone, and a clause on a condition by itself', () => {
    const round = [
      'steps: [ { at: 50%, tell: lead }, { at: 75%, give to: agent } ]',
      'steps: [ { at: 100%, give to: lead } ]',
    ]
    const on = (first: string, second: string) => {
      const clauses = [`{ id: E1, ${first}, ${round[0]} }`, `{ id: E2, ${second}, ${round[1]} }`]
      const { document } = charterOf(`positions: [agent, lead]
promises:
  - { id: P1, clock: resolution, table: [ { target: 9 days } ] }
  - { id: P2, clock: resolution, table: [ { target: 9 days } ] }
escalation: [ ${clauses.join(', ')} ]
`)
      return checkCircles(document).map(({ says }) => says?.data)
    }
    const found = { step: 1, clause: 'E2', position: 'lead', earlier: 1, other: 'E1', through: 'agent' }
    expect(on('for: P1', 'for: P1')).toEqual([found])
    expect(on('for: P1', 'for: P2')).toEqual([])
    const { document } = charterOf(`positions: [agent, lead]
facts: { tier: { in order: [free, gold] } }
escalation:
  - { id: E1, when: { tier: gold }, steps: [ { tell: lead }, { give to: agent } ] }
  - { id: E2, when: { tier: gold }, steps: [ { give to: lead } ] }
`)
    expect(checkCircles(document)).toEqual([])
  })

  it('CH3: goes in no circle where it is given to one position alone, whoever is told', () => {
    expect(told('{ at: 50%, tell: lead }, { at: 75%, tell: agent }, { at: 100%, give to: lead }')).toEqual([])
    expect(told('{ at: 50%, give to: agent }, { at: 75%, tell: lead }, { at: 100%, give to: lead }')).toEqual([])
    expect(told('{ at: 75%, give to: agent }, { at: 50%, tell: lead }, { at: 100%, give to: lead }')).toEqual([])
  })
})
