import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { desk } from './api/call.page.ts'
import { readBreachFilters } from './features/breaches/breach-filters.ts'
import { readInboundFilters, readOutgoingFilters } from './features/mail/mail-filters.ts'
import { readStanceFilter } from './features/objectives/stance-filter.ts'
import { readSkippedFilters } from './features/procedures/skipped-filters.ts'
import { readGrantState } from './features/remedies/grant-states.ts'
import { readView } from './features/tickets/views.ts'
import { withWords } from './messages/load-catalogue.ts'
import { root } from './root-route.tsx'
import { settingsRoutes } from './settings-routes.tsx'
import { Loading, Trouble } from './ui/standing-in.tsx'

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
  component: lazyRouteComponent(
    withWords(['remedies', 'procedures'], () => import('./features/tickets/ticket-screen.tsx')),
    'TicketScreen',
  ),
})

const newTicket = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyRouteComponent(() => import('./features/tickets/new-ticket-screen.tsx'), 'NewTicketScreen'),
})

const mail = createRoute({
  getParentRoute: () => root,
  path: '/mail',
  validateSearch: readInboundFilters,
  component: lazyRouteComponent(
    withWords('mail-health', () => import('./features/mail/inbound-screen.tsx')),
    'InboundScreen',
  ),
})

const outgoing = createRoute({
  getParentRoute: () => root,
  path: '/mail/ours',
  validateSearch: readOutgoingFilters,
  component: lazyRouteComponent(
    withWords('mail-health', () => import('./features/mail/outgoing-screen.tsx')),
    'OutgoingScreen',
  ),
})

const grants = createRoute({
  getParentRoute: () => root,
  path: '/grants',
  validateSearch: readGrantState,
  component: lazyRouteComponent(
    withWords('remedies', () => import('./features/remedies/grants-screen.tsx')),
    'GrantsScreen',
  ),
})

const broken = createRoute({
  getParentRoute: () => root,
  path: '/broken',
  validateSearch: readBreachFilters,
  component: lazyRouteComponent(
    withWords('breaches', () => import('./features/breaches/broken-screen.tsx')),
    'BrokenScreen',
  ),
})

const handbook = createRoute({
  getParentRoute: () => root,
  path: '/handbook',
  component: lazyRouteComponent(
    withWords(['handbook', 'remedies', 'ladders'], () => import('./features/handbook/handbook-screen.tsx')),
    'HandbookScreen',
  ),
})

const skipped = createRoute({
  getParentRoute: () => root,
  path: '/handbook/skipped',
  validateSearch: readSkippedFilters,
  component: lazyRouteComponent(
    withWords(['procedures', 'remedies'], () => import('./features/procedures/skipped-screen.tsx')),
    'SkippedScreen',
  ),
})

const changes = createRoute({
  getParentRoute: () => root,
  path: '/charter/changes',
  component: lazyRouteComponent(
    withWords(['handbook', 'remedies'], () => import('./features/handbook/changes-screen.tsx')),
    'ChangesScreen',
  ),
})

const versions = createRoute({
  getParentRoute: () => root,
  path: '/charter/versions',
  component: lazyRouteComponent(
    withWords('handbook', () => import('./features/handbook/versions-screen.tsx')),
    'VersionsScreen',
  ),
})

const version = createRoute({
  getParentRoute: () => root,
  path: '/charter/versions/$version',
  params: {
    parse: ({ version }) => ({ version: Number(version) }),
    stringify: ({ version }) => ({ version: String(version) }),
  },
  component: lazyRouteComponent(
    withWords(['handbook', 'remedies', 'findings'], () => import('./features/handbook/version-screen.tsx')),
    'VersionScreen',
  ),
})

const objectives = createRoute({
  getParentRoute: () => root,
  path: '/charter/objectives',
  validateSearch: readStanceFilter,
  component: lazyRouteComponent(
    withWords('objectives', () => import('./features/objectives/objectives-screen.tsx')),
    'ObjectivesScreen',
  ),
})

const improvements = createRoute({
  getParentRoute: () => root,
  path: '/charter/improvements',
  component: lazyRouteComponent(
    withWords('improvements', () => import('./features/improvements/improvements-screen.tsx')),
    'ImprovementsScreen',
  ),
})

const law = createRoute({
  getParentRoute: () => root,
  path: '/charter/law',
  component: lazyRouteComponent(
    withWords('law', () => import('./features/law/law-screen.tsx')),
    'LawScreen',
  ),
})

const direction = createRoute({
  getParentRoute: () => root,
  path: '/charter/direction',
  component: lazyRouteComponent(
    withWords('direction', () => import('./features/direction/direction-screen.tsx')),
    'DirectionScreen',
  ),
})

const health = createRoute({
  getParentRoute: () => root,
  path: '/charter/health',
  component: lazyRouteComponent(
    withWords('health', () => import('./features/health/health-screen.tsx')),
    'HealthScreen',
  ),
})

const templates = createRoute({
  getParentRoute: () => root,
  path: '/charter/templates',
  component: lazyRouteComponent(
    withWords(['templates', 'handbook', 'law'], () => import('./features/templates/templates-screen.tsx')),
    'TemplatesScreen',
  ),
})

const suggestions = createRoute({
  getParentRoute: () => root,
  path: '/charter/suggestions',
  component: lazyRouteComponent(
    withWords('handbook', () => import('./features/handbook/suggestions-screen.tsx')),
    'SuggestionsScreen',
  ),
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/charter/drafts',
  component: lazyRouteComponent(
    withWords(['studio', 'handbook'], () => import('./features/drafts/drafts-screen.tsx')),
    'DraftsScreen',
  ),
})

const studio = createRoute({
  getParentRoute: () => root,
  path: '/charter/drafts/$draft',
  component: lazyRouteComponent(
    withWords(
      ['studio', 'findings', 'handbook', 'law', 'ladders', 'templates'],
      () => import('./features/drafts/studio-screen.tsx'),
    ),
    'StudioScreen',
  ),
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

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    tickets.addChildren([nothingChosen, ticket]),
    newTicket,
    mail,
    outgoing,
    grants,
    broken,
    handbook,
    skipped,
    changes,
    versions,
    version,
    suggestions,
    objectives,
    improvements,
    direction,
    law,
    health,
    templates,
    drafts,
    studio,
    attention,
    people,
    apiKeys,
    ...settingsRoutes,
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
