export { findReported } from './find-reported.ts'
export { findThread, type NoThread, type Thread, type ThreadSigns } from './find-thread.ts'
export { addressOfForward, type ForwardToken, forwardTokenIn, isForwardTokenOf } from './forward-token.ts'
export { type ImportedSigns, type ImportedThread, ImportedThreads } from './imported-threads.ts'
export { noteReferences, type Reference, referencesOf } from './mail-references.ts'
export { addressWithToken, withoutToken } from './mail-token.ts'
export { moveReferences } from './move-references.ts'
export { isOurMessageId, ourMessageId, outboxOfMessageId } from './our-message-id.ts'
export {
  addressToAnswer,
  isStaffTokenOf,
  lastDayOf,
  type StaffTicket,
  type StaffToken,
  staffTokenIn,
} from './staff-token.ts'
export { traceOf } from './trace-of.ts'
export { withoutTokens } from './without-tokens.ts'
