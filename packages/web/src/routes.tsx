import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { desk } from './api/call.page.ts'
import { readView } from './features/tickets/views.ts'
import { Shell } from './features/workspaces/shell.tsx'
import { Loading, Trouble } from './ui/standing-in.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: () => <Outlet /> })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tickets/$view', params: { view: 'all' } })
  },
})

/** The list stays as it is while one goes through its tickets. */
const tickets = createRoute({
  getParentRoute: () => root,
  path: '/tickets/$view',
  params: {
    parse: ({ view }) => ({ view: readView(view) }),
    stringify: ({ view }) => ({ view }),
  },
  component: lazyRouteComponent(() => import('./features/tickets/tickets-screen.tsx'), 'TicketsScreen'),
})

const nothingChosen = createRoute({
  getParentRoute: () => tickets,
  path: '/',
  component: lazyRouteComponent(() => import('./features/tickets/tickets-screen.tsx'), 'NothingChosen'),
})

const ticket = createRoute({
  getParentRoute: () => tickets,
  path: '/$number',
  params: {
    parse: ({ number }) => ({ number: Number(number) }),
    stringify: ({ number }) => ({ number: String(number) }),
  },
  component: lazyRouteComponent(() => import('./features/tickets/ticket-screen.tsx'), 'TicketScreen'),
})

const newTicket = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyRouteComponent(() => import('./features/tickets/new-ticket-screen.tsx'), 'NewTicketScreen'),
})

const mail = createRoute({
  getParentRoute: () => root,
  path: '/mail',
  component: lazyRouteComponent(() => import('./features/mail/inbound-screen.tsx'), 'InboundScreen'),
})

const outgoing = createRoute({
  getParentRoute: () => root,
  path: '/mail/ours',
  component: lazyRouteComponent(() => import('./features/mail/outgoing-screen.tsx'), 'OutgoingScreen'),
})

const attention = createRoute({
  getParentRoute: () => root,
  path: '/attention',
  component: lazyRouteComponent(() => import('./features/workspaces/attention-screen.tsx'), 'AttentionScreen'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./features/people/people-screen.tsx'), 'PeopleScreen'),
})

const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  component: lazyRouteComponent(() => import('./features/people/api-keys-screen.tsx'), 'ApiKeysScreen'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/workspaces/settings-screen.tsx'), 'SettingsScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    tickets.addChildren([nothingChosen, ticket]),
    newTicket,
    mail,
    outgoing,
    attention,
    people,
    apiKeys,
    settings,
  ]),
  basepath: desk.base,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultErrorComponent: ({ error, reset }) => (
    <Trouble error={error instanceof Error ? error : new Error(String(error))} again={reset} />
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
