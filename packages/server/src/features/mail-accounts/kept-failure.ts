import { MAIL_SERVER_FAILURES, type MailServerFailure } from '@avow/contract'

/** The last failure of a mail server, and when it was; UTC ms. */
export interface KeptFailure extends MailServerFailure {
  readonly at: number
}

/** What a row keeps of the last failure of its server; undefined where there was none since it last went well. */
export function keptFailure(row: {
  readonly failed_at: Date | null
  readonly failure: string | null
  readonly said: string | null
}): KeptFailure | undefined {
  if (row.failed_at === null) return undefined
  const code = MAIL_SERVER_FAILURES.find((each) => each === row.failure) ?? 'other'
  return { code, said: row.said ?? '', at: row.failed_at.getTime() }
}
