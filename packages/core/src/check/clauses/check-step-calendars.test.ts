import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { checkStepCalendars } from './check-step-calendars.ts'

function told(targets: string, step: string) {
  const { document, zone, calendars } = charterOf(`positions: [lead]
facts: { size: { one of: [small, large] } }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, holidays until: 2027-02-28 }
  bureau: { open: { mon-fri: 09:00-17:00 } }
  network: { open: always }
  mornings: { open: { mon-sun: 09:00-13:00 }, holidays until: 2027-02-28 }
promises:
  - { id: P1, clock: resolution, table: [ ${targets} ] }
escalation:
  - { id: E1, for: P1, steps: [ { ${step}, tell: lead } ] }
  - { id: E2, when: { size: large }, steps: [ { after: 2 h of office, tell: lead } ] }
`)
  return checkStepCalendars({ document, zone, calendars }, AS_OF)
}

describe('a step after the due instant', () => {
  it('CH2: is counted elsewhere where its hours may be closed when those of its promise are open', () => {
    const [finding, ...others] = told('{ target: 6 h of network }', 'after: 2 h of office')
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'step-in-other-calendar',
      line: 15,
      message:
        'Step 1 of E1 (after 2 h of office) is counted by “office”, and P1 by “network”: a step that by “network” would act on 2026-11-27 17:01 acts on 2026-11-30 09:01 (Europe/Warsaw). Count it by “network”.',
      witness: { at: '2026-11-27T08:01:00.000Z' },
    })
    expect(told('{ target: 6 h of network }', 'after: 1 working day of office')).toHaveLength(1)
  })

  it.each([
    [
      'by the calendar of one of the targets',
      '{ size: large, target: 6 h of network }, { target: 6 h of office }',
      'after: 2 h of office',
    ],
    ['by a calendar with the same hours', '{ target: 6 h of bureau }', 'after: 2 h of office'],
    ['by a calendar with wider hours', '{ target: 6 h of office }', 'after: 2 h of network'],
    ['by dates', '{ target: 6 h of network }', 'after: 2 days'],
    ['where the promise is counted by dates', '{ target: 6 days }', 'after: 2 h of office'],
    ['by a part of the target', '{ target: 6 h of network }', 'at: 50%'],
  ])('CH2: is not, %s', (_, targets, step) => {
    expect(told(targets, step)).toEqual([])
  })

  it.each([
    '{ size: large, target: 6 h of network }, { target: 6 h of mornings }',
    '{ size: large, target: 6 h of mornings }, { target: 6 h of network }',
  ])('CH2: is told by the target of its promise behind which it comes latest: %s', (targets) => {
    const [finding, ...others] = told(targets, 'after: 2 h of office')
    expect(others).toEqual([])
    expect(finding?.says?.data).toMatchObject({ own: 'network', acts: '2026-11-30T09:01' })
  })

  it('CH2: is asked of its own promise, not of the first', () => {
    const { document, zone, calendars } = charterOf(`positions: [lead]
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  network: { open: always }
promises:
  - { id: P1, clock: first-response, table: [ { target: 6 h of network } ] }
  - { id: P2, clock: resolution, table: [ { target: 6 h of office } ] }
escalation:
  - { id: E1, for: P2, steps: [ { after: 2 h of office, tell: lead } ] }
  - { id: E2, for: P1, steps: [ { at: 50%, tell: lead }, { after: 2 h of office, tell: lead } ] }
`)
    const found = checkStepCalendars({ document, zone, calendars }, AS_OF)
    expect(found.map(({ says }) => says?.data)).toMatchObject([{ clause: 'E2', step: 2, promise: 'P1' }])
  })
})
