import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from './messages/load-catalogue.ts'
import { root } from './root-route.tsx'

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/settings/you-screen.tsx')),
    'YouScreen',
  ),
})

const mailHealth = createRoute({
  getParentRoute: () => root,
  path: '/settings/mail',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/mail/mail-health-screen.tsx')),
    'MailHealthScreen',
  ),
})

const company = createRoute({
  getParentRoute: () => root,
  path: '/settings/company',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/settings/company-screen.tsx')),
    'CompanyScreen',
  ),
})

const addresses = createRoute({
  getParentRoute: () => root,
  path: '/settings/addresses',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/settings/addresses-screen.tsx')),
    'AddressesScreen',
  ),
})

const teams = createRoute({
  getParentRoute: () => root,
  path: '/settings/teams',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/settings/teams-screen.tsx')),
    'TeamsScreen',
  ),
})

const domains = createRoute({
  getParentRoute: () => root,
  path: '/settings/domains',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health', 'mail-keys'], () => import('./features/settings/domains-screen.tsx')),
    'DomainsScreen',
  ),
})

const mailSignIn = createRoute({
  getParentRoute: () => root,
  path: '/settings/mail-sign-in',
  component: lazyRouteComponent(
    withWords(['settings', 'mail-health'], () => import('./features/settings/mail-sign-in-screen.tsx')),
    'MailSignInScreen',
  ),
})

/** The screens of what a person and a company set. */
export const settingsRoutes = [settings, mailHealth, company, addresses, teams, domains, mailSignIn] as const
