import { z } from 'zod'
import { route } from './route.ts'

export const slipRoutes = {
  readSlip: route({
    method: 'GET',
    path: '/tickets/:number/slip',
    who: 'tickets.write',
    says: 'A slip to print for the customer: the number, what is promised by when, and a link to follow it',
    params: z.object({ number: z.coerce.number().int().positive() }),
    query: z.object({ language: z.string().max(35).optional() }),
    bytes: true,
  }),
} as const
