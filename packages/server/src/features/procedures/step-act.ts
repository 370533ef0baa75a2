/** The body of takeStep, as it was read, and the step that it names. */
export interface StepAct {
  readonly procedure: string
  readonly step: number
  readonly round: number
  readonly act: 'done' | 'skipped'
  readonly reason: string
  readonly fields: Readonly<Record<string, string>>
}
