import type { ProblemCode } from '@avow/contract'
import type { JsonObject, Transaction } from '../../db/index.ts'

/** Something that was tried at a gate. */
export interface AuditedAction {
  /** `remedy.granted`, `draft.approved` … */
  readonly action: string
  /** `user:…` or `key:…`. */
  readonly actor: string
  /** Id of the person behind the actor, where somebody is. */
  readonly person: string | undefined
  /** Id of the ticket that it is about. */
  readonly ticket?: string | undefined
  /** Nothing personal, no free text. */
  readonly data?: JsonObject
}

/** Writes that something happened, or with a code that it was refused. What is written here is never changed. */
export function writeAudit(
  tx: Transaction,
  { action, actor, person, ticket, data = {} }: AuditedAction,
  code?: ProblemCode,
): void {
  tx.write`
    insert into audit ("workspace_id", id, at, action, code, person_id, actor, ticket_id, data)
    values (${tx.workspace}, ${tx.newId()}, ${new Date(tx.now)}, ${action}, ${code ?? null}, ${person ?? null}, ${actor},
           ${ticket ?? null}, ${JSON.stringify(data)})`
}
