import { randomUUID } from 'node:crypto'
import { ROUTES } from '@avow/contract'
import type { z } from 'zod'

type Routes = typeof ROUTES
export type RouteName = keyof Routes
type Answer<N extends RouteName> = Routes[N] extends { answer: infer S extends z.ZodType } ? z.output<S> : undefined

export interface Call {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: object
  /** Idempotency-Key; a new one for each POST where left out. */
  readonly once?: string
}

/** The API of a desk, called with a key. */
export interface DeskApi {
  /** Any answer, as it came. */
  ask(name: RouteName, call?: Call): Promise<Response>
  /** The answer, read by the contract. Throws where it is an error. */
  call<N extends RouteName>(name: N, call?: Call): Promise<Answer<N>>
}

/** `url`: where the desk answers, asked anew for each call. */
export function apiOf(url: () => string, key: string): DeskApi {
  const api: DeskApi = {
    ask(name, { params = {}, query = {}, body, once = randomUUID() } = {}) {
      const { method, path } = ROUTES[name]
      const filled = path.replaceAll(/:(\w+)/g, (_, word: string) => encodeURIComponent(params[word] ?? ''))
      const words = new URLSearchParams(
        Object.entries(query).map(([word, value]): [string, string] => [word, String(value)]),
      )
      return fetch(`${url()}/api/v1${filled}?${words}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(method === 'POST' ? { 'idempotency-key': once } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
    async call(name, call) {
      const response = await api.ask(name, call)
      const text = await response.text()
      if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`)
      const route = ROUTES[name]
      // The shape is that of this very route, which the type of the answer is taken from.
      return ('answer' in route ? route.answer.parse(JSON.parse(text)) : undefined) as Answer<typeof name>
    },
  }
  return api
}

/** Every item of a list, page by page: `page` asks for the one behind a cursor. */
export async function allOf<Item>(
  page: (query: Record<string, string | number>) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const answer: { items: Item[]; next: string | null } = await page({
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    })
    items.push(...answer.items)
    cursor = answer.next
  }
  return items
}
