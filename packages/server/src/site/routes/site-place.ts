import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Attempts } from '../../channels/form/index.ts'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { pageLanguages } from '../../features/workspaces/index.ts'
import { PageNotFound } from '../page-problems.ts'
import { type PageParams, type Visit, visitOf } from '../visit.ts'

/** One of the places under which the pages stand. */
export interface SitePlace {
  readonly site: FastifyInstance
  readonly desk: Desk
  /** What stands before the pages’ own paths, as a pattern. */
  readonly before: string
  readonly limits: {
    readonly requests: Attempts
    readonly messages: Attempts
    readonly files: Attempts
    readonly opinions: Attempts
    readonly prints: Attempts
  }
}

export type PageRequest<Params extends object = object> = FastifyRequest<{
  Params: PageParams & Params
  Querystring: Readonly<Record<string, string | undefined>>
}>

export type PageReply = FastifyReply

/** Whose page is asked for; `path` is its own address. Throws PageNotFound. */
export async function visitAt({ desk }: SitePlace, request: PageRequest, path: string): Promise<Visit> {
  const visit = await visitOf(desk, request, path, (workspace) => transaction(desk.store, { workspace }, pageLanguages))
  if (visit === undefined) throw new PageNotFound()
  return visit
}
