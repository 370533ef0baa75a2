import type { Desk } from '../../desk.ts'
import type { SetUpState } from '../../features/installation/index.ts'
import type { Html } from '../html.ts'
import type { Visit } from '../visit.ts'
import type { SetUpForm } from './form.ts'
import type { Say, SetUpValues, SetUpWord } from './words/index.ts'

export interface SetUpOptions {
  readonly workspace: string
  /** Printed at the start: whoever reaches the page first is not whoever may set it up. Undefined once somebody has. */
  readonly code: string | undefined
  /** Where mail comes in. */
  readonly smtpPort: number
  /** Mail that leaves goes to a folder, not to a server. */
  readonly isFolder: boolean
}

/** Who goes on: an administrator with a session. */
export interface SetUpAdmin {
  /** Id of the person. */
  readonly person: string
  readonly email: string
}

/** Where a step is taken. */
export interface SetUpAt {
  readonly desk: Desk
  readonly options: SetUpOptions
  readonly visit: Visit
  readonly say: Say
  readonly state: SetUpState
  /** The process clock, UTC ms: for which years holidays are put in. */
  readonly now: number
}

export interface FieldError {
  /** Name of the field. */
  readonly field: string
  readonly word: SetUpWord
  readonly values?: SetUpValues
}

/** What a step shows: below its heading. */
export interface StepView {
  readonly content: Html
  readonly errors?: readonly FieldError[]
}

/** A step after the first: who takes it has a session. */
export interface Step {
  show(at: SetUpAt, admin: SetUpAdmin): Promise<StepView>
  /** Answers `next` where it is done, or where in the desk to go on; else what to show instead. */
  take(at: SetUpAt, admin: SetUpAdmin, form: SetUpForm): Promise<StepView | 'next' | { readonly to: string }>
}
