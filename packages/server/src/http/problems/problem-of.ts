import { PROBLEMS, type Problem, type ProblemCode } from '@avow/contract'
import { Refusal } from '../../refusal.ts'
import { isDatabaseAway } from './is-database-away.ts'

/** What is answered to an error, and how a client should wait. */
export interface Answered {
  readonly problem: Problem
  /** Seconds. */
  readonly retryAfter?: number
  /** Not foreseen: belongs in the log, with all that is known. */
  readonly isUnexpected: boolean
}

/** Codes of fastify's own errors, in ours. */
const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_ASYNC_CONSTRAINT: 'bad-request',
}

/** Seconds after which another try makes sense. */
const WAITS: Readonly<Partial<Record<ProblemCode, number>>> = {
  'too-many': 10,
  'database-away': 2,
  stopping: 2,
  'key-running': 1,
}

/** Problem details (RFC 9457) for anything that was thrown. What is not ours is never shown: only the id by which the log knows it. */
export function problemOf(error: unknown, publicUrl: string, requestId: string): Answered {
  const refusal = refusalOf(error)
  const { code, message, details } =
    refusal ?? new Refusal('unexpected', `We have written it down as ${requestId}. Please try again later.`)
  const { status, title } = PROBLEMS[code]
  const wait = WAITS[code]
  return {
    isUnexpected: refusal === undefined,
    ...(wait === undefined ? {} : { retryAfter: wait }),
    problem: {
      type: `${publicUrl}/api/v1/docs#${code}`,
      title,
      status,
      code,
      detail: message,
      ...(details.at === undefined ? {} : { at: details.at.map((each) => ({ ...each })) }),
      ...(details.seq === undefined ? {} : { seq: details.seq }),
      ...(details.kept === undefined ? {} : { kept: details.kept }),
      instance: `urn:uuid:${requestId}`,
    },
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isDatabaseAway(error)) return new Refusal('database-away', 'Nothing was changed. Please try again in a moment.')
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = OF_FASTIFY[String(error.code)]
  return code === undefined ? undefined : new Refusal(code, `${error.message}.`)
}
