import type { StaffPerson } from '@avow/contract'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../http/handler.ts'
import { addStaff } from './add-staff.ts'
import { changeStaff } from './change-staff.ts'
import { readStaff } from './staff.ts'

export const peopleHandlers: Handlers<'listStaff' | 'addStaff' | 'changeStaff'> = {
  listStaff: async ({ access }, { store }) => ({ items: await readStaff(store, access.workspace), next: null }),

  addStaff: async ({ access: { workspace }, body }, desk) =>
    one(desk, workspace, await addStaff(desk, workspace, body)),

  changeStaff: async ({ access: { workspace }, params: { id }, body }, desk) => {
    await changeStaff(desk, workspace, id, body)
    return one(desk, workspace, id)
  },
}

async function one({ store }: Desk, workspace: string, id: string): Promise<StaffPerson> {
  const [person] = await readStaff(store, workspace, [id])
  if (person === undefined) throw new Error(`the person ${id} has gone`)
  return person
}
