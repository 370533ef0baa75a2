import type { z } from 'zod'
import { Refusal, type RefusalDetails } from '../../refusal.ts'

const LONGEST_TYPED = 100
const MOST_PLACES = 20

/** Not said back, and so in no picture of the screen. */
const SECRET = /password|secret|token/i

/** What a part of a request says, as its shape reads it. Refuses `bad-request` with every place that does not fit. */
export function readShape(shape: z.ZodType, given: unknown, where: 'params' | 'query' | 'body'): unknown {
  const read = shape.safeParse(given)
  if (read.success) return read.data
  const at = read.error.issues.slice(0, MOST_PLACES).map((issue) => placeOf(issue, given))
  const first = at[0]
  throw new Refusal(
    'bad-request',
    `${PARTS[where]}: ${first?.path === '' ? '' : `${first?.path} `}${first?.message}.`,
    {
      at,
    },
  )
}

const PARTS = { params: 'The address', query: 'The query', body: 'The body' } as const

function placeOf({ path, message }: z.core.$ZodIssue, given: unknown): NonNullable<RefusalDetails['at']>[number] {
  const typed = path.some((name) => SECRET.test(String(name))) ? undefined : typedAt(given, path)
  return { path: path.join('.'), message, ...(typed === undefined ? {} : { typed }) }
}

function typedAt(given: unknown, path: readonly PropertyKey[]): string | undefined {
  let value = given
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = Reflect.get(value, name)
  }
  if (value === undefined) return undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST_TYPED ? `${text.slice(0, LONGEST_TYPED)}…` : text
}
