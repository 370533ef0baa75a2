export type { IntakeLimits } from './intake-limits.ts'
export { MAIL_STEPS, type MailStep, type OnMailStep } from './mail-step.ts'
export type { AcceptedMail, NextReader } from './next-reader.ts'
export { type Intake, type IntakeOptions, openIntake } from './open-intake.ts'
