import type { ProceduresOfTicket, procedureRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { personBehind } from '../api-keys/index.ts'
import { authorOf, lookAtTicket, onTicket, refuseMerged } from '../tickets/index.ts'
import { listSkippedSteps } from './list-skipped-steps.ts'
import { readProcedures } from './read-procedures.ts'
import { takeStep } from './take-step.ts'

export const procedureHandlers: Handlers<keyof typeof procedureRoutes> = {
  readProcedures: ({ access, params }, desk) => proceduresNow(desk, access, params.number, access.now),

  listSkippedSteps: ({ access: { workspace, now }, query }, { store }) =>
    transaction(store, { workspace, readAt: now }, (tx) => listSkippedSteps(tx, query)),

  takeStep: async ({ access, params: { number, procedure, step }, body }, desk) => {
    const person = await personBehind(desk.store, access)
    const taker = { author: authorOf(access), actor: access.actor, person }
    await onTicket(desk.store, access.workspace, number, async (tx, ticket) => {
      await refuseMerged(tx, ticket)
      await takeStep(tx, ticket, taker, { procedure, step, ...body })
    })
    return proceduresNow(desk, access, number)
  },
}

async function proceduresNow(
  { store }: Desk,
  access: Access,
  number: number,
  readAt?: number,
): Promise<ProceduresOfTicket> {
  const person = await personBehind(store, access)
  const { workspace } = access
  return transaction(store, { workspace, ...(readAt === undefined ? {} : { readAt }) }, async (tx) =>
    readProcedures(tx, await lookAtTicket(tx, number), person),
  )
}
