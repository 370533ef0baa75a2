import { fileURLToPath } from 'node:url'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { transaction } from '../../db/index.ts'
import { isUnclaimed } from '../../features/installation/index.ts'
import { registerSetUp } from './register-set-up.ts'

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url))
const CODE = 'code-for-test'
const RIGHT = {
  code: CODE,
  name: 'Acme <b>& Sons',
  person: 'Ann Lee',
  email: 'ann@acme.example',
  password: ' twelve or more',
  mailbox: 'Help@Acme.example',
  charter: 'retailer',
}

describe('the set-up page', () => {
  let desk: TestDesk
  let app: FastifyInstance
  let workspace: string
  beforeAll(async () => {
    desk = await openTestDesk()
    const { id } = await desk.store.control
      .insertInto('control.workspace')
      .values({ id: crypto.randomUUID(), slug: 'main', name: 'Avow', is_first: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    workspace = id
    app = fastify()
    await registerSetUp(app, desk, { workspace, code: CODE, root: ROOT, zoneData: 'test' })
  })
  afterAll(async () => {
    await app.close()
    await desk.close()
  })

  const post = (fields: Readonly<Record<string, string>>, language = '') =>
    app.inject({
      method: 'POST',
      url: `${language}/setup`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })

  it('takes nothing without the code, keeps what was typed, and shows no password again', async () => {
    const answer = await post({ ...RIGHT, code: 'guess' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('This is not the code')
    expect(answer.body).toContain('Acme &lt;b&gt;&amp; Sons')
    expect(answer.body).not.toContain(RIGHT.password.trim())
    expect(await isUnclaimed(desk, workspace)).toBe(true)
  })

  it('names everything that is wrong, in the reader’s language', async () => {
    const answer = await post({ code: CODE, password: 'short' }, '/ar')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('dir="rtl"')
    expect(answer.body.match(/class="error"/g)).toHaveLength(6)
  })

  it('makes a desk with a charter in force, a mailbox and somebody who administers it, and then is gone', async () => {
    const answer = await post(RIGHT)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk'])
    expect(await isUnclaimed(desk, workspace)).toBe(false)
    const addresses = await desk.store.control.selectFrom('control.mailbox_address').selectAll().execute()
    expect(addresses).toMatchObject([{ address: 'help@acme.example', is_default: true }])
    const held = await transaction(desk.store, { workspace }, ({ db }) =>
      db.selectFrom('position_holder').select('position').where('workspace_id', '=', workspace).execute(),
    )
    expect(held.map(({ position }) => position)).toEqual(expect.arrayContaining(['agent', 'duty-manager']))
    const again = await post({ ...RIGHT, email: 'eve@acme.example' })
    expect([again.statusCode, again.headers.location]).toEqual([303, '/desk'])
    const users = await desk.store.control.selectFrom('control.user').select('email').execute()
    expect(users).toEqual([{ email: 'ann@acme.example' }])
  })
})
