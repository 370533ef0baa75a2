import { createRootRoute, Outlet } from '@tanstack/react-router'
import { Shell } from './features/workspaces/shell.tsx'

/** Around every screen of the desk. */
export const root = createRootRoute({ component: Shell, notFoundComponent: () => <Outlet /> })
