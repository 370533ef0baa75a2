import type { ProblemCode } from '@avow/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../db/index.ts'
import type { Desk } from '../desk.ts'
import { pageLanguages } from '../features/workspaces/index.ts'
import { isDatabaseAway } from '../http/problems/index.ts'
import { Refusal } from '../refusal.ts'
import { isLanguage, LANGUAGES, preferred } from './languages.ts'
import { LinkExpired, PageNotFound, TooOften } from './page-problems.ts'
import { type PageProblem, PROBLEM_STATUS, problemPage } from './pages/problem-page.ts'
import { sendPage } from './send.ts'
import { tongueOf } from './tongue.ts'
import { type PageParams, type Visit, visitOf } from './visit.ts'

/** A page that says what went wrong, in the reader’s language; works without the database too. */
export async function answerProblem(
  desk: Desk,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = problemOf(error)
  // Addresses of requests are keys: the log does not get them.
  if (problem === 'unexpected' || problem === 'away') desk.log.error({ err: error }, 'a public page failed')
  const waitMs = error instanceof TooOften ? error.waitMs : undefined
  const visit = (await visitFor(desk, request).catch(() => undefined)) ?? strangersVisit(request)
  if (waitMs !== undefined) reply.header('retry-after', Math.ceil(waitMs / 1000))
  if (problem === 'away') reply.header('retry-after', 10)
  return sendPage(reply, problemPage(visit, problem, waitMs), PROBLEM_STATUS[problem])
}

/** The same for an address that nothing serves. */
export function answerNotFound(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return answerProblem(desk, new PageNotFound(), request, reply)
}

/** What API callers are refused with, as a page. */
const OF_REFUSALS: Partial<Record<ProblemCode, PageProblem>> = {
  'not-found': 'not-found',
  'link-expired': 'expired',
  'too-many': 'too-many',
  'no-pdf': 'no-pdf',
  'pdf-failed': 'pdf-failed',
  'database-away': 'away',
  stopping: 'away',
  unexpected: 'unexpected',
}

function problemOf(error: unknown): PageProblem {
  if (error instanceof PageNotFound) return 'not-found'
  if (error instanceof LinkExpired) return 'expired'
  if (error instanceof TooOften) return 'too-many'
  if (error instanceof Refusal) return OF_REFUSALS[error.code] ?? 'bad-request'
  if (isDatabaseAway(error)) return 'away'
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status < 500 ? 'bad-request' : 'unexpected'
}

/** Of an address that matched a page the parameters are known; of another they are guessed from its beginning. */
function visitFor(desk: Desk, request: FastifyRequest): Promise<Visit | undefined> {
  const languagesOf = (workspace: string) => transaction(desk.store, { workspace }, pageLanguages)
  const known = request as FastifyRequest<{ Params: PageParams }>
  return visitOf(desk, known, '', languagesOf)
}

/** A visit of nobody’s pages. */
function strangersVisit(request: FastifyRequest): Visit {
  const first = request.url.split(/[/?]/)[1] ?? ''
  const language = isLanguage(first) ? first : preferred(request.headers['accept-language'], LANGUAGES)
  return {
    workspace: { id: '', name: '', zone: 'UTC' },
    root: '',
    tongue: tongueOf(language),
    languages: [language],
    path: '',
    to: (path) => path || '/',
  }
}
