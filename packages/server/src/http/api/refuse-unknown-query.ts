import type { Route } from '@avow/contract'
import { nearest } from '@avow/core'
import { z } from 'zod'
import { Refusal } from '../../refusal.ts'

/** Refuses `bad-request` for a name in the query that the route does not read: a filter that is misspelt must not be passed over. */
export function refuseUnknownQuery({ query, bytes }: Route, given: unknown): void {
  const known = [...(query instanceof z.ZodObject ? Object.keys(query.shape) : []), ...(bytes ? ['workspace'] : [])]
  const unknown = Object.keys(typeof given === 'object' && given !== null ? given : {}).filter(
    (name) => !known.includes(name),
  )
  const [first] = unknown
  if (first === undefined) return
  const near = nearest(first, known, { left: 1000 })
  const hint = near === undefined ? `It reads: ${known.join(', ') || 'nothing'}.` : `Did you mean “${near}”?`
  throw new Refusal('bad-request', `The query has “${first.slice(0, 100)}”, which is not read here. ${hint}`, {
    at: unknown.slice(0, 20).map((name) => ({ path: name.slice(0, 100), message: 'is not read here' })),
  })
}
