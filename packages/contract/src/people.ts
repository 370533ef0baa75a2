import { z } from 'zod'
import { id, instant, json, language, listOf, mailAddress, properName } from './parts.ts'
import { PERMISSIONS, ROLES } from './permissions.ts'
import { route } from './route.ts'

export const role = z.enum(ROLES)
export const permission = z.enum(PERMISSIONS)

export const workspace = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    zone: z.string(),
    languages: z.array(z.string()),
    has_demo: z.boolean(),
  })
  .meta({ id: 'Workspace' })

/** From when until when somebody of the desk is away, and who stands in for them. */
export const absence = z.object({ from: instant, until: instant, deputy: id.nullable() }).meta({ id: 'Absence' })

export const staffPerson = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    team: z.string().nullable(),
    language: z.string().nullable(),
    positions: z.array(z.string()),
    roles: z.array(role),
    /** They are away, or will be; null where nothing is known of that. */
    away: absence.nullable(),
    /** Can no longer sign in to this workspace. */
    is_disabled: z.boolean().optional(),
    /** What customers write on their tickets is mailed to them; told to themselves alone. */
    is_mailed_messages: z.boolean().optional(),
  })
  .meta({ id: 'StaffPerson' })

export const me = z
  .object({
    /** Null for an API key. */
    person: staffPerson.nullable(),
    roles: z.array(role),
    permissions: z.array(permission),
    workspace,
    workspaces: z.array(z.object({ slug: z.string(), name: z.string() })),
  })
  .meta({ id: 'Me' })

export const notice = z
  .object({
    id,
    code: z.string(),
    ticket: z.number().int().nullable(),
    data: z.record(z.string(), json),
    created_at: instant,
    read_at: instant.nullable(),
  })
  .meta({ id: 'Notice' })

export const apiKey = z
  .object({ id, name: z.string(), roles: z.array(role), created_at: instant, revoked_at: instant.nullable() })
  .meta({ id: 'ApiKey' })

export type Me = z.infer<typeof me>
export type Absence = z.infer<typeof absence>
export type StaffPerson = z.infer<typeof staffPerson>
export type Notice = z.infer<typeof notice>

export const peopleRoutes = {
  readMe: route({ method: 'GET', path: '/me', who: 'member', says: 'Who calls, and what they may do', answer: me }),
  changeMe: route({
    method: 'PATCH',
    path: '/me',
    who: 'member',
    says: 'The caller’s own name, the language that they are written to in, and whether they are mailed what customers write on their tickets; when they are `away` (null: not at all). A key is nobody: `not-found`',
    body: z.object({
      name: properName.optional(),
      language: language.nullable().optional(),
      is_mailed_messages: z.boolean().optional(),
      away: absence.nullable().optional(),
    }),
    answer: staffPerson,
  }),
  listStaff: route({
    method: 'GET',
    path: '/staff',
    who: 'people.read',
    says: 'The people of the desk',
    answer: listOf(staffPerson),
  }),
  addStaff: route({
    method: 'POST',
    path: '/staff',
    who: 'people.manage',
    says: 'Another person of the desk, with a password to sign in first',
    status: 201,
    body: z.object({
      name: properName,
      email: mailAddress,
      password: z.string().min(12).max(128),
      roles: z.array(role).min(1),
      team: z.string().max(100).nullable().default(null),
      language: z.string().max(35).nullable().default(null),
    }),
    answer: staffPerson,
  }),
  changeStaff: route({
    method: 'PATCH',
    path: '/staff/:id',
    who: 'people.manage',
    says: 'Roles, team and positions of a person; disabled ends their sessions',
    params: z.object({ id }),
    body: z.object({
      roles: z.array(role).optional(),
      team: z.string().max(100).nullable().optional(),
      positions: z.array(z.string().max(100)).optional(),
      disabled: z.boolean().optional(),
    }),
    answer: staffPerson,
  }),
  changeAbsence: route({
    method: 'PATCH',
    path: '/staff/:id/absence',
    who: 'teams.manage',
    says: 'When a person is away, and who stands in: what they have open with a running promise goes there, else back to the team; null: not at all. One’s own: `PATCH /me`',
    params: z.object({ id }),
    body: z.object({ away: absence.nullable() }),
    answer: staffPerson,
  }),
  listNotices: route({
    method: 'GET',
    path: '/notices',
    who: 'member',
    says: 'What the caller was told by escalation',
    answer: listOf(notice),
  }),
  readNotice: route({
    method: 'POST',
    path: '/notices/:id/read',
    who: 'member',
    says: 'Marks a notice as read',
    status: 204,
    params: z.object({ id }),
  }),
  listApiKeys: route({
    method: 'GET',
    path: '/api-keys',
    who: 'keys.manage',
    says: 'The keys of the workspace, without their secrets',
    answer: listOf(apiKey),
  }),
  createApiKey: route({
    method: 'POST',
    path: '/api-keys',
    who: 'keys.manage',
    says: 'A new key; its secret is shown this once. No role beyond the caller’s own',
    status: 201,
    body: z.object({ name: z.string().trim().min(1).max(100), roles: z.array(role).min(1) }),
    answer: apiKey.extend({ secret: z.string() }),
  }),
  revokeApiKey: route({
    method: 'DELETE',
    path: '/api-keys/:id',
    who: 'keys.manage',
    says: 'Ends a key at once',
    status: 204,
    params: z.object({ id }),
  }),
} as const
