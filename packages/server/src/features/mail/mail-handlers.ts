import type { mailRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { readTicket } from '../tickets/index.ts'
import { countIntake } from './count-intake.ts'
import { listMail } from './list-mail.ts'
import { listOutgoing, readOutgoing } from './list-outgoing.ts'
import { retryOutgoing } from './retry-outgoing.ts'
import { leaveMail, retryMail } from './set-aside-mail.ts'
import { showMail } from './show-mail.ts'
import { ticketFromMail } from './ticket-from-mail.ts'

const MAIL = 'message/rfc822'

export const mailHandlers: Handlers<keyof typeof mailRoutes> = {
  countIntake: ({ access: { workspace } }, { store }) => transaction(store, { workspace }, countIntake),

  listMail: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listMail(tx, query)),

  readRawMail: async ({ access: { workspace }, params: { id } }, { store, blobs }) => {
    const found = await transaction(store, { workspace }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['blob_key', 'size'])
        .where('workspace_id', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    if (found === undefined) throw new Refusal('not-found', 'There is no mail of this id.')
    return { type: MAIL, body: await blobs.open(workspace, found.blob_key), size: found.size, fileName: `${id}.eml` }
  },

  readMail: async ({ access: { workspace }, params: { id } }, { store, blobs }) => {
    const found = await transaction(store, { workspace }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['blob_key as blobKey', 'envelope_from as envelopeFrom'])
        .where('workspace_id', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    if (found === undefined) throw new Refusal('not-found', 'There is no mail of this id.')
    return showMail(blobs, { workspace, ...found })
  },

  leaveMail: async ({ access: { workspace }, params: { id } }, { store }) => {
    await transaction(store, { workspace }, (tx) => leaveMail(tx, id))
    return undefined
  },

  retryMail: async ({ access: { workspace }, params: { id } }, { store }) => {
    await transaction(store, { workspace }, (tx) => retryMail(tx, id))
    return undefined
  },

  ticketFromMail: async ({ access: { workspace }, params: { id } }, desk) => {
    const number = await ticketFromMail(desk, workspace, id)
    return transaction(desk.store, { workspace }, (tx) => readTicket(tx, number))
  },

  listOutgoing: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listOutgoing(tx, query)),

  retryOutgoing: async ({ access: { workspace }, params: { id } }, { store }) => {
    await transaction(store, { workspace }, (tx) => retryOutgoing(tx, id))
    return undefined
  },

  readOutgoing: async ({ access: { workspace }, params: { id } }, desk) => {
    const bytes = await transaction(desk.store, { workspace }, (tx) => readOutgoing(tx, desk, id))
    return { type: MAIL, body: bytes, size: bytes.length, fileName: `${id}.eml` }
  },
}
