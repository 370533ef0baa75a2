import type { z } from 'zod'
import type { Permission } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call a route: somebody with a permission in the workspace, or `member`, anybody of the workspace. */
export type Caller = Permission | 'member'

type Shape = z.ZodType

/** One route of `/api/v1`: the source of the server's checks, of OpenAPI and of what the desk may call. */
export interface Route {
  readonly method: Method
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string
  readonly who: Caller
  /** What it does, in a line. */
  readonly says: string
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  /** The body is no JSON but bytes (`application/octet-stream`), which the handler reads as they come. */
  readonly takes?: 'bytes'
  /** Of the answer; absent: 204, or bytes where `bytes` is set. */
  readonly answer?: Shape
  readonly bytes?: true
  /** 200 where left out; 204 without an answer. */
  readonly status?: 200 | 201 | 202 | 204
  /** Money or mail leaves: an Idempotency-Key must be given. */
  readonly needsKey?: true
}

/** Names a route's shapes exactly. */
export function route<const R extends Route>(described: R): R {
  return described
}
