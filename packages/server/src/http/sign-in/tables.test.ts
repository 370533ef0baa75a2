import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { signInSettings } from './sign-in-settings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

test('the library for sign-in finds every table, column and index that it needs', async () => {
  const plan = await getMigrations(signInSettings(desk), { throwOnUnsafe: false })
  expect(plan).toMatchObject({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    unsafeChanges: [],
    schemaProblems: [],
  })
})
