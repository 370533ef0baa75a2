export { ANSWER_LINE, answersByMail } from './answer-line.ts'
export { DELIVERY_STATE } from './delivery-state.ts'
export { heldOnTicket, letGoHeld } from './held-on-ticket.ts'
export { holdAutomatic, type LeavingMail } from './hold-automatic.ts'
export {
  type AnswerAs,
  type Forwarded,
  isOfPerson,
  MAIL_KINDS,
  type MailKind,
  readOutgoingMail,
} from './outgoing-mail.ts'
export { plusTrialOf } from './plus-trial.ts'
export { type NewMail, sendMail, sendMails } from './send-mail.ts'
export { type Catalogues, type Speak, speakerOf } from './speaker.ts'
export { type FailedMail, tellFailure } from './tell-failure.ts'
export { markReachable, markUnreachable, unreachableOf, unreachableSince } from './unreachable.ts'
export { type OutboxRow, type WrittenMail, writeOut } from './write-out.ts'
