import { describe, expect, it } from 'vitest'
import { charterOf } from '../../../test/check/charter-texts.ts'
import { checkClocks } from './check-clocks.ts'
import { checkSteps } from './check-steps.ts'

const BASE = `positions: [lead]
events:
  repair.booked: {}
  repair.done: {}
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  late: { open: { mon-fri: 09:00-21:00 } }
promises:
  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { target: 3 days } ] }
`

function steps(...times: readonly string[]): string[] {
  const body = `${BASE}escalation:\n  - { id: E1, for: P1, steps: [ ${times.map((time) => `{ ${time}, tell: lead }`).join(', ')} ] }\n`
  return checkSteps(charterOf(body).document).map(({ message }) => message)
}

describe('the check of escalation steps', () => {
  it('S1: finds a step that acts before one above it', () => {
    expect(steps('at: 100%', 'at: 75%')).toEqual([
      'Step 2 of E1 (75%) acts before step 1 (100%) and stands after it. Write the steps in the order in which they act.',
    ])
    expect(steps('after: 2 h of office', 'at: 90%')).toHaveLength(1)
    expect(steps('after: 2 h of office', 'after: 1 h of office')).toHaveLength(1)
    expect(steps('after: 2 working days of office', 'after: 1 working days of office')).toHaveLength(1)
    expect(steps('after: 1 month', 'after: 14 days')).toHaveLength(1)
  })

  it('leaves alone what depends on the ticket or the date', () => {
    expect(steps('at: 75%', 'at: 75%', 'at: 100%', 'after: 1 h of office', 'after: 2 h of office')).toEqual([])
    expect(steps('after: 2 h of office', 'after: 1 h of late')).toEqual([])
    expect(steps('after: 1 month', 'after: 30 days')).toEqual([])
    expect(steps('after: 2 h of office', 'after: 1 working days of office')).toEqual([])
  })

  it('S4: wants what a condition does at once before what waits', () => {
    const body = `${BASE}escalation:\n  - { id: E1, when: { contacts: ">= 3" }, steps: [ { after: 1 h of office, tell: lead }, { give to: lead } ] }\n`
    expect(checkSteps(charterOf(body).document).map(({ message }) => message)).toEqual([
      'Step 2 of E1 (at once) acts before step 1 (after 1 h of office) and stands after it. Write the steps in the order in which they act.',
    ])
  })
})

describe('the check of declared clocks', () => {
  const clocks = (clock: string) =>
    checkClocks(
      charterOf(
        `${BASE}  - { id: P2, audience: staff, clock: ${clock}, measured: [each], table: [ { target: 3 days } ] }\n`,
      ).document,
    )

  it('K5: finds one that is given up by the event that starts or fulfils it', () => {
    expect(clocks('{ from: repair.booked, until: repair.done, given up: repair.booked }')).toMatchObject([
      {
        code: 'given-up-conflict',
        severity: 'error',
        message:
          'The clock of P2 is given up at “repair.booked”, the event that starts it, so no run of it can be kept. Name another event under “given up”.',
      },
    ])
    expect(clocks('{ from: repair.booked, until: repair.done, given up: repair.done }')).toMatchObject([
      {
        message:
          'The clock of P2 is both fulfilled and given up at “repair.done”. Name another event under “given up”.',
      },
    ])
    expect(clocks('{ from: repair.booked, until: repair.done }')).toEqual([])
  })
})
