import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { renderSlip } from './slip-page.ts'

/** The slip that staff hand over at the counter. */
export const slipHandlers: Handlers<'readSlip'> = {
  async readSlip({ params: { number }, query: { language }, access: { workspace } }, { store, publicUrl }) {
    const markup = await transaction(store, { workspace }, (tx) => renderSlip(tx, number, { language, publicUrl }))
    return { type: 'text/html; charset=utf-8', body: Buffer.from(markup), isPage: true }
  },
}
