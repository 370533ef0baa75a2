import { infiniteQueryOptions } from '@tanstack/react-query'
import { type AnswerOf, call } from '../../api/call.page.ts'
import type { SkippedFilters } from './skipped-filters.ts'

/** Skipped steps under filters, a page at a time. */
export const skippedList = (filters: SkippedFilters) =>
  infiniteQueryOptions({
    queryKey: ['skipped-steps', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }
      return call('listSkippedSteps', { query, signal })
    },
    getNextPageParam: (page: AnswerOf<'listSkippedSteps'>) => page.next ?? undefined,
  })
