import { z } from 'zod'
import { id, LANGUAGES, listOf } from './parts.ts'
import { route } from './route.ts'

/** What a signature may have filled in: the name under which an answer leaves, and that of the team. */
export const SIGNATURE_PLACEHOLDERS = ['name', 'team'] as const

const place = z.object({ id, address: z.string() })

export const team = z
  .object({
    name: z.string(),
    people: z.number().int(),
    /** From which its answers leave; null: from that of the ticket. */
    mailbox: place.nullable(),
    /** By language; plain text with `{name}` and `{team}`. */
    signatures: z.partialRecord(z.enum(LANGUAGES), z.string()),
    /** Acknowledgements are signed too, in the name of the mailbox. */
    signs_automatic: z.boolean(),
  })
  .meta({ id: 'Team' })

export type Team = z.infer<typeof team>

export const teamRoutes = {
  listTeams: route({
    method: 'GET',
    path: '/teams',
    who: 'teams.manage',
    says: 'The teams of the desk, from which address each answers and how it signs; and the addresses there are',
    answer: listOf(team).extend({ addresses: z.array(place) }),
  }),
  setTeam: route({
    method: 'POST',
    path: '/teams',
    who: 'teams.manage',
    says: 'From which address a team answers, and its signatures: `{name}` and `{team}` are filled in. A mailbox is one team’s own',
    body: z.object({
      /** Of a team that somebody belongs to, that has a ticket, or of which something is set. */
      name: z.string().min(1).max(100),
      mailbox: id.nullable(),
      signatures: z.partialRecord(z.enum(LANGUAGES), z.string().max(500)),
      signs_automatic: z.boolean(),
    }),
    answer: team,
  }),
} as const
