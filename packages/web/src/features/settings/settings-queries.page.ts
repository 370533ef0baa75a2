import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

export const settingsQueries = {
  company: () => queryOptions({ queryKey: ['company'], queryFn: ({ signal }) => call('readCompany', { signal }) }),
  addresses: () =>
    queryOptions({ queryKey: ['addresses'], queryFn: ({ signal }) => call('listAddresses', { signal }) }),
}
