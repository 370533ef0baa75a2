import { describe, expect, it } from 'vitest'
import { charterOf, historyOf, at as instant } from '../../test/small-charter.ts'
import { factsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'
import { proceduresOn } from './procedures-on.ts'
import { walk } from './walk.ts'

const PROMISE = 'promises: [{ id: P1, clock: resolution, table: [{ target: 9 days }] }]\n'
const NOW = instant('2026-12-24 12:00')

/** A charter of one procedure with these steps, and what was said of a ticket. */
function walked(steps: string, events: string, happened: readonly Happening[] = [], more = '') {
  const charter = charterOf(
    `${PROMISE}${more}procedures:\n  - id: D1\n    steps:\n${steps.replace(/^\s*-/gm, '      -')}\n`,
  )
  const [procedure] = charter.document.procedures
  if (procedure === undefined) throw new Error('there is no procedure')
  const history = historyOf(events).map((event, index) => ({ ...event, seq: index + 1 }))
  return walk(procedure, factsAtHand(charter, history, NOW), happened)
}

const shown = ({ steps }: ReturnType<typeof walk>) => steps.map(({ step, state }) => `${step} ${state}`)
const CREATED = '2026-12-21 09:00 ticket.created'
const GOLD = `${CREATED} {"facts":{"tier":"gold"}}`
const done = (step: number, seq = step * 10): Happening => ({ kind: 'done', seq, procedure: 'D1', step })
const skipped = (step: number, seq = step * 10): Happening => ({ kind: 'skipped', seq, procedure: 'D1', step })

const THREE = `- { do: { en: Look } }
- { do: { en: Call }, when: { tier: gold } }
- { do: { en: Write } }`

describe('procedures on a ticket', () => {
  const procedures = (when: string, events: string, happened: readonly Happening[] = []) => {
    const charter = charterOf(`${PROMISE}procedures: [{ id: D1, when: { ${when} }, steps: [{ ask: photo }] }]\n`)
    return proceduresOn(charter.document, factsAtHand(charter, historyOf(events), NOW), happened).map(
      ({ applies, facts }) => [applies, ...facts],
    )
  }

  it('W1: apply where their condition holds, and may where facts that decide it are not known', () => {
    expect(procedures('tier: gold', GOLD)).toEqual([['yes']])
    expect(procedures('tier: gold', CREATED)).toEqual([['perhaps', 'tier']])
    expect(procedures('tier: [gold, unknown]', CREATED)).toEqual([['yes']])
    expect(procedures('tier: silver', GOLD)).toEqual([])
    // What is known speaks against it, whatever the other fact is.
    expect(procedures('tier: silver, channel: email', GOLD)).toEqual([])
  })

  it('W1: stay in sight once they were begun', () => {
    expect(procedures('tier: silver', GOLD, [done(1)])).toEqual([['no-longer', 'tier']])
    expect(procedures('tier: silver', GOLD, [{ ...skipped(1), procedure: 'D2' } as Happening])).toEqual([])
  })

  it('W1: ages are those of the ticket', () => {
    const bought = (date: string) => `${CREATED} {"facts":{"bought":"${date}"}}`
    expect(procedures('bought: "< 14 days"', bought('2026-12-10'))).toEqual([['yes']])
    expect(procedures('bought: "< 14 days"', bought('2026-12-01'))).toEqual([])
  })
})

describe('the walk', () => {
  it('W2: stands at the first step that nothing settled, and leaves out what does not hold', () => {
    expect(shown(walked(THREE, GOLD))).toEqual(['1 now', '2 later', '3 later'])
    expect(shown(walked(THREE, GOLD, [done(1)]))).toEqual(['1 done', '2 now', '3 later'])
    const silver = `${CREATED} {"facts":{"tier":"silver"}}`
    const past = walked(THREE, silver, [done(1)])
    expect(shown(past)).toEqual(['1 done', '2 left-out', '3 now'])
    expect(past.steps[1]?.facts).toEqual(['tier'])
    expect(walked(THREE, silver, [done(1), done(3)]).present).toBeUndefined()
  })

  it('W2: guesses no fact that is not known', () => {
    const asking = walked(THREE, CREATED, [done(1)])
    expect(asking.present).toMatchObject({ step: 2, state: 'unknown', facts: ['tier'] })
    expect(shown(asking)).toEqual(['1 done', '2 unknown', '3 later'])
    expect(shown(walked(THREE.replace('gold', 'unknown'), CREATED, [done(1)]))[1]).toBe('2 now')
  })

  it('W2: does not depend on the order in which it is told what happened', () => {
    const all = [done(1), skipped(2), done(3)]
    expect(walked(THREE, GOLD, all.toReversed())).toEqual(walked(THREE, GOLD, all))
  })

  const BRANCHES = `- { name: look, do: { en: Look } }
- { hand over: team-lead, needs: [request], when: { tier: gold }, next: look }
- { do: { en: Answer }, next: end }
- { name: other, do: { en: Never } }`

  it('W3: a step leads to its next; one that is left out to the following one', () => {
    expect(shown(walked(BRANCHES, `${CREATED} {"facts":{"tier":"free"}}`, [done(1)]))).toEqual([
      '1 done',
      '2 left-out',
      '3 now',
      '4 passed-by',
    ])
    const again = walked(BRANCHES, GOLD, [done(1), done(2)])
    expect(shown(again)).toEqual(['1 done', '2 done', '1 now', '3 later', '4 passed-by'])
    expect(again.present?.round).toBe(2)
    expect(shown(walked(BRANCHES, GOLD, [done(1), done(2), done(1, 30)]))).toEqual([
      '1 done',
      '2 done',
      '1 done',
      '2 now',
      '3 later',
      '4 passed-by',
    ])
  })

  it('W3: a skipped step leads on, never back', () => {
    expect(shown(walked(BRANCHES, GOLD, [done(1), skipped(2)]))).toEqual([
      '1 done',
      '2 skipped',
      '3 now',
      '4 passed-by',
    ])
    const ends = walked(BRANCHES, GOLD, [done(1), skipped(2), skipped(3)])
    expect([ends.present, shown(ends)]).toEqual([undefined, ['1 done', '2 skipped', '3 skipped', '4 passed-by']])
  })

  it('W4: what is asked for is done where it is a fact and known, once', () => {
    const steps = `- { name: again, ask: tier }\n- { ask: photo, next: again }`
    expect(shown(walked(steps, CREATED))).toEqual(['1 now', '2 later'])
    const known = walked(steps, GOLD)
    expect(shown(known)).toEqual(['1 done', '2 now'])
    expect(known.steps[0]?.settled).toEqual({ kind: 'known', seq: 1, fact: 'tier' })
    expect(shown(walked(steps, GOLD, [done(2)]))).toEqual(['1 done', '2 done', '1 now'])
  })

  it('W4: a fact is known since it is without a break', () => {
    const events = `${GOLD}\n2026-12-21 10:00 facts.changed {"facts":{"tier":null}}\n2026-12-21 11:00 facts.changed {"facts":{"tier":"free"}}\n2026-12-21 12:00 facts.changed {"facts":{"tier":"gold"}}`
    expect(walked('- { ask: tier }', events).steps[0]?.settled?.seq).toBe(3)
  })

  const REMEDY = 'remedies: [{ id: R1, table: [{ allow: [refund], up to: price }] }]\n'
  const decidedOn = (seq: number, remedy = 'R1'): Happening => ({ kind: 'decided', seq, remedy })

  it('W5: a remedy that was decided on does its step, each once', () => {
    const steps = '- { name: again, decide: R1 }\n- { do: { en: Tell }, next: again }'
    expect(shown(walked(steps, CREATED, [decidedOn(4)], REMEDY))).toEqual(['1 done', '2 now'])
    expect(shown(walked(steps, CREATED, [decidedOn(4, 'R2')], REMEDY))).toEqual(['1 now', '2 later'])
    expect(shown(walked(steps, CREATED, [decidedOn(4), done(2)], REMEDY))).toEqual(['1 done', '2 done', '1 now'])
    expect(shown(walked(steps, CREATED, [decidedOn(4), done(2), decidedOn(30)], REMEDY)).at(-1)).toBe('2 now')
  })

  it('W6: a wait for the customer ends with the next message', () => {
    const steps = '- { do: { en: Ask } }\n- { wait: customer, at most: 10 days }\n- { do: { en: Close } }'
    const wrote = (seq: number): Happening => ({ kind: 'customer-wrote', seq })
    expect(shown(walked(steps, CREATED, [wrote(5), done(1)]))).toEqual(['1 done', '2 waiting', '3 later'])
    expect(walked(steps, CREATED, [done(1)]).present?.since).toBe(10)
    const over = walked(steps, CREATED, [done(1), wrote(11), wrote(12)])
    expect(shown(over)).toEqual(['1 done', '2 done', '3 now'])
    expect(over.steps[1]?.settled).toEqual(wrote(11))
    expect(shown(walked(steps, CREATED, [done(1), done(2)]))[1]).toBe('2 done')
  })

  it('W6: a wait for others ends when somebody says so', () => {
    const steps = '- { wait: supplier }'
    expect(shown(walked(steps, CREATED, [{ kind: 'customer-wrote', seq: 9 }]))).toEqual(['1 waiting'])
    expect(walked(steps, CREATED, [done(1)]).present).toBeUndefined()
  })

  it('W3: an overdue wait leads on, never back', () => {
    const steps = `- { name: ask, do: { en: Ask } }
- { name: wait, wait: customer, at most: 10 days, next: ask }
- { wait: supplier, at most: 2 days, next: last }
- { do: { en: Ring } }
- { name: last, do: { en: Close } }`
    const overdue = (step: number): Happening => ({ kind: 'overdue', seq: step * 10, procedure: 'D1', step })
    const once = walked(steps, CREATED, [done(1), overdue(2)])
    expect(shown(once)).toEqual(['1 done', '2 overdue', '3 waiting', '4 passed-by', '5 later'])
    expect(shown(walked(steps, CREATED, [done(1)])).slice(2)).toEqual(['3 later', '4 passed-by', '5 later'])
    expect(once.steps[1]?.settled).toEqual(overdue(2))
    // What the customer writes afterwards changes nothing of it.
    const wrote: Happening = { kind: 'customer-wrote', seq: 25 }
    expect(shown(walked(steps, CREATED, [done(1), overdue(2), wrote]))[1]).toBe('2 overdue')
    expect(shown(walked(steps, CREATED, [done(1), overdue(2), overdue(3)]))).toEqual([
      '1 done',
      '2 overdue',
      '3 overdue',
      '5 now',
      '4 passed-by',
    ])
  })

  it('W7: what is behind the present step is later where a way leads there, and passed by elsewhere', () => {
    const steps = `- { do: { en: Look }, when: { tier: gold }, next: far }
- { do: { en: Near }, next: end }
- { name: far, do: { en: Far } }`
    expect(shown(walked(steps, GOLD))).toEqual(['1 now', '2 later', '3 later'])
    expect(shown(walked(steps, GOLD, [done(1)]))).toEqual(['1 done', '3 now', '2 passed-by'])
  })

  it('W8: what was done stays done when facts change, and what was not is judged by them', () => {
    const silver = `${GOLD}\n2026-12-21 10:00 facts.changed {"facts":{"tier":"silver"}}`
    expect(shown(walked(THREE, silver, [done(1), done(2)]))).toEqual(['1 done', '2 done', '3 now'])
    const gold = `${CREATED} {"facts":{"tier":"silver"}}\n2026-12-21 10:00 facts.changed {"facts":{"tier":"gold"}}`
    expect(shown(walked(THREE, gold, [done(1), done(3)]))).toEqual(['1 done', '2 now', '3 done'])
  })
})
