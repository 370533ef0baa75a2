import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type AnswerOf, call } from '../../api/call.page.ts'
import { setServerClock } from '../../time/clock.page.ts'
import type { BreachFilters, FilterName } from './breach-filters.ts'

/** Broken promises under filters, a page at a time. */
export const breachList = (filters: BreachFilters) =>
  infiniteQueryOptions({
    queryKey: ['breaches', 'list', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: 30, ...(pageParam === undefined ? {} : { cursor: pageParam }) }
      const page = await call('listBreaches', { query, signal })
      setServerClock(page.now)
      return page
    },
    getNextPageParam: (page: AnswerOf<'listBreaches'>) => page.next ?? undefined,
  })

/** How many broke, by one thing; under the filters for the other things, so that its own alternatives stay to be seen. */
export const breachTotals = (by: FilterName, filters: BreachFilters) => {
  const { [by]: _, ...others } = filters
  return queryOptions({
    queryKey: ['breaches', 'totals', by, others],
    queryFn: ({ signal }) => call('countBreaches', { query: { ...others, by }, signal }),
  })
}
