/** What one may do in Avow. Routes name permissions; roles are lists of them. */
export const PERMISSIONS = [
  'tickets.read',
  'tickets.write',
  'tickets.assign',
  'tickets.create',
  'customers.merge',
  'mail.read',
  'mail.manage',
  'charter.read',
  'charter.write',
  'charter.approve',
  'charter.standing',
  'remedies.grant',
  'remedies.review',
  'breaches.correct',
  'audit.read',
  'people.read',
  'people.manage',
  'teams.manage',
  'keys.manage',
  'workspace.manage',
  'workspace.export',
  'metrics.read',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['viewer', 'agent', 'lead', 'author', 'approver', 'admin'] as const

export type Role = (typeof ROLES)[number]

const VIEWER: readonly Permission[] = ['tickets.read', 'charter.read', 'people.read']
const AGENT: readonly Permission[] = [
  ...VIEWER,
  'tickets.write',
  'tickets.assign',
  'tickets.create',
  'mail.read',
  'remedies.grant',
]
const LEAD: readonly Permission[] = [
  ...AGENT,
  'customers.merge',
  'mail.manage',
  'teams.manage',
  'workspace.export',
  'charter.standing',
  'remedies.review',
  'breaches.correct',
  'audit.read',
]

export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  agent: AGENT,
  lead: LEAD,
  author: [...VIEWER, 'charter.write', 'charter.standing', 'remedies.review'],
  approver: [...VIEWER, 'charter.approve'],
  admin: PERMISSIONS,
}

/** The permissions of somebody with these roles. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => PERMISSIONS_OF[role]))
}

/** May somebody with these permissions give those roles? Nobody gives what they may not do. */
export function mayGive(permissions: ReadonlySet<Permission>, roles: readonly Role[]): boolean {
  return [...permissionsOf(roles)].every((permission) => permissions.has(permission))
}

/** The roles among words that were read from elsewhere; unknown ones give nothing. */
export function rolesOf(words: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => words.includes(role))
}
