export { draftHandlers } from './draft-handlers.ts'
export { countHolders } from './position-holders.ts'
export { positionsToCome } from './positions-to-come.ts'
export { startDraft } from './start-draft.ts'
