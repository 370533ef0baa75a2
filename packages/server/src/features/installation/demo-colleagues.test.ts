import { readFileSync } from 'node:fs'
import { ROUTES, draft as shape } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, openTestApp, PASSWORD, type TestApp } from '../../../test/app.ts'
import { transaction } from '../../db/index.ts'
import { publishCharter } from '../charters/index.ts'
import { demoCharter, demoWorkspace, eraseDemo, loadDemo } from '../demo/index.ts'
import { addColleagues } from './demo-colleagues.ts'

const RETAILER = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  const { workspace } = app
  const { store } = app.desk
  const { now, mailbox } = await transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    const row = {
      workspace_id: workspace,
      id,
      address: 'care@bramble.example',
      name: 'Care',
      language: null,
      zone: null,
    }
    await tx.db.insertInto('mailbox').values(row).execute()
    return { now: tx.now, mailbox: id }
  })
  const { text, compiled, effectiveAt } = demoCharter(RETAILER, now, 'test')
  await transaction(store, { workspace }, (tx) =>
    publishCharter(tx, { source: text, zoneData: 'test', effective: effectiveAt }),
  )
  await loadDemo(store, { workspace, mailbox }, demoWorkspace({ now, charter: compiled, tickets: 60 }))
})
afterAll(() => app?.close())

const signIn = (email: string) => app.ask('POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD } })

describe('the people of the demo who sign in', () => {
  it('can change its charter: one writes, those whom it names approve', async () => {
    const added = await addColleagues(app.desk, app.workspace, PASSWORD)
    expect(await addColleagues(app.desk, app.workspace, PASSWORD)).toEqual(added)
    const [, katarzyna = '', nikos = '', edward = ''] = await Promise.all(
      added.map(async (email) => cookieOf(await signIn(email))),
    )
    const call = async (cookie: string, method: string, path: string, body?: object) =>
      (await app.ask(method, `/api/v1${path}`, { cookie, ...(body === undefined ? {} : { body }) })).json()
    const draft = shape.parse(await call(katarzyna, 'POST', '/drafts', {}))
    const at = draft.source.indexOf('1 h of office')
    await call(katarzyna, 'POST', `/drafts/${draft.id}/edits`, {
      base: 0,
      splices: [{ at, remove: 1, insert: '2' }],
      edit: '0197d6a0-0000-7000-8000-000000000001',
    })
    // An example says one hour: it is told, and may stay for a reason.
    const { items } = ROUTES.listWarnings.answer.parse(await call(katarzyna, 'GET', `/drafts/${draft.id}/warnings`))
    expect(items.map(({ code }) => code)).toEqual(['example-fails'])
    for (const { finding } of items)
      await call(katarzyna, 'POST', `/drafts/${draft.id}/warnings/${finding}/tick`, { reason: 'Two hours are meant.' })
    const submitted = { seq: 1, effective: null, zone: 'Europe/Warsaw' }
    const { submission } = shape.parse(await call(katarzyna, 'POST', `/drafts/${draft.id}/submission`, submitted))
    expect(submission).toMatchObject({ need: 2, approvers: ['managing-director', 'head-of-service'] })
    const approve = (cookie: string) =>
      call(cookie, 'POST', `/drafts/${draft.id}/approvals`, { hash: submission?.hash, effective: null })
    // Two hours are less than one, so both approve it.
    expect(await approve(nikos)).toMatchObject({ state: 'in-review', version: null })
    expect(await approve(edward)).toMatchObject({ state: 'published', version: 2 })
    expect(await approve(katarzyna)).toMatchObject({ code: 'not-allowed' })
    expect(await call(nikos, 'GET', '/charter/notices')).toMatchObject({
      items: [{ version: 2, difference: { id: 'P1', change: 'looser' } }],
    })
  })

  it('go with the demo', async () => {
    await eraseDemo(app.database.connectionOf('avow_owner'), app.workspace)
    expect((await signIn('nikos.antoniou@bramble.example')).ok).toBe(false)
    const left = await app.desk.store.control
      .selectFrom('control.member')
      .select('user_id')
      .where('workspace_id', '=', app.workspace)
      .execute()
    expect(left).toEqual([])
  })
})
