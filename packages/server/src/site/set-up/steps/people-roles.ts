import type { Role } from '@avow/contract'

/** What somebody may do, as the roles that it takes. */
export const ROLES_OF: Readonly<Record<'agent' | 'lead' | 'charter' | 'admin' | 'viewer', readonly Role[]>> = {
  agent: ['agent'],
  lead: ['lead'],
  charter: ['lead', 'author', 'approver'],
  admin: ['admin'],
  viewer: ['viewer'],
}
export const ROLE_NAMES = ['agent', 'lead', 'charter', 'admin', 'viewer'] as const
export type RoleName = (typeof ROLE_NAMES)[number]

/** Those of every charter to begin with. */
export const POSITIONS = ['agent', 'team-lead', 'head-of-service'] as const
export type Position = (typeof POSITIONS)[number]

/** The ones that approve changes of it. */
const APPROVERS: readonly Position[] = ['team-lead', 'head-of-service']

export function isApproving(position: string): boolean {
  return APPROVERS.some((each) => each === position)
}

/**
 * The positions that somebody is added with: those that were ticked, and for a lead of the charter one that approves,
 * since the role alone would let them approve nothing.
 */
export function positionsFor(role: RoleName, ticked: readonly string[]): readonly string[] {
  if (role !== 'charter' || ticked.some(isApproving)) return ticked
  return [...ticked, ...POSITIONS.filter(isApproving).slice(0, 1)]
}

/** The choice that gives these roles; undefined where they were put together elsewhere. */
export function roleNameOf(roles: readonly Role[]): RoleName | undefined {
  return ROLE_NAMES.find((name) => {
    const needed = ROLES_OF[name]
    return needed.length === roles.length && needed.every((role) => roles.includes(role))
  })
}
