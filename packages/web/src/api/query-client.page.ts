import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem, Unreachable } from './problem-error.ts'

/** Answers of the server as the page knows them. A session that ended anywhere shows the sign-in everywhere. */
export function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (isProblem(error, 'not-signed-in')) client.setQueryData(['me'], null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof Unreachable && failures < 3,
      },
    },
  })
  return client
}
