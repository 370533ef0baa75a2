import { decide, type FactsAtHand, type Happening, type ProcedureClause, type ProcedureStep, walk } from '@avow/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runProcedure } from '../../test/procedure/run-procedure.ts'
import { charterOf, historyOf, at as instant } from '../../test/small-charter.ts'
import { mayWait } from './may-wait.ts'

const PLACE = { path: '', line: 1, column: 1 }

/** How conditions stand, by the step (from 0) that has them. */
type Standings = readonly ('holds' | 'not' | 'unknown')[]

const arbitraryProcedure: fc.Arbitrary<ProcedureClause> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('do', 'ask', 'wait', 'decide'),
      isBranch: fc.boolean(),
      next: fc.option(fc.nat({ max: 8 }), { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((written) => ({
    kind: 'procedure',
    id: 'D1',
    place: PLACE,
    audience: 'staff',
    when: new Map(),
    standards: [],
    steps: written.map(({ kind, isBranch, next }, index): ProcedureStep => {
      const cell = { fact: `f${index}`, text: 'yes', accepts: [{ kind: 'values', values: [1] }], place: PLACE } as const
      return {
        place: PLACE,
        name: `s${index}`,
        when: new Map(isBranch ? [[cell.fact, cell]] : []),
        action: actionOf(kind),
        ...(next === undefined ? {} : { next: next < written.length ? `s${next}` : 'end' }),
      }
    }),
  }))

function actionOf(kind: string): ProcedureStep['action'] {
  if (kind === 'ask') return { kind: 'ask', what: 'known' }
  if (kind === 'wait') return { kind: 'wait', party: 'customer' }
  if (kind === 'decide') return { kind: 'decide', remedy: 'R1' }
  return { kind: 'do', says: { place: PLACE, by: new Map() } }
}

function factsOf(standings: Standings, isKnown: boolean): FactsAtHand {
  return {
    standing: (condition) => {
      const facts = [...condition.keys()]
      const state = facts.map((fact) => standings[Number(fact.slice(1))] ?? 'holds')[0] ?? 'holds'
      return { state, facts: state === 'holds' ? [] : facts }
    },
    knownSince: () => (isKnown ? 1 : undefined),
  }
}

const standings = fc.array(fc.constantFrom('holds', 'not', 'unknown'), { minLength: 7, maxLength: 7 })
const happenings: fc.Arbitrary<Happening[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('done', 'skipped', 'overdue', 'decided', 'customer-wrote'),
      step: fc.integer({ min: 1, max: 8 }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(({ kind, step }, index): Happening => {
      const seq = index + 2
      if (kind === 'decided') return { kind, seq, remedy: 'R1' }
      return kind === 'customer-wrote' ? { kind, seq } : { kind, seq, procedure: 'D1', step }
    }),
  )
const BEFORE = new Set(['done', 'skipped', 'overdue', 'left-out'])

describe('any walk', () => {
  it('W2: ends or stands at one step, whatever happened in whatever order', () => {
    fc.assert(
      fc.property(arbitraryProcedure, standings, fc.boolean(), happenings, (procedure, states, isKnown, happened) => {
        const facts = factsOf(states, isKnown)
        const { steps, present } = walk(procedure, facts, happened)
        const standing = steps.filter(({ state }) => ['now', 'waiting', 'unknown'].includes(state))
        expect(standing).toEqual(present === undefined ? [] : [present])
        // All that the walk came to stands before the step at which it stands.
        const place = present === undefined ? steps.length : steps.indexOf(present)
        expect(steps.slice(0, place).every(({ state }) => BEFORE.has(state) || present === undefined)).toBe(true)
        // No thing that happened settles two steps.
        const used = steps.flatMap(({ settled }) =>
          settled === undefined || settled.kind === 'known' ? [] : [settled],
        )
        expect(new Set(used).size).toBe(used.length)
        expect(walk(procedure, facts, happened.toReversed())).toEqual({ steps, present })
      }),
    )
  })

  it('W11: stands at no wait at which it was not foreseen to stand', () => {
    fc.assert(
      fc.property(arbitraryProcedure, standings, fc.boolean(), happenings, (procedure, states, isKnown, happened) => {
        const { present } = walk(procedure, factsOf(states, isKnown), happened)
        const waits = new Set(procedure.steps.flatMap(({ action }, index) => (action.kind === 'wait' ? [index] : [])))
        if (present?.state === 'waiting') expect(mayWait(procedure, waits, happened)).toBe(true)
      }),
    )
  })

  it('W11: a wait is foreseen only where something led to it', () => {
    const step = (action: ProcedureStep['action']): ProcedureStep => ({ place: PLACE, when: new Map(), action })
    const written = {
      kind: 'procedure',
      id: 'D1',
      place: PLACE,
      audience: 'staff',
      when: new Map(),
      standards: [],
    } as const
    const asked = { ...written, steps: [step(actionOf('ask')), step(actionOf('do')), step(actionOf('wait'))] }
    const done: Happening = { kind: 'done', seq: 5, procedure: 'D1', step: 2 }
    expect(mayWait(asked, new Set([2]), [])).toBe(false)
    expect(
      mayWait(asked, new Set([2]), [
        { ...done, procedure: 'D2' },
        { kind: 'customer-wrote', seq: 6 },
      ]),
    ).toBe(false)
    expect(mayWait(asked, new Set([2]), [done])).toBe(true)
    expect(mayWait(asked, new Set(), [done])).toBe(false)
  })

  it('W7: shows every step, and each round of a step once', () => {
    fc.assert(
      fc.property(arbitraryProcedure, standings, happenings, (procedure, states, happened) => {
        const { steps } = walk(procedure, factsOf(states, false), happened)
        expect([...new Set(steps.map(({ step }) => step))].sort()).toEqual(procedure.steps.map((_, index) => index + 1))
        expect(new Set(steps.map(({ step, round }) => `${step}/${round}`)).size).toBe(steps.length)
      }),
    )
  })

  it('W3: followed by skipping alone it is over after each step once at most', () => {
    fc.assert(
      fc.property(arbitraryProcedure, standings, (procedure, states) => {
        const { last, happened } = runProcedure(
          procedure,
          () => factsOf(states, false),
          () => 'skipped',
        )
        expect(last.present).toBeUndefined()
        const steps = happened.flatMap((one) => ('step' in one ? [one.step] : []))
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      }),
    )
  })

  it('W3, W11: whose every wait becomes overdue ends or stands at what somebody does, after each wait once at most', () => {
    fc.assert(
      fc.property(arbitraryProcedure, standings, (procedure, states) => {
        const { last, happened } = runProcedure(
          procedure,
          () => factsOf(states, false),
          ({ state }) => (state === 'waiting' ? 'overdue' : undefined),
        )
        expect(last.present?.state).not.toBe('waiting')
        const steps = happened.flatMap((one) => ('step' in one ? [one.step] : []))
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      }),
    )
  })

  it('W2: followed step by step it never goes back on what was done', () => {
    fc.assert(
      fc.property(arbitraryProcedure, fc.array(standings, { minLength: 1, maxLength: 4 }), (procedure, states) => {
        const factsAfter = (deeds: number) => factsOf(states[Math.min(deeds, states.length - 1)] ?? [], false)
        const { walks } = runProcedure(
          procedure,
          factsAfter,
          ({ state }) => (state === 'unknown' ? 'skipped' : 'done'),
          30,
        )
        walks.slice(1).forEach(({ steps }, index) => {
          const settled = walks[index]?.steps.filter(({ settled }) => settled !== undefined) ?? []
          const now = new Set(steps.flatMap(({ settled }) => (settled === undefined ? [] : [settled])))
          for (const { settled: one } of settled) expect(one !== undefined && now.has(one)).toBe(true)
        })
      }),
    )
  })
})

describe('promises', () => {
  it('W10: are the same with a procedure as without', () => {
    const promise = 'promises: [{ id: P1, clock: first-response, table: [{ target: 2 h of office }] }]\n'
    const history = historyOf('2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent')
    const judged = (body: string) => {
      const { charter: _, ...decision } = decide(charterOf(body), history, instant('2026-12-22 12:00'))
      return decision
    }
    expect(judged(`${promise}procedures: [{ id: D1, standards: [P1], steps: [{ wait: customer }] }]\n`)).toEqual(
      judged(promise),
    )
  })
})
