export { draftHandlers } from './draft-handlers.ts'
export { positionsToCome } from './positions-to-come.ts'
export { startDraft } from './start-draft.ts'
