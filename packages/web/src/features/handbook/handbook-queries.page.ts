import type { Suggestion } from '@avow/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type AnswerOf, call } from '../../api/call.page.ts'

export const handbookQueries = {
  handbook: () => queryOptions({ queryKey: ['handbook'], queryFn: ({ signal }) => call('readHandbook', { signal }) }),
  /** What a version says differently from the one before it. */
  differences: (version: number) =>
    queryOptions({
      queryKey: ['versions', version, 'differences'],
      queryFn: ({ signal }) => call('compareVersions', { params: { version }, signal }),
    }),
  standing: (version: number) =>
    queryOptions({
      queryKey: ['standing', version],
      queryFn: ({ signal }) => call('readStanding', { params: { version }, signal }),
    }),
  opinions: () => queryOptions({ queryKey: ['opinions'], queryFn: ({ signal }) => call('countOpinions', { signal }) }),
  /** Of one clause, or of all. */
  suggestions: (of: { readonly clause?: string; readonly state?: Suggestion['state'] }) =>
    infiniteQueryOptions({
      queryKey: ['suggestions', of],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        call('listSuggestions', {
          query: { ...of, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        }),
      getNextPageParam: (page: AnswerOf<'listSuggestions'>) => page.next ?? undefined,
    }),
}
