import type { Forwarding, Grant, ViewName } from '@avow/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { setServerClock } from '../time/clock.page.ts'
import { call } from './call.page.ts'

const A_MINUTE = 60_000

export const queries = {
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({ signal }) => call('readMe', { signal }),
      staleTime: 10 * A_MINUTE,
    }),
  views: () => queryOptions({ queryKey: ['views'], queryFn: ({ signal }) => call('countViews', { signal }) }),
  tickets: (view: ViewName) =>
    infiniteQueryOptions({
      queryKey: ['tickets', view],
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ pageParam, signal }) => {
        const page = await call('listTickets', {
          query: { view, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          signal,
        })
        setServerClock(page.now)
        return page
      },
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  ticket: (number: number) =>
    queryOptions({
      queryKey: ['ticket', number],
      queryFn: async ({ signal }) => {
        const ticket = await call('readTicket', { params: { number }, signal })
        setServerClock(ticket.now)
        return ticket
      },
    }),
  /** Under the key of its ticket: what changes that changes what may be offered. */
  remedies: (number: number) =>
    queryOptions({
      queryKey: ['ticket', number, 'remedies'],
      queryFn: ({ signal }) => call('readRemedies', { params: { number }, signal }),
    }),
  /** Under the key of its ticket: whatever happens on it may be a stage. */
  complaint: (number: number) =>
    queryOptions({
      queryKey: ['ticket', number, 'complaint'],
      queryFn: ({ signal }) => call('readComplaint', { params: { number }, signal }),
    }),
  /** Under the key of its ticket: whatever happens on it may be a step. */
  procedures: (number: number) =>
    queryOptions({
      queryKey: ['ticket', number, 'procedures'],
      queryFn: ({ signal }) => call('readProcedures', { params: { number }, signal }),
    }),
  /** Under the key of its ticket, too: who has it decides who signs. */
  answering: (number: number) =>
    queryOptions({
      queryKey: ['ticket', number, 'answering'],
      queryFn: ({ signal }) => call('readAnswering', { params: { number }, signal }),
    }),
  /** `to`: addresses, parted by commas. `language`: of the words around, where it is not the ticket's. */
  forwarding: (number: number, to: string, language?: Forwarding['language']) =>
    queryOptions({
      queryKey: ['ticket', number, 'forwarding', to, language],
      queryFn: ({ signal }) =>
        call('readForwarding', {
          params: { number },
          query: { to, ...(language === undefined ? {} : { language }) },
          signal,
        }),
    }),
  grants: (state: Grant['state']) =>
    infiniteQueryOptions({
      queryKey: ['grants', state],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam: cursor, signal }) =>
        call('listGrants', { query: { state, ...(cursor === undefined ? {} : { cursor }) }, signal }),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  exceptions: (review: 'open' | 'suggested' | 'set-aside') =>
    infiniteQueryOptions({
      queryKey: ['grants', 'exceptions', review],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam: cursor, signal }) =>
        call('listGrants', { query: { review, ...(cursor === undefined ? {} : { cursor }) }, signal }),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  grantShare: () =>
    queryOptions({ queryKey: ['grants', 'share'], queryFn: ({ signal }) => call('readGrantShare', { signal }) }),
  grantCounts: () =>
    queryOptions({ queryKey: ['grants', 'counts'], queryFn: ({ signal }) => call('countGrants', { signal }) }),
  /** Under the key of the other questions about broken promises: what changes those may change it. */
  freshBreaches: () =>
    queryOptions({ queryKey: ['breaches', 'fresh'], queryFn: ({ signal }) => call('countFreshBreaches', { signal }) }),
  /** The version in force, or that of a hash, which never changes. */
  charter: (hash: string | undefined) =>
    queryOptions({
      queryKey: ['charter', hash ?? 'in force'],
      queryFn: ({ signal }) => call('readCharter', hash === undefined ? { signal } : { query: { hash }, signal }),
      staleTime: hash === undefined ? A_MINUTE : Number.POSITIVE_INFINITY,
    }),
  /** Clauses that changed for the reader: those to acknowledge, or all. */
  clauseNotices: (open: 'yes' | undefined) =>
    queryOptions({
      queryKey: ['clause-notices', open ?? 'all'],
      queryFn: ({ signal }) => call('listClauseNotices', open === undefined ? { signal } : { query: { open }, signal }),
    }),
  staff: () =>
    queryOptions({ queryKey: ['staff'], queryFn: ({ signal }) => call('listStaff', { signal }), staleTime: A_MINUTE }),
  notices: () => queryOptions({ queryKey: ['notices'], queryFn: ({ signal }) => call('listNotices', { signal }) }),
  attention: () =>
    queryOptions({ queryKey: ['attention'], queryFn: ({ signal }) => call('listAttention', { signal }) }),
  apiKeys: () => queryOptions({ queryKey: ['api-keys'], queryFn: ({ signal }) => call('listApiKeys', { signal }) }),
  mailHealth: () =>
    queryOptions({
      queryKey: ['mail', 'health'],
      queryFn: async ({ signal }) => {
        const health = await call('readMailHealth', { signal })
        setServerClock(health.now)
        return health
      },
      refetchInterval: A_MINUTE / 2,
    }),
  /** What came never changes. */
  mailContent: (id: string) =>
    queryOptions({
      queryKey: ['mail', 'content', id],
      queryFn: ({ signal }) => call('readMail', { params: { id }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  intake: () =>
    queryOptions({ queryKey: ['mail', 'intake'], queryFn: ({ signal }) => call('countIntake', { signal }) }),
}
