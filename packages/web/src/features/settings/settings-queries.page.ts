import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

export const settingsQueries = {
  company: () => queryOptions({ queryKey: ['company'], queryFn: ({ signal }) => call('readCompany', { signal }) }),
  addresses: () =>
    queryOptions({ queryKey: ['addresses'], queryFn: ({ signal }) => call('listAddresses', { signal }) }),
  teams: () => queryOptions({ queryKey: ['teams'], queryFn: ({ signal }) => call('listTeams', { signal }) }),
  domains: () => queryOptions({ queryKey: ['domains'], queryFn: ({ signal }) => call('listMailDomains', { signal }) }),
  domainRecords: (domain: string) =>
    queryOptions({
      queryKey: ['domain-records', domain],
      queryFn: ({ signal }) => call('readMailDomainRecords', { params: { domain }, signal }),
      retry: false,
    }),
  servers: (address: string) =>
    queryOptions({
      queryKey: ['servers', address],
      queryFn: ({ signal }) => call('guessMailServers', { query: { address }, signal }),
      retry: false,
      staleTime: 600_000,
    }),
}
