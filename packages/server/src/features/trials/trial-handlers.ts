import type { trialRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { listTrialTickets } from './list-trial-tickets.ts'
import { listTrials, readTrial } from './read-trial.ts'
import { startTrial } from './start-trial.ts'

export const trialHandlers: Handlers<keyof typeof trialRoutes> = {
  startTrial: ({ access: { workspace }, params: { id } }, desk) => startTrial(desk, workspace, id),

  tryInReview: ({ access: { workspace }, params: { id } }, desk) => startTrial(desk, workspace, id),

  listTrials: ({ access: { workspace }, params: { id } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({ items: await listTrials(tx, id), next: null })),

  readTrial: ({ access: { workspace }, params: { id, trial } }, { store }) =>
    transaction(store, { workspace }, (tx) => readTrial(tx, id, trial)),

  listTrialTickets: ({ access: { workspace }, params: { id, trial }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listTrialTickets(tx, { draft: id, trial }, query)),
}
