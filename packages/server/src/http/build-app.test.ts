import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/app.ts'
import { apiKeyHandlers } from '../features/api-keys/index.ts'
import { workspaceHandlers } from '../features/workspaces/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ handlers: { ...apiKeyHandlers, ...workspaceHandlers } })
})
afterAll(() => app?.close())

test('a person signs in and is told who they are', async () => {
  const { cookie, person, email } = await app.signInAs(['agent'])
  const answer = await app.ask('GET', '/api/v1/me', { cookie })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    person: { id: person, email, roles: ['agent'] },
    roles: ['agent'],
    workspace: { slug: 'acme' },
    workspaces: [{ slug: 'acme' }],
  })
})

test('a key opens the workspace that it belongs to', async () => {
  const key = await app.keyFor(['admin'])
  const answer = await app.ask('GET', '/api/v1/me', { key })
  expect(await answer.json()).toMatchObject({ person: null, roles: ['admin'], workspace: { slug: 'acme' } })
})
