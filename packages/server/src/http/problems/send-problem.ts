import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../desk.ts'
import { problemOf } from './problem-of.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Answers an error with problem details; what was not foreseen goes to the log with its stack, under the same id. */
export function sendProblem(desk: Desk, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, retryAfter, isUnexpected } = problemOf(error, desk.publicUrl, request.id)
  const told = { request: request.id, method: request.method, route: request.routeOptions.url, code: problem.code }
  if (isUnexpected) desk.log.error({ ...told, error }, 'a request failed')
  else if (problem.status === 401 || problem.status === 403) desk.log.info(told, 'access was denied')
  else if (problem.status >= 500) desk.log.warn({ ...told, error }, 'a request was put off')
  if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter)
  return reply.code(problem.status).type(PROBLEM_TYPE).header('cache-control', 'no-store').send(JSON.stringify(problem))
}
