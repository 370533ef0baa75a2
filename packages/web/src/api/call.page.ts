import { ROUTES } from 'virtual:routes'
import type { Problem, Route, ROUTES as Table } from '@avow/contract'
import type { z } from 'zod'
import { ProblemError, Unreachable } from './problem-error.ts'
import { readDeskPath } from './workspace-path.ts'

export type RouteName = keyof typeof Table

type In<S> = S extends z.ZodType ? z.input<S> : never
type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = R[Name] extends z.ZodType
  ? Record<string, never> extends In<R[Name]>
    ? { readonly [N in Name]?: In<R[Name]> }
    : { readonly [N in Name]: In<R[Name]> }
  : { readonly [N in Name]?: never }

/** What a route is called with; `key`: the same for every try of one deed, so that it happens once. */
export type Given<R extends Route> = Part<R, 'params'> &
  Part<R, 'query'> &
  Part<R, 'body'> & { readonly key?: string; readonly signal?: AbortSignal }

export type AnswerOf<Name extends RouteName> = (typeof Table)[Name] extends {
  readonly answer: infer S extends z.ZodType
}
  ? z.output<S>
  : undefined

export const desk = readDeskPath(location.pathname)

/** Calls a route of the contract. Throws a ProblemError for what the server refuses, Unreachable without an answer. */
export async function call<Name extends RouteName>(
  name: Name,
  given: Given<(typeof Table)[Name]>,
): Promise<AnswerOf<Name>> {
  const answer = await ask(name, given, 'application/json')
  // The parser of answers: their shape is the contract's, which the server checks before it sends them.
  return (answer.status === 204 ? undefined : await answer.json()) as AnswerOf<Name>
}

/** The same for a route that answers with bytes. */
export async function callForBytes<Name extends RouteName>(
  name: Name,
  given: Given<(typeof Table)[Name]>,
): Promise<Blob> {
  return (await ask(name, given, '*/*')).blob()
}

async function ask<Name extends RouteName>(
  name: Name,
  given: Given<(typeof Table)[Name]>,
  accept: string,
): Promise<Response> {
  const { method } = ROUTES[name]
  const { body, signal, key }: { body?: unknown; signal?: AbortSignal; key?: string } = given
  const headers = new Headers({ Accept: accept })
  if (desk.workspace !== undefined) headers.set('Avow-Workspace', desk.workspace)
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (method === 'POST') headers.set('Idempotency-Key', key ?? newKey())
  const answer = await fetch(addressOf(name, given), {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error
    throw new Unreachable(error)
  })
  if (!answer.ok) throw await refusalOf(answer)
  return answer
}

/** The address of a route, for a link or a stream. */
export function addressOf(name: RouteName, given: { readonly params?: unknown; readonly query?: unknown }): string {
  const params = new Map<string, unknown>(Object.entries(given.params ?? {}))
  const path = ROUTES[name].path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(String(params.get(part))))
  const query = new URLSearchParams()
  const wanted: readonly [string, unknown][] = Object.entries(given.query ?? {})
  for (const [key, value] of wanted) if (value !== undefined) query.set(key, String(value))
  return `/api/v1${path}${query.size > 0 ? `?${query}` : ''}`
}

/** An address of bytes for a link, which carries no header: the workspace is named in it. */
export function linkTo(name: RouteName, params: object, workspace: string, query: object = {}): string {
  return addressOf(name, { params, query: { ...query, workspace } })
}

/** A key for one deed: 128 random bits. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What an answer says was refused. */
export async function refusalOf(answer: Response): Promise<Error> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    // The parser of refusals: problem details of the contract.
    return new ProblemError(body as Problem)
  }
  return new Unreachable(`status ${answer.status}`)
}
