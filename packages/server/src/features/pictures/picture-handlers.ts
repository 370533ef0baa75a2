import type { pictureRoutes } from '@avow/contract'
import type { Handlers } from '../../http/handler.ts'
import { loadPicture } from './load-picture.ts'

export const pictureHandlers: Handlers<keyof typeof pictureRoutes> = {
  readPicture: ({ access: { workspace }, params, signal }, { store, outward }) =>
    loadPicture(store, params, { workspace, outward, signal }),
}
