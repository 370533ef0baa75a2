import type { uploadRoutes } from '@avow/contract'
import type { Handlers } from '../../http/handler.ts'
import { dropUpload } from './drop-upload.ts'
import { keepUpload } from './keep-upload.ts'

export const uploadHandlers: Handlers<keyof typeof uploadRoutes> = {
  keepUpload: async ({ access: { workspace, actor }, params: { upload: id }, body }, { store, blobs }) => ({
    id,
    size: await keepUpload({ store, blobs, workspace, actor, id }, body),
  }),

  dropUpload: async ({ access: { workspace, actor }, params: { upload: id } }, { store, blobs }) => {
    await dropUpload({ store, blobs }, { workspace, actor, id })
    return undefined
  },
}
