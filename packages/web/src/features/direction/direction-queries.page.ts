import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

export const directionQuery = () =>
  queryOptions({ queryKey: ['direction'], queryFn: ({ signal }) => call('readDirection', { signal }) })
