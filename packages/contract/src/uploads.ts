import { z } from 'zod'
import { id } from './parts.ts'
import { route } from './route.ts'

/** A file that was uploaded before, as a message takes it along. */
export const fileToSend = z.object({
  /** Id of the upload. */
  upload: id,
  /** As its writer calls it; only what is safe of it is kept. */
  name: z.string().max(20_000),
  /** Content type without parameters; bytes of no known type where it is none. */
  type: z.string().max(1_000).default(''),
})

export type FileToSend = z.infer<typeof fileToSend>

export const uploadRoutes = {
  keepUpload: route({
    method: 'PUT',
    path: '/uploads/:upload',
    who: 'tickets.write',
    says: 'Takes in a file, to be named by an answer or a note of the caller within 20 hours. The id is of the caller’s own making; the same bytes sent twice are one upload',
    params: z.object({ upload: id }),
    takes: 'bytes',
    answer: z.object({ id, size: z.number().int() }).meta({ id: 'Upload' }),
  }),
  dropUpload: route({
    method: 'DELETE',
    path: '/uploads/:upload',
    who: 'tickets.write',
    says: 'Drops a file that the caller uploaded and no message took along',
    params: z.object({ upload: id }),
  }),
} as const
