export interface IntakeLimits {
  /** Of one mail. */
  readonly bytes: number
  readonly recipients: number
  /** Unknown recipients of one connection, before it is ended. */
  readonly refusedRecipients: number
  readonly commandBytes: number
  readonly connections: number
  readonly connectionsPerAddress: number
  /** Without a byte from the sender. */
  readonly idleMs: number
  /** From greeting to end. */
  readonly sessionMs: number
  /** For what is being taken in when the server stops. */
  readonly closingMs: number
}

/** RFC 5321 §4.5.3 asks for 100 recipients and lines of 512 bytes at least, and for minutes of patience. */
export const LIMITS: IntakeLimits = {
  bytes: 50 * 1024 * 1024,
  recipients: 100,
  refusedRecipients: 20,
  commandBytes: 2048,
  connections: 200,
  connectionsPerAddress: 100,
  idleMs: 60_000,
  sessionMs: 30 * 60_000,
  closingMs: 8_000,
}
