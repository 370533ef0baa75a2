/** How long the waits of a ticket's procedures may last: SPEC W11. */
import type { CompiledCharter, CompiledProcedure, Target } from '../charter/index.ts'
import { instantAfter } from '../decide/index.ts'
import type { TicketEvent } from '../ticket/index.ts'
import { factsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'
import { mayWait } from './may-wait.ts'
import { proceduresOn } from './procedures-on.ts'
import { type WalkedStep, walk } from './walk.ts'

/** What a ticket's procedures are walked by, with the instants of its log. */
export interface TicketPast {
  readonly history: readonly TicketEvent[]
  readonly happened: readonly Happening[]
  /** When what stands at a place of the log happened, UTC ms; of 0 and the first place, the opening. */
  readonly instantOf: (seq: number) => number
}

/** A wait at which a procedure stands, and which may last so long and no longer. */
export interface Wait {
  readonly procedure: string
  readonly step: number
  readonly round: number
  /** UTC ms. */
  readonly began: number
  /** UTC ms; it is overdue from then on. */
  readonly due: number
  readonly isOverdue: boolean
  /** The position that the step behind it needs, where that is an approval. */
  readonly thenFor?: string
}

/** The waits with `at most` at which the procedures of a ticket stand at `now` (UTC ms); none where the ticket is over. */
export function waitsOn(charter: CompiledCharter, past: TicketPast, now: number): readonly Wait[] {
  const { history, happened } = past
  if (!charter.procedures.some(({ clause, waits }) => mayWait(clause, limited(waits), happened))) return []
  const facts = factsAtHand(charter, history, now)
  if (facts.isOver) return []
  return proceduresOn(charter.document, facts, happened).flatMap(({ procedure, applies }): Wait[] => {
    const compiled = charter.procedures.find(({ clause }) => clause === procedure)
    if (applies !== 'yes' || compiled === undefined) return []
    const { present } = walk(procedure, facts, happened)
    const target = present?.state === 'waiting' ? compiled.waits[present.step - 1] : undefined
    if (present === undefined || target === undefined) return []
    const began = beganAt({ charter, past, now }, compiled, present)
    return waitOf(target, began, now).map(({ due, isOverdue }) => {
      const { step, round } = present
      const over: Happening = { kind: 'overdue', seq: Number.MAX_SAFE_INTEGER, procedure: procedure.id, step }
      const then = walk(procedure, facts, [...happened, over]).present
      const action = then === undefined ? undefined : procedure.steps[then.step - 1]?.action
      const thenFor = action?.kind === 'approve' ? { thenFor: action.position } : {}
      return { procedure: procedure.id, step, round, began, due, isOverdue, ...thenFor }
    })
  })
}

/** The steps (from 0) that may last so long and no longer. */
function limited(waits: CompiledProcedure['waits']): ReadonlySet<number> {
  return new Set(waits.flatMap((target, index) => (target === undefined ? [] : [index])))
}

function waitOf(target: Target, began: number, now: number): readonly Pick<Wait, 'due' | 'isOverdue'>[] {
  const due = instantAfter(target, began)
  return due === undefined ? [] : [{ due, isOverdue: due <= now }]
}

interface At {
  readonly charter: CompiledCharter
  readonly past: TicketPast
  readonly now: number
}

/** When the walk came to stand at a step: with what settled the one before, or with the last change of facts that led it there. */
function beganAt({ charter, past, now }: At, { clause }: CompiledProcedure, present: WalkedStep): number {
  const { history, happened, instantOf } = past
  const since = present.since ?? 0
  const changes = history
    .filter(
      ({ type, at, recorded, seq = 0 }) => type === 'facts.changed' && at <= now && recorded <= now && seq > since,
    )
    .toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0))
  for (const { at, seq = 0 } of changes) {
    const before = history.filter((event) => event.type !== 'facts.changed' || (event.seq ?? 0) < seq)
    const known = happened.filter((one) => one.seq < seq)
    const facts = factsAtHand(charter, before, now)
    const stood = facts.standing(clause.when).state === 'holds' ? walk(clause, facts, known).present : undefined
    if (stood?.state !== 'waiting' || stood.step !== present.step || stood.round !== present.round)
      return Math.max(at, instantOf(since))
  }
  return instantOf(since)
}
