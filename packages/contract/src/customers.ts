import { z } from 'zod'
import { id, personRef } from './parts.ts'
import { route } from './route.ts'

export const customerRoutes = {
  mergeCustomer: route({
    method: 'POST',
    path: '/customers/:id/merge',
    who: 'customers.merge',
    says: 'Says for good that a customer is another: their tickets and addresses become those of the other, who is answered. The logs keep whom they named',
    params: z.object({ id }),
    body: z.object({
      /** Id of the customer that they are. */
      into: id,
    }),
    answer: personRef,
  }),
} as const
