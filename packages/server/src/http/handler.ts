import type { Readable } from 'node:stream'
import type { Permission, ROUTES, Role, Route } from '@avow/contract'
import type { z } from 'zod'
import type { Desk } from '../desk.ts'

/** Who calls, in the workspace that the call is about. */
export interface Access {
  readonly workspace: string
  readonly slug: string
  /** Id of the person behind the session; undefined for an API key. */
  readonly person: string | undefined
  /** Id of the session; left out for an API key. */
  readonly session?: string
  /** `user:…` or `key:…`: whose repeated requests are the same. */
  readonly actor: string
  readonly roles: readonly Role[]
  readonly permissions: ReadonlySet<Permission>
  /** When this was found out, by the database's clock, UTC ms. */
  readonly now: number
}

type Output<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise

/** A request that was authenticated, allowed and read. */
export interface Call<R extends Route> {
  readonly params: Output<R['params'], undefined>
  readonly query: Output<R['query'], undefined>
  readonly body: R extends { readonly takes: 'bytes' } ? Readable : Output<R['body'], undefined>
  readonly access: Access
  /** Settled when the caller has gone. */
  readonly signal: AbortSignal
}

/** Bytes as an answer. */
export interface Bytes {
  readonly type: string
  readonly body: Readable | Buffer
  /** Given: sent as a download of this name (RFC 6266). */
  readonly fileName?: string
  readonly size?: number
  /** How long the reader's own browser may keep it, s; nothing is kept where left out. */
  readonly keptFor?: number
  /** A page of our own, escaped by us: shown in the browser, still without any script. */
  readonly isPage?: true
}

export type Answer<R extends Route> = R extends { readonly bytes: true }
  ? Bytes
  : R['answer'] extends z.ZodType
    ? z.input<R['answer']>
    : undefined

export type Handler<R extends Route> = (call: Call<R>, desk: Desk) => Promise<Answer<R>>

/** A handler for each of the routes named; each feature gives its own, http/api.ts puts them together. */
export type Handlers<Names extends keyof typeof ROUTES> = { readonly [Name in Names]: Handler<(typeof ROUTES)[Name]> }
