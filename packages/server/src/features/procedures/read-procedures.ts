import type { ProceduresOfTicket, WalkedStepJson } from '@avow/contract'
import { type FactValue, formatInstant, type StepAction, viewClauses, type Wait, type WalkedStep } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { positionsOf } from '../charters/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { type EventsTold, readTold } from './events-told.ts'
import { type ProceduresAtHand, proceduresAtHand } from './procedures-at-hand.ts'
import { readFacts } from './read-facts.ts'

/** The procedures of a ticket as somebody sees them; `person`: id of who looks, in whose name. */
export async function readProcedures(
  tx: Transaction,
  ticket: TicketAtHand,
  person: string | undefined,
): Promise<ProceduresOfTicket> {
  const atHand = await proceduresAtHand(tx, ticket)
  if (atHand === undefined || atHand.walked.length === 0) return { procedures: [] }
  const positions = person === undefined ? new Set<string>() : await positionsOf(tx, person)
  const shown = {
    ...atHand,
    positions,
    values: await readFacts(tx, ticket.id),
    told: await readTold(tx, ticket.id, seqsOf(atHand)),
  }
  const views = new Map(viewClauses(atHand.charter.document).map((view) => [view.id, view]))
  return {
    procedures: atHand.walked.flatMap(({ on, walk }) => {
      const clause = views.get(on.procedure.id)
      return clause === undefined
        ? []
        : [
            {
              clause,
              applies: on.applies,
              facts: [...on.facts],
              is_over: walk.present === undefined,
              steps: walk.steps.map((step) =>
                stepOf(
                  step,
                  on.procedure.steps[step.step - 1]?.action,
                  shown,
                  atHand.waits.find(({ procedure }) => procedure === on.procedure.id),
                ),
              ),
            },
          ]
    }),
  }
}

function seqsOf({ walked, opened }: ProceduresAtHand): readonly number[] {
  const seqs = walked.flatMap(({ walk }) =>
    walk.steps.flatMap(({ settled, since }) => [settled?.seq ?? [], since === undefined ? [] : since || opened].flat()),
  )
  return [...new Set(seqs)]
}

interface Shown extends ProceduresAtHand {
  readonly positions: ReadonlySet<string>
  /** The facts as they are now. */
  readonly values: Readonly<Record<string, FactValue>>
  readonly told: EventsTold
}

/** `wait`: the one at which the procedure stands, where it may last so long and no longer. */
function stepOf(
  walked: WalkedStep,
  action: StepAction | undefined,
  shown: Shown,
  wait: Wait | undefined,
): WalkedStepJson {
  const { step, round, state, facts, settled, since } = walked
  const { charter, positions, told, opened } = shown
  const by = settled === undefined ? undefined : told.get(settled.seq)
  const isPresent = since !== undefined
  return {
    step,
    round,
    state,
    facts: [...facts],
    settled:
      settled === undefined || by === undefined
        ? null
        : { how: settled.kind, at: by.at, by: by.by, reason: by.reason, handed: by.handed },
    since: state === 'waiting' ? sinceWhen(wait, told.get(since || opened)?.at) : null,
    until: state === 'waiting' && wait !== undefined ? formatInstant(wait.due) : null,
    mine: action?.kind !== 'approve' || positions.has(action.position),
    needs:
      isPresent && action?.kind === 'hand over'
        ? action.needs.map((field) => ({
            field,
            is_fact: charter.facts.has(field),
            known: shown.facts.knownSince(field) === undefined ? null : (shown.values[field] ?? null),
          }))
        : [],
  }
}

/** Since the wait began; by what settled the step before where nothing limits it. */
function sinceWhen(wait: Wait | undefined, before: string | undefined): string | null {
  return wait === undefined ? (before ?? null) : formatInstant(wait.began)
}
