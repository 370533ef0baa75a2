import type { Team, teamRoutes } from '@avow/contract'
import { type JsonObject, transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { auditRefusal, writeAudit } from '../audit/index.ts'
import { mailboxesOf } from '../mailboxes/index.ts'
import { listTeams } from './list-teams.ts'
import { setTeam } from './set-team.ts'

const ACTION = 'team.set'

export const teamHandlers: Handlers<keyof typeof teamRoutes> = {
  listTeams: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({
      items: await listTeams(tx),
      next: null,
      addresses: (await mailboxesOf(tx))
        .flatMap(({ id, address, isRemoved }) => (isRemoved ? [] : [{ id, address }]))
        .toSorted((one, other) => (one.address < other.address ? -1 : 1)),
    })),

  setTeam: ({ access: { workspace, actor, person }, body }, desk) =>
    auditRefusal(
      desk,
      workspace,
      () => ({ action: ACTION, actor, person, data: { team: body.name } }),
      () =>
        transaction(desk.store, { workspace }, async (tx) => {
          const { before, after } = await setTeam(tx, body)
          writeAudit(tx, { action: ACTION, actor, person, data: { before: shown(before), after: shown(after) } })
          return after
        }),
    ),
}

/** As it stands on the audit log: which signatures there are, without their words. */
function shown({ name, mailbox, signatures, signs_automatic }: Team): JsonObject {
  return { team: name, mailbox: mailbox?.address ?? null, signed: Object.keys(signatures), signs_automatic }
}
