import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'

export const improvementsQuery = () =>
  queryOptions({ queryKey: ['improvements'], queryFn: ({ signal }) => call('readImprovements', { signal }) })
