import type { CompanyAddress } from '@avow/contract'
import { type JsonObject, type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access } from '../../http/handler.ts'
import { auditRefusal, writeAudit } from '../audit/index.ts'
import { listAddresses } from './list-addresses.ts'

/** Does something, and writes it on the audit log: done with `data` where something changed, refused with `tried`. */
export function audited<T>(
  desk: Desk,
  { workspace, actor, person }: Access,
  action: string,
  tried: JsonObject,
  work: (tx: Transaction) => Promise<{ readonly answer: T; readonly data?: JsonObject }>,
): Promise<T> {
  return auditRefusal(
    desk,
    workspace,
    () => ({ action, actor, person, data: tried }),
    () =>
      transaction(desk.store, { workspace }, async (tx) => {
        const { answer, data } = await work(tx)
        if (data !== undefined) writeAudit(tx, { action, actor, person, data })
        return answer
      }),
  )
}

/** An address as it is told. Throws where it is none of the workspace's. */
export async function oneAddress(tx: Transaction, id: string): Promise<CompanyAddress> {
  const found = (await listAddresses(tx)).find((address) => address.id === id)
  if (found === undefined) throw new Error(`the mailbox ${id} has gone`)
  return found
}
