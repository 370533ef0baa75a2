import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { type AuditedAction, writeAudit } from './write-audit.ts'

/**
 * Runs what goes through a gate. A refusal undoes all that the work did, so it is written in a transaction of its own; where
 * that fails, the refusal stands and the server's log says that it is missing. `tried` is asked only then.
 */
export async function auditRefusal<T>(
  { store, log }: Pick<Desk, 'store' | 'log'>,
  workspace: string,
  tried: () => AuditedAction,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) {
      const { code } = error
      const action = tried()
      await transaction(store, { workspace }, async (tx) => writeAudit(tx, action, code)).catch((fault: unknown) =>
        log.error({ error: fault, action: action.action, code }, 'a refusal could not be written on the audit log'),
      )
    }
    throw error
  }
}
