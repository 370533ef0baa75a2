/** The server does not go where it was sent. */
export class OutwardRefused extends Error {
  override readonly name = 'OutwardRefused'
}

/** The server went, or tried to, and nothing fit to be used came back in time. */
export class OutwardFailed extends Error {
  override readonly name = 'OutwardFailed'

  constructor(message: string, cause?: unknown) {
    super(message, { cause })
  }
}
