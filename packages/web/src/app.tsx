import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { isProblem } from './api/problem-error.ts'
import { queries } from './api/queries.page.ts'
import { makeQueryClient } from './api/query-client.page.ts'
import { MeProvider } from './features/people/me.tsx'
import { SignIn } from './features/people/sign-in.tsx'
import { LiveTickets } from './features/tickets/live-tickets.tsx'
import { router } from './routes.tsx'
import { PreferencesProvider } from './start/preferences.tsx'
import { Announcer } from './ui/announcer.tsx'
import { Loading, Trouble } from './ui/standing-in.tsx'

const client = makeQueryClient()

/** The desk: what it is drawn with, and who is signed in. */
export function App({ first }: Pick<ComponentProps<typeof PreferencesProvider>, 'first'>) {
  return (
    <PreferencesProvider first={first}>
      <QueryClientProvider client={client}>
        <Announcer>
          <Gate />
        </Announcer>
      </QueryClientProvider>
    </PreferencesProvider>
  )
}

function Gate() {
  const { data: me, error, refetch } = useQuery(queries.me())
  if (me === null || isProblem(error, 'not-signed-in')) return <SignIn />
  if (me !== undefined)
    return (
      <MeProvider me={me}>
        <LiveTickets />
        <RouterProvider router={router} />
      </MeProvider>
    )
  return error === null ? <Loading /> : <Trouble error={error} again={refetch} />
}
