import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

export const draftQueries = {
  list: () => queryOptions({ queryKey: ['drafts'], queryFn: ({ signal }) => call('listDrafts', { signal }) }),
  one: (id: string) =>
    queryOptions({ queryKey: ['draft', id], queryFn: ({ signal }) => call('readDraft', { params: { id }, signal }) }),
  versions: () => queryOptions({ queryKey: ['versions'], queryFn: ({ signal }) => call('listVersions', { signal }) }),
  /** A published version never changes. */
  version: (version: number) =>
    queryOptions({
      queryKey: ['version', version],
      queryFn: ({ signal }) => call('readVersion', { params: { version }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}
