import type { Grant } from '@avow/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eur, openRemedyDesk, type RemedyDesk } from '../../../test/remedy-desk.ts'
import { HANDLERS } from '../../handlers.ts'

let desk: RemedyDesk
let given: Grant | undefined
beforeAll(async () => {
  desk = await openRemedyDesk({
    handlers: {
      ...HANDLERS,
      // The server ends between the grant and its answer.
      async grantRemedy(call, of) {
        given = await HANDLERS.grantRemedy(call, of)
        throw new Error('ended here')
      },
    },
  })
})
afterAll(() => desk?.close())

it('a grant whose answer never left is not given again: its repeat gets the answer that was kept with it', async () => {
  const ticket = await desk.open()
  const body = { amount: eur(100) }
  expect((await desk.grant(desk.anna, ticket, body, 'once')).status).toBe(500)
  const again = await desk.grant(desk.anna, ticket, body, 'once')
  expect([again.status, again.body]).toEqual([201, given])
  expect((await desk.remedies(desk.anna, ticket)).grants).toHaveLength(1)
})
