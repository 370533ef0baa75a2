import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { APP, OWNER, refuseUnsafeRole } from './roles.ts'

describe('the role of the server', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.drop())

  it('is taken when row-level security holds it', async () => {
    await expect(refuseUnsafeRole(await database.connect(APP))).resolves.toBeUndefined()
  })

  it('is refused as superuser, with the statements that mend it', async () => {
    const superuser = await database.connect('postgres')
    await expect(refuseUnsafeRole(superuser)).rejects.toThrow('postgres, which is a superuser and has BYPASSRLS')
    await expect(refuseUnsafeRole(superuser)).rejects.toThrow(
      `create role ${APP} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password`,
    )
  })

  it('is refused as owner of the tables', async () => {
    await expect(refuseUnsafeRole(await database.connect(OWNER))).rejects.toThrow('which owns the tables')
  })

  // Roles belong to the whole cluster, which other tests use: what is done to one here is never committed.
  it.each([
    ['with BYPASSRLS', `alter role ${APP} bypassrls`, `alter role "${APP}" nobypassrls;`],
    ['as a member of the owner', `grant ${OWNER} to ${APP}`, `revoke ${OWNER} from "${APP}";`],
  ])('is refused %s', async (_, fault, mend) => {
    const superuser = await database.connect('postgres')
    await superuser.query('begin')
    await superuser.query(fault)
    await superuser.query(`set local role ${APP}`)
    await expect(refuseUnsafeRole(superuser)).rejects.toThrow(mend)
    await superuser.query('rollback')
  })
})
