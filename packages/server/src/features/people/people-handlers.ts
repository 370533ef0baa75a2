import { mayGive, type Role, type StaffPerson } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { setAbsence } from '../absences/index.ts'
import { addStaff } from './add-staff.ts'
import { changeMe } from './change-me.ts'
import { changeStaff } from './change-staff.ts'
import { mergeCustomers } from './merge-customers.ts'
import { readStaff } from './staff.ts'

export const peopleHandlers: Handlers<
  'changeMe' | 'listStaff' | 'addStaff' | 'changeStaff' | 'mergeCustomer' | 'changeAbsence'
> = {
  changeMe: async ({ access: { workspace, person }, body }, desk) => {
    if (person === undefined) throw new Refusal('not-found', 'A key is nobody: it has no name and no language.')
    const isMailed = await transaction(desk.store, { workspace }, (tx) => changeMe(tx, person, body))
    return { ...(await one(desk, workspace, person)), is_mailed_messages: isMailed }
  },

  listStaff: async ({ access }, { store }) => ({ items: await readStaff(store, access.workspace), next: null }),

  addStaff: async ({ access, body }, desk) => {
    refuseBeyondOwn(access, body.roles)
    return one(desk, access.workspace, await addStaff(desk, access.workspace, body))
  },

  changeStaff: async ({ access, params: { id }, body }, desk) => {
    const { workspace } = access
    refuseBeyondOwn(access, body.roles ?? [])
    await changeStaff(desk, workspace, id, body)
    return one(desk, workspace, id)
  },

  mergeCustomer: ({ access, params, body }, { store }) =>
    transaction(store, { workspace: access.workspace }, (tx) =>
      mergeCustomers(tx, { person: params.id, into: body.into }, access),
    ),
  changeAbsence: async ({ access: { workspace }, params: { id }, body: { away } }, desk) => {
    await transaction(desk.store, { workspace }, (tx) => setAbsence(tx, id, away))
    return one(desk, workspace, id)
  },
}

/** Nobody gives what they may not do themselves. */
function refuseBeyondOwn({ permissions }: Access, roles: readonly Role[]): void {
  if (!mayGive(permissions, roles))
    throw new Refusal('not-allowed', 'These roles allow more than your own.', {
      at: [{ path: 'roles', message: 'go beyond your own', typed: roles.join(', ') }],
    })
}

async function one({ store }: Desk, workspace: string, id: string): Promise<StaffPerson> {
  const [person] = await readStaff(store, workspace, [id])
  if (person === undefined) throw new Error(`the person ${id} has gone`)
  return person
}
