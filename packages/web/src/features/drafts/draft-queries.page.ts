import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

/** Public holidays of a country or region, of whole years. */
export interface HolidaysAsked {
  readonly country: string
  readonly region?: string | undefined
  readonly from: number
  readonly to: number
  /** Of the names. */
  readonly language: string
}

export const draftQueries = {
  list: () => queryOptions({ queryKey: ['drafts'], queryFn: ({ signal }) => call('listDrafts', { signal }) }),
  one: (id: string) =>
    queryOptions({ queryKey: ['draft', id], queryFn: ({ signal }) => call('readDraft', { params: { id }, signal }) }),
  /** What the checks warn of in the draft as of an edit. */
  warnings: (id: string, seq: number) =>
    queryOptions({
      queryKey: ['draft', id, 'warnings', seq],
      queryFn: ({ signal }) => call('listWarnings', { params: { id }, signal }),
    }),
  /**
   * What is in review, of this hash, against the version whose place it takes. Nothing that happens changes that: where another
   * version takes that place, it is to be submitted anew; and once it is published, there is nothing in review to ask for.
   */
  compared: (id: string, hash: string) =>
    queryOptions({
      queryKey: ['in-review', id, hash],
      queryFn: ({ signal }) => call('compareSubmission', { params: { id }, signal }),
    }),
  /** Whose suggestions it takes up. */
  credits: (id: string) =>
    queryOptions({
      queryKey: ['suggestions', 'credits', id],
      queryFn: ({ signal }) => call('listDraftCredits', { params: { id }, signal }),
    }),
  /** The last first. */
  trials: (id: string) =>
    queryOptions({
      queryKey: ['draft', id, 'trials'],
      queryFn: ({ signal }) => call('listTrials', { params: { id }, signal }),
    }),
  holidayCountries: () =>
    queryOptions({
      queryKey: ['holidays', 'countries'],
      queryFn: ({ signal }) => call('listHolidayCountries', { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  holidays: (query: HolidaysAsked) =>
    queryOptions({
      queryKey: ['holidays', query],
      queryFn: ({ signal }) => call('listHolidays', { query, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  versions: () => queryOptions({ queryKey: ['versions'], queryFn: ({ signal }) => call('listVersions', { signal }) }),
  /** A published version never changes. */
  version: (version: number) =>
    queryOptions({
      queryKey: ['version', version],
      queryFn: ({ signal }) => call('readVersion', { params: { version }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}
