import { Readable } from 'node:stream'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { exportWorkspace } from './export-workspace.ts'

export { exportWorkspace }

export const exportHandlers: Handlers<'exportWorkspace'> = {
  async exportWorkspace({ access }, { store }) {
    const day = await transaction(store, { workspace: access.workspace }, async ({ now }) =>
      new Date(now).toISOString().slice(0, 10),
    )
    return {
      type: 'application/jsonl; charset=utf-8',
      fileName: `${access.slug}-${day}.jsonl`,
      body: Readable.from(exportWorkspace(store, access.workspace)),
    }
  },
}
