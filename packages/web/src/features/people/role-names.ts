import type { Role } from '@avow/contract'

/** From those who only look to those who may do all. */
export const ROLE_NAMES = ['viewer', 'agent', 'lead', 'author', 'approver', 'admin'] as const satisfies readonly Role[]
