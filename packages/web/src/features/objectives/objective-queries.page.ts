import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type AnswerOf, call } from '../../api/call.page.ts'

export const objectiveQueries = {
  objectives: () =>
    queryOptions({ queryKey: ['objectives'], queryFn: ({ signal }) => call('readObjectives', { signal }) }),
  /** Waits noted at others, a page at a time. */
  waits: () =>
    infiniteQueryOptions({
      queryKey: ['observed-waits'],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        call('listObservedWaits', {
          query: { limit: 20, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        }),
      getNextPageParam: (page: AnswerOf<'listObservedWaits'>) => page.next ?? undefined,
    }),
}
