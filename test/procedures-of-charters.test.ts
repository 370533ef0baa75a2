/** Every procedure of every shipped charter, followed on all its ways. */
import {
  type Cell,
  type FactDefinition,
  type FactsAtHand,
  type FactValue,
  factsAtHand,
  type Happening,
  type ProcedureClause,
  type TicketEvent,
  type WalkedStep,
  walk,
} from '@avow/core'
import { describe, expect, it } from 'vitest'
import { AS_OF, goodCharters, openCharter } from './charter-files.ts'

const NOW = AS_OF + 1000

/** Values of a fact, one at least for each side of each condition on it. */
function valuesOf({ type, name }: FactDefinition, cells: readonly Cell[]): readonly FactValue[] {
  if (type.kind === 'choice') return type.values
  if (type.kind === 'yes-no') return [true, false]
  if (type.kind === 'age') throw new Error(`no ages are tried yet: ${name}`)
  const cuts = cells.flatMap(({ accepts }) =>
    accepts === 'any'
      ? []
      : accepts.flatMap((one) => (one.kind === 'range' ? [one.from, one.to] : [])).filter((cut) => cut !== undefined),
  )
  const numbers = cuts.flatMap((cut) => (cut.kind === 'number' ? [cut.value - 1, cut.value] : []))
  return type.kind === 'money' ? numbers.map((minor) => ({ minor, currency: type.currency })) : numbers
}

function allOf(choices: ReadonlyMap<string, readonly FactValue[]>): Record<string, FactValue>[] {
  return [...choices].reduce<Record<string, FactValue>[]>(
    (some, [name, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}

/** The steps of somebody who does whatever is to be done, two rounds at most where the procedure leads back. */
function followed(procedure: ProcedureClause, facts: FactsAtHand): readonly WalkedStep[] {
  const happened: Happening[] = []
  for (;;) {
    const { steps, present } = walk(procedure, facts, happened)
    if (present === undefined || happened.length === 2 * procedure.steps.length) return steps
    happened.push({ kind: 'done', seq: 10 + happened.length, procedure: procedure.id, step: present.step })
  }
}

const PROCEDURES = goodCharters().flatMap((name) => {
  const { charter } = openCharter(`charters/${name}`)
  return charter.document.procedures.map((procedure) => ({ name, charter, procedure }))
})

describe('the procedures of the shipped charters', () => {
  it('are several, with hand-overs, decisions and approvals among them', () => {
    const kinds = new Set(PROCEDURES.flatMap(({ procedure }) => procedure.steps.map(({ action }) => action.kind)))
    expect(PROCEDURES.length).toBeGreaterThan(3)
    expect([...kinds]).toEqual(expect.arrayContaining(['hand over', 'decide', 'approve', 'wait', 'send']))
  })

  it.each(PROCEDURES.map((one) => [`${one.procedure.id} of ${one.name}`, one] as const))(
    '%s is followed on every branch',
    (_, { charter, procedure }) => {
      const conditions = [procedure.when, ...procedure.steps.map(({ when }) => when)]
      const names = new Set(conditions.flatMap((condition) => [...condition.keys()]))
      const choices = new Map(
        [...names].map((name) => {
          const fact = charter.facts.get(name)
          if (fact === undefined) throw new Error(`there is no fact ${name}`)
          return [
            name,
            valuesOf(
              fact,
              conditions.flatMap((condition) => condition.get(name) ?? []),
            ),
          ] as const
        }),
      )
      const taken = new Set<number>()
      const leftOut = new Set<number>()
      for (const facts of allOf(choices)) {
        const creation: TicketEvent = {
          ticket: 'T',
          type: 'ticket.created',
          at: AS_OF,
          recorded: AS_OF,
          by: 'customer',
          seq: 1,
          facts,
        }
        const atHand = factsAtHand(charter, [creation], NOW)
        if (atHand.standing(procedure.when).state !== 'holds') continue
        for (const { step, state } of followed(procedure, atHand)) {
          if (state === 'done') taken.add(step)
          if (state === 'left-out') leftOut.add(step)
        }
      }
      expect([...taken].sort((a, b) => a - b)).toEqual(procedure.steps.map((_step, index) => index + 1))
      const mayBeLeftOut = procedure.steps.flatMap(({ when }, index) => (when.size > 0 ? [index + 1] : []))
      expect([...leftOut].sort((a, b) => a - b)).toEqual(mayBeLeftOut)
    },
  )
})
