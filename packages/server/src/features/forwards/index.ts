/** What is forwarded to people outside, and what they answer. */
export { findForward, type NamedForward } from './find-forward.ts'
export { forwardHandlers } from './forward-handlers.ts'
export { receiveForwardAnswer } from './receive-forward-answer.ts'
