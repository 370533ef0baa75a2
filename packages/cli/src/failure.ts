export const EXIT = { fine: 0, findings: 1, unusable: 2 } as const

/** Wrong usage or input that cannot be read: its message is shown and the command ends with 2. */
export class Failure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Failure'
  }
}

/** Wrong usage: the message is followed by where to find help. */
export class UsageFailure extends Failure {}
