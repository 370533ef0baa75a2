import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { transaction } from '../../db/index.ts'
import { addMember, noteSetUp, readSetUp } from '../../features/installation/index.ts'
import { addSignIn, openSignIn } from '../../http/sign-in/index.ts'
import { registerSetUp } from './register-set-up.ts'

const EMAIL = 'ada@meadow.example'
const PASSWORD = 'correct horse battery staple'
const OWN = `avow: 1
charter: mine
languages: [en]
zone: UTC
title: Ours
positions: [clerk]
calendars: { always: { open: always, holidays until: 2099-12-31 } }
promises: [{ id: P1, audience: public, clock: resolution, says: "Within {target}.", table: [{ target: 1 day }] }]
authority: [{ id: A1, position: clerk, may: [apology] }]
remedies: [{ id: R1, table: [{ allow: [apology] }] }]
`

let desk: TestDesk
let app: FastifyInstance
const workspace = crypto.randomUUID()
beforeAll(async () => {
  desk = await openTestDesk()
  await desk.store.control
    .insertInto('control.workspace')
    .values({ id: workspace, slug: 'main', name: 'Meadow', is_first: true, setting_up: '{}' })
    .execute()
  const user = await addSignIn(desk, { email: EMAIL, name: 'Ada', password: PASSWORD })
  await addMember(desk.store, { workspace, user, email: EMAIL, name: 'Ada', roles: ['admin'] })
  const hours = { week: Array(7).fill('09:00-17:00'), country: '', closed: [], until: '2099-12-31' }
  for (const done of [{ people: true }, { mail: true }, { hours }] as const)
    await noteSetUp(desk.store, workspace, done)
  app = fastify()
  const options = { workspace, code: undefined, smtpPort: 2525, isFolder: true }
  await registerSetUp(app, desk, openSignIn(desk, { triesPerMinute: 1000 }), options)
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

const post = (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  })

it('publishes a charter of the company’s own once it was looked at, as it stands, and opens the health check', async () => {
  const signedIn = await post('/setup/sign-in', { email: EMAIL, password: PASSWORD })
  const cookie = [signedIn.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  // A browser sends line ends in its own way.
  const source = OWN.replaceAll('\n', '\r\n')
  const looked = await post('/setup/charter', { do: 'show', way: 'own', source }, cookie)
  const shown = /name="shown" value="([0-9a-f]{64})"/.exec(looked.body)?.[1] ?? ''
  expect(looked.body).toContain('A promise has no figure')
  const answer = await post('/setup/charter', { do: 'publish', way: 'own', source, shown }, cookie)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk/charter/health'])
  expect((await readSetUp(desk, workspace)).next).toBeUndefined()
  const { versions, held } = await transaction(desk.store, { workspace }, async ({ db }) => ({
    versions: await db
      .selectFrom('charter_version')
      .select(['version', 'source'])
      .where('workspace_id', '=', workspace)
      .execute(),
    held: await db.selectFrom('position_holder').select('position').where('workspace_id', '=', workspace).execute(),
  }))
  expect(versions).toEqual([{ version: 1, source: OWN }])
  expect(held).toEqual([{ position: 'clerk' }])
})

it('takes no more of a charter than a charter may have', async () => {
  const answer = await post('/setup/charter', { way: 'own', source: 'x'.repeat(4_200_000) })
  expect(answer.statusCode).toBe(413)
})
