import { z } from 'zod'
import { route } from './route.ts'

export const pictureRoutes = {
  readPicture: route({
    method: 'GET',
    path: '/tickets/:number/messages/:seq/pictures/:place',
    who: 'tickets.read',
    says: 'A picture that a mail shows from its sender’s server, fetched there by this server for who asks',
    params: z.object({
      number: z.coerce.number().int().positive(),
      seq: z.coerce.number().int().positive(),
      /** In the entry's `remote_images`, from 0. */
      place: z.coerce.number().int().nonnegative().max(1000),
    }),
    bytes: true,
  }),
} as const
