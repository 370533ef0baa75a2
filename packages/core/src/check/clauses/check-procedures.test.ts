import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { runProcedure } from '../../../test/procedure/run-procedure.ts'
import { factsAtHand } from '../../procedure/index.ts'
import type { TicketEvent } from '../../ticket/index.ts'
import { checkProcedures } from './check-procedures.ts'

const charterWith = (steps: readonly string[], when = '') =>
  charterOf(
    `${FACTS}positions: [agent, lead]\nprocedures:\n  - id: D1\n${when === '' ? '' : `    when: { ${when} }\n`}    steps:\n${steps.map((step) => `      - { ${step} }\n`).join('')}`,
  )
const findingsOf = (steps: readonly string[], when = '') => {
  const charter = charterWith(steps, when)
  return checkProcedures(charter.document, { at: AS_OF, zone: charter.zone })
}
const told = (steps: readonly string[], when = '') =>
  findingsOf(steps, when).map(({ says }) => {
    const { step } = { step: 0, ...(says?.data as object) }
    return `${says?.form ?? ''} ${step}`
  })

describe('a step that nobody comes to', () => {
  it('CH8: stands behind one that always leads elsewhere', () => {
    expect(told(['ask: photo, next: end', 'ask: bill'])).toEqual(['step-never-reached.passed 2'])
    expect(told(['ask: photo, next: last', 'ask: bill', 'name: last, ask: call'])).toEqual([
      'step-never-reached.passed 2',
    ])
    expect(told(['name: again, ask: photo', 'ask: bill, next: again', 'ask: call'])).toEqual([
      'step-never-reached.passed 3',
    ])
  })

  it('CH8: is none behind one that is left out for some tickets', () => {
    expect(told(['ask: photo, when: { tier: gold }, next: end', 'ask: bill'])).toEqual([])
    expect(told(['ask: photo, next: last', 'ask: bill, when: { tier: gold }', 'name: last, ask: call'])).toEqual([
      'step-never-reached.passed 2',
    ])
  })

  it('CH8: is none behind a wait that leads back, where it lasts at most so long', () => {
    const back = (most: string) => ['name: ask, ask: photo', `wait: customer, ${most}next: ask`, 'ask: call']
    expect(told(back(''))).toEqual(['step-never-reached.passed 3'])
    expect(told(back('at most: 2 days, '))).toEqual([])
  })

  it('CH8: is for tickets that the procedure is not for', () => {
    expect(told(['ask: photo', 'ask: bill, when: { tier: gold }'], 'tier: [free, standard]')).toEqual([
      'step-never-reached.never 2',
    ])
    expect(told(['ask: photo, when: { price: "> 100 EUR" }'], 'price: "< 50 EUR"')).toEqual([
      'step-never-reached.never 1',
    ])
  })

  it('CH8: stands behind one that is left out for no ticket of the procedure, or for none of its own', () => {
    expect(told(['ask: photo, when: { tier: gold }, next: end', 'ask: bill'], 'tier: gold')).toEqual([
      'step-never-reached.passed 2',
    ])
    expect(told(['ask: photo, when: { tier: gold }, next: end', 'ask: bill, when: { tier: gold }'])).toEqual([
      'step-never-reached.passed 2',
    ])
    const rest = 'ask: photo, when: { tier: [free, standard, unknown] }, next: end'
    expect(told([rest, 'ask: bill, when: { tier: gold }, next: end', 'ask: call'])).toEqual([
      'step-never-reached.passed 3',
    ])
  })

  it('CH8: is none where facts may have changed since a step was done', () => {
    const steps = [
      'ask: photo, when: { tier: gold }, next: last',
      'ask: call, next: end',
      'name: last, ask: bill, when: { tier: free }',
    ]
    expect(told(steps)).toEqual([])
  })

  it('CH8: has a ticket of the procedure as its witness', () => {
    const [finding] = findingsOf(['ask: photo, next: end', 'ask: bill'], 'tier: gold, channel: email')
    expect(finding?.witness).toEqual({ tier: 'gold', channel: 'email' })
  })

  it('CH8: of a procedure for no ticket nothing is said but that, at its condition', () => {
    const never = findingsOf(['ask: photo, next: end', 'ask: bill'], 'price: "< 0 EUR"')
    expect(never).toMatchObject([{ code: 'empty-scope', says: { data: { clause: 'D1' } } }])
    const charter = charterWith(['ask: photo'], 'price: "< 0 EUR"')
    expect(never[0]?.line).toBe(charter.document.procedures[0]?.when.get('price')?.place.line)
    expect(never[0]?.line).not.toBe(charter.document.procedures[0]?.place.line)
  })

  it('CH8: is told at its own place, with its number and its procedure', () => {
    const steps = ['ask: photo, next: end', 'ask: bill', 'ask: call, when: { tier: gold }']
    const lines = charterWith(steps).document.procedures[0]?.steps.map(({ place }) => place.line)
    expect(findingsOf(steps).map(({ line, code, says }) => [line, code, says?.data])).toEqual([
      [lines?.[1], 'step-never-reached', { step: 2, clause: 'D1' }],
      [lines?.[2], 'step-never-reached', { step: 3, clause: 'D1' }],
    ])
  })

  it('CH8: is told of each procedure by itself', () => {
    const text = (id: string, steps: string) => `  - { id: ${id}, steps: [ ${steps} ] }\n`
    const { document, zone } = charterOf(
      `${FACTS}procedures:\n${text('D1', '{ ask: photo }')}${text('D2', '{ ask: photo, next: end }, { ask: bill }')}`,
    )
    expect(checkProcedures(document, { at: AS_OF, zone }).map(({ says }) => says?.data)).toEqual([
      { step: 2, clause: 'D2' },
    ])
  })

  it('CH8: is looked for behind more than 32 steps that are left out', () => {
    const free = Array.from({ length: 40 }, () => 'ask: photo, when: { tier: free }, next: end')
    expect(told([...free, 'ask: bill, when: { tier: free }, next: end', 'ask: call, when: { tier: gold }'])).toEqual([
      ...Array.from({ length: 39 }, (_, index) => `step-never-reached.passed ${index + 2}`),
      'step-never-reached.passed 41',
    ])
  })

  it('CH8: is not told of where the ways are too many to be looked at', () => {
    const facts = ['channel: email', 'channel: chat', 'tier: gold', 'tier: free']
    const steps = (count: number) => [
      ...Array.from({ length: count }, (_, index) => {
        const past = Math.min(index + 2, count)
        return `name: s${index}, ask: photo, when: { ${facts[index % 4]} }, next: s${past}`
      }),
      `name: s${count}, ask: bill, next: end`,
      'ask: call',
    ]
    expect(told(steps(8))).toEqual(['step-never-reached.passed 10'])
    expect(told(steps(40))).toEqual([])
  })

  it('CH8: is exactly one to which nobody who follows the procedure ever comes, whatever the facts become', () => {
    const condition = fc.constantFrom('', 'tier: gold', 'tier: [free, standard]', 'tier: unknown', 'channel: email')
    const step = fc.record({ when: condition, next: fc.constantFrom('', '', 's1', 's2', 's3', 's4', 'end') })
    const facts = ['free', 'standard', 'gold', null].flatMap((tier) =>
      ['email', 'chat'].map((channel) => ({ tier, channel })),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 4 }), condition, (steps, when) => {
        const lines = steps.map(
          (one, index) =>
            `name: s${index + 1}, do: { en: x }${one.when === '' ? '' : `, when: { ${one.when} }`}${one.next === '' ? '' : `, next: ${one.next}`}`,
        )
        const charter = charterWith(lines, when)
        const [procedure] = charter.document.procedures
        if (procedure === undefined) throw new Error('there is no procedure')
        const hands = facts
          .map((one) => factsAtHand(charter, [creation(one)], AS_OF))
          .filter(({ standing }) => standing(procedure.when).state === 'holds')
        const come = new Set<number>()
        // Every order in which facts may change twice while it is followed.
        for (const first of hands)
          for (const second of hands)
            for (const third of hands)
              for (const turn of [1, 2]) {
                const after = (deeds: number) => (deeds < turn ? first : deeds < turn + 1 ? second : third)
                const { last } = runProcedure(
                  procedure,
                  after,
                  ({ state }) => (state === 'unknown' ? undefined : 'done'),
                  6,
                )
                for (const { step: number, state } of last.steps)
                  if (state === 'done' || state === 'now') come.add(number)
              }
        const never = findingsOf(lines, when).flatMap(({ says }) =>
          says === undefined ? [] : [Number(Object(says.data)['step'])],
        )
        for (const number of never) expect([number, come.has(number)]).toEqual([number, false])
        // Without facts that change the two say the same of what is reached.
        for (const number of come) expect(never).not.toContain(number)
      }),
      { numRuns: 60 },
    )
  })
})

function creation(facts: TicketEvent['facts']): TicketEvent {
  const at = AS_OF - 1000
  return {
    ticket: 'T',
    type: 'ticket.created',
    at,
    recorded: at,
    by: 'customer',
    seq: 1,
    ...(facts === undefined ? {} : { facts }),
  }
}
